#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "journal/entry.h"

namespace gongkai::journal {

// "900121-3": how people, paths and files name a log, which is to name its body.
std::string log_name(const LogKey& log);

// The log of that name; nothing where the text is none, or
// writes one otherwise.
std::optional<LogKey> log_named(std::string_view name);

}  // namespace gongkai::journal
