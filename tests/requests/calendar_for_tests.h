#pragma once

#include <string_view>
#include <vector>

#include "law/calendar.h"

namespace gongkai::testing {

Date day(std::string_view text);

std::vector<Date> days(std::initializer_list<std::string_view> texts);

// 2025 and 2026 as the State Council's notices set them.
const law::Calendar& calendar();

}  // namespace gongkai::testing
