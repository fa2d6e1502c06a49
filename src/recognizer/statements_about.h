#pragma once

#include <span>
#include <vector>

#include "forms/report.h"
#include "recognizer/statements_numbers.h"

namespace gongkai::recognizer {

// Sets `about` or `readings` of the statements of one section, which stand in the order of
// `numbers.counted`, where the words around them leave little doubt of what they count.
void say_what_they_are_about(const forms::Report& report, const text::Folded& folded,
                             const Numbers& numbers, std::span<forms::Statement> statements);

}  // namespace gongkai::recognizer
