#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gongkai {

// Base64 as RFC 4648 section 4 has it, with padding.
std::string base64(std::string_view bytes);
// Nothing unless it is exactly what base64() gives for some bytes.
std::optional<std::string> bytes_of_base64(std::string_view text);

}  // namespace gongkai
