#pragma once

#include <string>

#include "base/date.h"

namespace gongkai {

// What somebody states is a day of these years: 0202 and 9999 are slips of the keyboard, and what
// stands for "none" in a list must be nobody's day.
inline constexpr int first_stated_year = 1900, last_stated_year = 2200;

inline bool can_be_stated(Date day) {
    return year_of(day) >= first_stated_year && year_of(day) <= last_stated_year;
}

// "1900 年到 2200 年之间"
inline std::string stated_years() {
    return std::to_string(first_stated_year) + " 年到 " + std::to_string(last_stated_year) +
           " 年之间";
}

}  // namespace gongkai
