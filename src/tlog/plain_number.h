#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/whole_number.h"

namespace gongkai::tlog {

// A size or index in the one form that the formats give it: digits without zeros in front.
inline std::optional<std::int64_t> plain_number(std::string_view digits) {
    const auto number = whole_number(digits);
    if (!number || *number < 0 || std::to_string(*number) != digits) return {};
    return number;
}

}  // namespace gongkai::tlog
