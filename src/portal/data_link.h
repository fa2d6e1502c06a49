#pragma once

#include <string>
#include <string_view>

namespace gongkai::portal {

// The bytes as an address of their own ("data:..."), so that a page can offer a download of what
// the server does not keep.
std::string data_link(std::string_view media_type, std::string_view bytes);

}  // namespace gongkai::portal
