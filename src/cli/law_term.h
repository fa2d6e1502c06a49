#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

namespace gongkai::cli {

// As they were typed.
struct LawTermOptions {
    std::string from;
    std::string working_days;
    std::vector<std::string> pauses;  // FROM..TO, or FROM.. for one that still lasts
    bool trace = false;
    std::filesystem::path holidays;  // a folder of further notices, or empty
};

// gongkai law term: prints the last day on a line of its own, then how it was counted. Returns
// the exit status.
int law_term(const LawTermOptions& options, std::ostream& out, std::ostream& err);

}  // namespace gongkai::cli
