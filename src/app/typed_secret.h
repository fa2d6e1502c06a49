#pragma once

#include <string>
#include <string_view>

namespace gongkai::app {

// The first line of standard input. At a terminal it is asked for with `prompt` and not shown.
std::string typed_secret(std::string_view prompt);

}  // namespace gongkai::app
