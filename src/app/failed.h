#pragma once

#include <iostream>
#include <string_view>

#include "cli/exit_status.h"

namespace gongkai::app {

// What a command that could not do its work says, on standard error, and ends with.
inline int fail(std::string_view message) {
    std::cerr << message << '\n';
    return cli::unreadable;
}

}  // namespace gongkai::app
