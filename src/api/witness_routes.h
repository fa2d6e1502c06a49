#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "http/router.h"
#include "tlog/witness.h"

namespace gongkai::api {

// What a witness answers, C2SP tlog-witness (docs/log.md). The witness outlives the routes; `now`
// is in milliseconds since 1970 UTC.
std::vector<http::Route> witness_routes(tlog::Witness& witness, std::function<std::int64_t()> now);

}  // namespace gongkai::api
