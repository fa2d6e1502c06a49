#pragma once

#include <CLI/CLI.hpp>

#include "app/office.h"

namespace gongkai::app {

struct FileOptions {
    OfficePlace place;
    bool remove = false;
};

// gongkai files move: into PostgreSQL what lies in the data folder of an older program. `options`
// outlives the parsing.
void add_file_commands(CLI::App& app, FileOptions& options, int& status);

}  // namespace gongkai::app
