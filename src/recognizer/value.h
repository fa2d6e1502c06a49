#pragma once

#include <string>
#include <string_view>

#include "forms/report.h"

namespace gongkai::recognizer {

// Whether a folded cell text can only be a value: a number with or without a unit, "/", "-", 无.
// An empty text is a value too (a blank cell).
bool looks_like_value(std::u32string_view folded);

// A printed cell as a cell of `column`: its kind, and its value in the column's unit, so that
// 251000元 is 25.1 in a column of 万元 and 251000 in one without a unit.
forms::Cell read_value(std::string_view printed, const forms::Column& column);

}  // namespace gongkai::recognizer
