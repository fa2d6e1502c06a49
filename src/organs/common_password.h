#pragma once

#include <string_view>

namespace gongkai::organs {

// Whether a password is one of those that are tried first: a row of keys or digits, one sign over
// and over, a short one twice, or one of the usual words with digits. Case does not count.
bool is_common_password(std::string_view password);

}  // namespace gongkai::organs
