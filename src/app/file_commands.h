#pragma once

#include <CLI/CLI.hpp>

#include "app/office.h"

namespace gongkai::app {

struct FileOptions {
    OfficePlace place;
    bool remove = false;
};

// Puts the files of the data folder into PostgreSQL, each held against its digest; answers the exit
// status, and says on the standard output what was moved and what is missing.
int move_files(const FileOptions& options);

// gongkai files move: into PostgreSQL what lies in the data folder of an older program. `options`
// outlives the parsing.
void add_file_commands(CLI::App& app, FileOptions& options, int& status);

}  // namespace gongkai::app
