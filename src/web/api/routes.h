#pragma once

#include <string_view>

#include "web/http/message.h"
#include "web/services.h"

// The routes for programs. Each takes the request and gives data; pages are in web/portal.
namespace gongkai::web::api {

http::Response list_reports(const Services& services, const http::Request& request);
http::Response one_report(const Services& services, const http::Request& request);
http::Response one_report_csv(const Services& services, const http::Request& request);
http::Response all_cells_csv(const Services& services);
http::Response check(const Services& services, const http::Request& request);

// {"error":{"code","message"}}
http::Response refusal(int status, const Error& error);

}  // namespace gongkai::web::api
