#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "app/office.h"

namespace gongkai::app {

struct BackupOptions {
    OfficePlace place;
    std::filesystem::path target;
    std::string state;
    int keep = 30;
    bool check = false;
};

// gongkai backup and gongkai restore. `options` outlives the parsing.
void add_backup_commands(CLI::App& app, BackupOptions& options, int& status);

}  // namespace gongkai::app
