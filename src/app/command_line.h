#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/machine_settings.h"

namespace gongkai::app {

// What was typed, and the settings of the machine behind it.
//
// `--settings FILE` may stand anywhere. Without it, and without --data, the usual file is read
// where there is one; who names a data folder gets from no file where key, checkpoints, backups and
// database lie.
struct CommandLine {
    std::vector<std::string> words;       // without the program and without --settings
    std::filesystem::path settings_file;  // empty: none is read
    MachineSettings settings;
    std::string fault;  // of the line itself; empty: none
};
CommandLine read_command_line(int count, const char* const* arguments,
                              const std::filesystem::path& usual = usual_settings_file);

// The words with those settings added that the command has an option for and the words do not name.
std::vector<std::string> with_settings(CLI::App& app, const CommandLine& line);

}  // namespace gongkai::app
