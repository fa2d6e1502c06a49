#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace gongkai::recognizer {

// The unit (量词) that stands at `at` of a folded text, as 条, 人次, 万元; nothing where the sign
// belongs to another word, as 部 of 部门 does.
std::optional<std::u32string_view> unit_at(std::u32string_view text, std::size_t at);

}  // namespace gongkai::recognizer
