#pragma once

#include <string_view>

namespace gongkai::api {

// By the name's ending, for programs that save it: "application/pdf"; bytes of no kind where the
// ending is unknown.
std::string_view media_type_of(std::string_view file_name);

}  // namespace gongkai::api
