#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "app/serve.h"

namespace gongkai::app {

// gongkai witness serve, key and list. `options` outlives the parsing.
void add_witness_commands(CLI::App& app, ServeOptions& options, int& status);

}  // namespace gongkai::app
