#pragma once

#include <CLI/CLI.hpp>

#include "app/office.h"

namespace gongkai::app {

// The options by which a command finds its office. `place` outlives the parsing.
inline void add_place(CLI::App& command, OfficePlace& place) {
    command.add_option("--data", place.data, "数据文件夹")->capture_default_str();
    command.add_option("--key", place.key, "密钥文件，不写为数据文件夹名加 .key");
}

}  // namespace gongkai::app
