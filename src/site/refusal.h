#pragma once

#include "base/result.h"
#include "http/message.h"

namespace gongkai::site {

// What a program gets that may not or cannot: {"error":{"code","message"}}, and of a form all
// that is wrong, each with its field: "fields":[{"name","message"}].
http::Response refusal(int status, const Error& error);

}  // namespace gongkai::site
