#pragma once

#include <vector>

#include "http/router.h"
#include "organs/upload.h"
#include "site/services.h"

namespace gongkai::api {

// Files of the staff that come in parts, and the acts that name them. Both outlive the routes.
std::vector<http::Route> upload_routes(const site::Services& services, organs::Uploads& uploads);

}  // namespace gongkai::api
