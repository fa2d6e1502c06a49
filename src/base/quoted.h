#pragma once

#include <string>
#include <string_view>

namespace gongkai::text {

// What a message repeats of what was sent: the first signs of it, in quotes.
std::string in_quotes(std::string_view given);

}  // namespace gongkai::text
