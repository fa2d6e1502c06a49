#pragma once

#include <string>
#include <string_view>

namespace gongkai::reader {

// One number as a format of Word (w:numFmt) prints it: 3 is "三" in chineseCounting.
std::string list_number(std::string_view format, int number);

}  // namespace gongkai::reader
