#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>

#include "app/office.h"

namespace gongkai::app {

struct DemoOptions {
    OfficePlace place;
    std::uint64_t seed = 2026;
    std::string last;  // a date; empty: yesterday
    int counties = 1;
};

// gongkai demo: plays a fictional county in a data folder that has none yet, and tells its
// accounts. `options` outlives the parsing.
void add_demo_command(CLI::App& app, DemoOptions& options, int& status);

}  // namespace gongkai::app
