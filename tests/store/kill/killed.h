#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>

namespace gongkai::testing {

// Runs a program with one argument until it has printed so many lines, and kills it there and then.
// Answers the whole lines that it printed. `trouble` is made once, after half of the lines.
std::set<std::string> lines_until_killed(const std::string& program, const std::string& argument,
                                         std::size_t after,
                                         const std::function<void()>& trouble = {});

// How many rounds the environment wants, or so many.
int rounds_or(const char* variable, int usual);

}  // namespace gongkai::testing
