#include "base/one_line.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "base/unseen.h"

namespace gongkai {

namespace {

// Marks that only order a line of mixed scripts are left to those who write in them.
bool turns_direction(char32_t sign) {
    return (sign >= 0x202A && sign <= 0x202E) || (sign >= 0x2066 && sign <= 0x2069);
}

}  // namespace

Status check_one_line(std::string_view text, std::string_view label) {
    const auto points = text::points(text);
    const bool bad = std::ranges::any_of(
        points, [](char32_t sign) { return text::is_control(sign) || turns_direction(sign); });
    if (!bad) return Done{};
    return Error{ErrorKind::Invalid, "fields.line",
                 "“" + std::string(label) + "”只能写一行，不能有换行、制表符等控制字符。"};
}

}  // namespace gongkai
