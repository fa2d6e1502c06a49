#pragma once

#include "http/message.h"

namespace gongkai::http {

// RFC 9110 §14: of an answer that is streamed the one range that is asked for (206), or that it has
// none such (416). Several ranges, another unit and what cannot be read are passed over, as is a
// range of another version (If-Range).
void cut_to_range(const Request& request, Response& response);

}  // namespace gongkai::http
