#pragma once

#include <CLI/App.hpp>

namespace gongkai::app {

// Has the command line speak Chinese in its help and where it is wrongly used: CLI11 speaks
// English by itself.
void speak_chinese(CLI::App& app);

}  // namespace gongkai::app
