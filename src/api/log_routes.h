#pragma once

#include <vector>

#include "desk/public_log.h"
#include "http/router.h"
#include "site/services.h"

namespace gongkai::api {

// The logs of bodies for everybody, in the manner of C2SP tlog-tiles (docs/log.md). Both outlive
// the routes.
std::vector<http::Route> log_routes(const site::Services& services, const desk::PublicLog& log);

}  // namespace gongkai::api
