#pragma once

#include <optional>
#include <span>
#include <vector>

#include "reports/library.h"

// What the rules say of kept reports, in numbers.
namespace gongkai::desk {

// Of a report by itself, as an import knows it.
reports::Verdict verdict_alone(const forms::Report& report);

// Of a kept report beside that of the year before; nothing where it is gone.
std::optional<reports::Verdict> judge(const reports::Library& library, const reports::Kept& kept);

// Those of lines of the list, in their order: what stands in the line, else worked out and noted
// for the next reader.
std::vector<checks::Tally> verdicts_of(reports::Library& library,
                                       std::span<const reports::Listed> lines);

}  // namespace gongkai::desk
