#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "reader/cell.h"
#include "reader/reader.h"

// Runs another program on a file that strangers sent, so that neither the file nor the program
// can do harm: a cell (reader/cell.h), limits on processor, memory, file sizes and open files, a
// deadline, and an end of its whole process group. No shell.
namespace gongkai::reader {

struct HelperCommand {
    std::string program;                 // a name to be found in PATH, or an absolute path
    std::vector<std::string> arguments;  // without the program
    std::string_view input;              // given as a file that stands behind /dev/stdin
    std::filesystem::path folder;        // where it works and has its HOME; empty for none
    bool one_process = true;             // may start no other process
    int seconds = 15;                    // of processor, and of waiting
    std::size_t memory = 1u << 30;       // address space
    std::size_t data = 400u << 20;       // of it writable: what it can really take up
    std::size_t output = 256u << 20;     // of standard output, and of any file that it writes
    std::optional<Cell> cell = {};       // other than the best that is here
};

struct HelperOutcome {
    int exit_status = 0;     // -1 when a signal ended it
    std::string output;      // standard output
    std::string complaints;  // the first lines of standard error
};

// Where a program is: a name in PATH, or an absolute path. Nothing where it is not there.
std::optional<std::string> find_program(const std::string& name);

// Refuses with reader.tool-missing (the program is not there; `purpose` names the files that it
// was wanted for), reader.no-cell (it could not be shut in), reader.tool-slow and reader.bomb (too
// much output).
Result<HelperOutcome> run_helper(const HelperCommand& command, std::string_view purpose);

}  // namespace gongkai::reader
