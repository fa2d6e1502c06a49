#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>

#include "app/office.h"

namespace gongkai::app {

struct OfficeOptions {
    OfficePlace place;
    std::int64_t region = 0;
    std::string login, name, organ;
    std::string file;
    bool dry_run = false;
    bool begins = false;  // the command may be an installation's first
    std::int64_t sequence = 0;
};

// gongkai admin create, gongkai organs import, gongkai journal verify, prove and rebuild. `options`
// outlives the parsing.
void add_office_commands(CLI::App& app, OfficeOptions& options, int& status);

}  // namespace gongkai::app
