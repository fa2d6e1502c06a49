#pragma once

#include <optional>

#include "requests/request.h"

namespace gongkai::requests {

// The day from which the keeping of what is sealed of a request is counted: of the last act on one
// that was answered, has ended or is void. Nothing while it is open, as it is again where its
// closing was annulled, nor while a review or a lawsuit about it runs (《条例》第五十一条).
std::optional<Date> closed_on(const Request& request);

}  // namespace gongkai::requests
