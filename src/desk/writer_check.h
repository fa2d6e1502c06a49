#pragma once

#include <string_view>

namespace gongkai::desk {

// What cannot be true of whoever writes, whoever enters it: for an answer somebody must be found.
bool may_be_name(std::string_view name);        // at least two signs that are no digits
bool may_be_phone(std::string_view phone);      // 7 to 15 digits, with what people put between them
bool says_something(std::string_view content);  // at least four signs

}  // namespace gongkai::desk
