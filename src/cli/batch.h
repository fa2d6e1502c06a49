#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace gongkai::cli {

// The files that arguments name: files as they are, folders searched through for files whose
// ending a report may have (.txt .md .html .htm .docx .xlsx .pdf .doc .wps .rtf .xls .csv), in
// order of name. What does not exist is kept, so that reading it says so.
std::vector<std::filesystem::path> expand(const std::vector<std::string>& arguments);

// What came of one file.
struct Outcome {
    int status = 0;   // of exit_status.h
    std::string out;  // for standard output
    std::string err;  // for standard error
    int errors = 0, warnings = 0, hints = 0;
};

struct Totals {
    int status = 0;
    std::size_t files = 0, unreadable = 0, with_errors = 0;
    std::size_t errors = 0, warnings = 0, hints = 0;
};

// Runs `work` on every file, several at a time, and prints the outcomes in the files' order. An
// exception out of `work` is that file's breakdown and stops no other. A progress bar is shown when
// standard error is a terminal.
Totals run_batch(const std::vector<std::filesystem::path>& files,
                 const std::function<Outcome(const std::filesystem::path&)>& work);

// The same with work that takes at most so many files of neighbouring names together and gives an
// outcome for each, in their order. Where it throws, each of them is worked on again by itself, so
// that a file breaks down alone.
using WorkTogether = std::function<std::vector<Outcome>(std::span<const std::filesystem::path>)>;
Totals run_batch_together(const std::vector<std::filesystem::path>& files, std::size_t most,
                          const WorkTogether& work);

}  // namespace gongkai::cli
