#pragma once

#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace gongkai {

// An SM3 digest (国密杂凑算法, GB/T 32905).
using Sm3 = std::array<unsigned char, 32>;

// The digest of the parts as if they were one text. Throws std::runtime_error where the
// cryptographic library has no SM3.
Sm3 sm3(std::initializer_list<std::string_view> parts);

std::string_view bytes(const Sm3& digest);
std::string hex(std::string_view bytes);  // lower case
// Nothing unless the text is 64 hexadecimal digits of lower case.
std::optional<Sm3> parse_sm3(std::string_view hex);
// Nothing unless there are exactly 32 bytes.
std::optional<Sm3> sm3_of_bytes(std::string_view bytes);

}  // namespace gongkai
