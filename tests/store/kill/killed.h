#pragma once

#include <cstddef>
#include <set>
#include <string>

namespace gongkai::testing {

// Runs a program with one argument until it has printed so many lines, and kills it there and then.
// Answers the whole lines that it printed.
std::set<std::string> lines_until_killed(const std::string& program, const std::string& argument,
                                         std::size_t after);

}  // namespace gongkai::testing
