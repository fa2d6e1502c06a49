#pragma once

#include <string_view>

#include "base/result.h"

namespace gongkai {

// Whether a text can stand in one line of a list, a letter or a log: refusal fields.line, which
// names `label`, for line breaks and control signs, and for the signs that turn a line's direction.
Status check_one_line(std::string_view text, std::string_view label);

}  // namespace gongkai
