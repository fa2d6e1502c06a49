#pragma once

#include <CLI/CLI.hpp>

#include "app/office.h"

namespace gongkai::app {

struct RetentionOptions {
    OfficePlace place;
};

// gongkai retention show and run: what is sealed of closed cases goes by rule. `options` outlives
// the parsing.
void add_retention_commands(CLI::App& app, RetentionOptions& options, int& status);

}  // namespace gongkai::app
