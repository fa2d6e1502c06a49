#pragma once

#include <string>

#include "base/result.h"

namespace gongkai::http {

// What somebody answered who was asked.
struct Answered {
    int status = 0;
    std::string body;  // its first 64 KiB
};

// Posts a text to an address, http or https, whose certificate has to be good; follows nobody
// elsewhere, waits ten seconds. Refusal http.no-answer.
Result<Answered> post(const std::string& url, const std::string& text);

}  // namespace gongkai::http
