#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gongkai::tlog {

// A bundle of entries: each behind its length, two bytes, the higher first. An entry that is not
// for everybody, or longer than 65,535 bytes, stands there with the length 0: no entry is empty,
// and its hash is in the tile of level 0.
std::string bundle(const std::vector<std::string>& entries);

}  // namespace gongkai::tlog
