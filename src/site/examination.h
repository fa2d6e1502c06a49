#pragma once

#include <string>
#include <vector>

#include "desk/examine.h"
#include "http/message.h"

#include "site/services.h"

namespace gongkai::site {

// A file that a visitor sent, read and checked; nothing of it is kept.
struct Upload {
    std::string file_name;  // for showing only
    desk::Examined examined;
};

// Reads and checks the file of a request: a multipart form with a file in the field "file", or the
// file itself as the body. Compares with the year before, where the library has it.
Result<Upload> examine_upload(const Services& services, const http::Request& request);

// The findings on a kept report, compared with the year before, where it is kept.
desk::Checked check_kept(const Services& services, const reports::KeptReport& it);

}  // namespace gongkai::site
