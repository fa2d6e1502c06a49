#pragma once

#include <string>

#include "http/message.h"

namespace gongkai::http {

// The header of an answer as it goes over the wire.
std::string header_text(const Response& response, bool keep_alive);

}  // namespace gongkai::http
