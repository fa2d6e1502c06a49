#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/services.h"

namespace gongkai::web::api {

// The routes of bodies, people, requests and annual reports. `services` outlives them and has an
// office.
std::vector<http::Route> session_routes(const Services& services);
std::vector<http::Route> people_routes(const Services& services);
std::vector<http::Route> request_routes(const Services& services);
std::vector<http::Route> report_routes(const Services& services);

// A refusal as the answer that its kind calls for.
http::Response refused(const Error& error);

}  // namespace gongkai::web::api
