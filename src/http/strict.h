#pragma once

#include <string_view>
#include <vector>

#include "http/message.h"

namespace gongkai::http {

// Whether a header is free of what makes two programs read a request differently (request
// smuggling): exactly one Host, at most one Content-Length, Transfer-Encoding exactly chunked and
// never beside a length, a target that is a plain path. The parser before it lets these pass.
bool is_strict(int version, std::string_view target, const std::vector<Field>& headers);

}  // namespace gongkai::http
