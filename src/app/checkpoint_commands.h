#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "app/office.h"

namespace gongkai::app {

struct CheckpointOptions {
    OfficePlace place;
    std::string reason;
};

// gongkai checkpoint show and resume. `options` outlives the parsing.
void add_checkpoint_commands(CLI::App& app, CheckpointOptions& options, int& status);

}  // namespace gongkai::app
