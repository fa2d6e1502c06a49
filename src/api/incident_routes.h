#pragma once

#include <vector>

#include "http/router.h"
#include "organs/incident.h"
#include "site/services.h"

namespace gongkai::api {

// What broke down, for administrators. Both outlive the routes.
std::vector<http::Route> incident_routes(const site::Services& services,
                                         organs::Incidents& incidents);

}  // namespace gongkai::api
