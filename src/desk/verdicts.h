#pragma once

#include <optional>
#include <span>
#include <vector>

#include "reports/library.h"

// What the rules say of kept reports, in numbers.
namespace gongkai::desk {

// The report of the year before; nothing where there is none.
struct Before {
    const reports::Kept* kept = nullptr;
    const forms::Report* report = nullptr;
};
reports::Verdict verdict_of(const forms::Report& report, const Before& before);

// Of a kept report beside that of the year before; nothing where it is gone.
std::optional<reports::Verdict> judge(const reports::Library& library, const reports::Kept& kept);

// Those of lines of the list, in their order: what stands in the line, else worked out and noted
// for the next reader.
std::vector<checks::Tally> verdicts_of(reports::Library& library,
                                       std::span<const reports::Listed> lines);

}  // namespace gongkai::desk
