#pragma once

#include <vector>

#include "desk/unit_desk.h"
#include "http/router.h"
#include "site/services.h"

namespace gongkai::api {

// The units inside a body. Both outlive the routes.
std::vector<http::Route> unit_routes(const site::Services& services, desk::UnitDesk& units);

}  // namespace gongkai::api
