#pragma once

#include <charconv>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string_view>

namespace gongkai {

// The number that the whole text is, in digits with a minus sign at most in front; nothing where
// it is another text, blank, or does not fit.
template <std::integral Number = std::int64_t>
std::optional<Number> whole_number(std::string_view text) {
    Number number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, fault] = std::from_chars(text.data(), end, number);
    if (fault != std::errc{} || stop != end) return {};
    return number;
}

}  // namespace gongkai
