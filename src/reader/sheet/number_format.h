#pragma once

#include <string>
#include <string_view>

namespace gongkai::reader {

// The number as the sheet shows it. Simple formats are followed (General, 0, 0.00, #,##0.00,
// percent, dates); from others only the number is taken, at its shortest.
std::string shown_number(std::string_view stored, std::string_view format);

// The format that an id below 164 stands for, or an empty string.
std::string_view built_in_format(int id);

}  // namespace gongkai::reader
