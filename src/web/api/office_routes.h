#pragma once

#include <boost/json/object.hpp>
#include <string_view>
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

inline constexpr std::string_view json_type = "application/json";

http::Response answer(int status, const boost::json::object& it);
// A refusal as the answer that its kind calls for.
http::Response refused(const Error& error);

}  // namespace gongkai::web::api
