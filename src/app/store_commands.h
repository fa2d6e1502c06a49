#pragma once

#include <CLI/CLI.hpp>

#include "app/office.h"

namespace gongkai::app {

struct StoreOptions {
    OfficePlace place;
    bool run = false;
};

// gongkai store move: an SQLite installation into PostgreSQL. gongkai store distribute: the SQL by
// which Citus spreads the tables of PostgreSQL over machines. `options` outlives the parsing.
void add_store_commands(CLI::App& app, StoreOptions& options, int& status);

}  // namespace gongkai::app
