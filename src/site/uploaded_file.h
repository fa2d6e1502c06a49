#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "http/message.h"

namespace gongkai::site {

// A report that somebody hands in: a multipart form with a file in the field "file", or the file
// itself as the body. Views point into the request.
struct UploadedFile {
    std::string_view bytes;
    std::string name;                 // for showing only
    std::string_view opening_reason;  // the form's field of that name: why the opening differs
};
// Refusals multipart.malformed, check.no-file, check.empty-file.
Result<UploadedFile> uploaded_file(const http::Request& request);

}  // namespace gongkai::site
