#pragma once

#include <string>
#include <string_view>

namespace gongkai {

// SHA-256 of the bytes, 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);
// 64 hexadecimal digits of lower case.
bool is_digest(std::string_view text);

}  // namespace gongkai
