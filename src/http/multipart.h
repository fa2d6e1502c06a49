#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace gongkai::http {

// One part of a multipart/form-data body. Views point into the body.
struct Part {
    std::string name;
    std::string file_name;  // as the browser says, without folders: for showing only
    bool is_file = false;   // a file name was given, though it may be empty
    std::string_view body;
};

// The boundary of a Content-Type, or empty where it is not multipart/form-data or has a bad one.
std::string multipart_boundary(std::string_view content_type);

// The parts of a body, RFC 7578. Refusal multipart.malformed for whatever a browser would not
// send: a missing end, more than `most_parts`, a part without a name, headers beyond 4 KiB.
Result<std::vector<Part>> parse_multipart(std::string_view body, std::string_view boundary,
                                          std::size_t most_parts);

}  // namespace gongkai::http
