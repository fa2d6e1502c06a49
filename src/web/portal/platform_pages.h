#pragma once

#include "desk/platform.h"
#include "web/http/router.h"
#include "web/portal/counter.h"
#include "web/services.h"

namespace gongkai::web::portal {

// What the pages of bodies keep between requests. Outlives the routes.
struct PlatformState {
    desk::Catalogues catalogues;
    Counter counter;
};

// The pages of the bodies' platforms (政府信息公开平台); one function a file. `services` has an
// office.
std::vector<http::Route> platform_routes(const Services& services, PlatformState& state);

std::vector<http::Route> apply_routes(const Services& services, PlatformState& state);
std::vector<http::Route> tracking_routes(const Services& services);

}  // namespace gongkai::web::portal
