#pragma once

#include <string_view>

#include "http/message.h"
#include "site/services.h"

// The routes for programs. Each takes the request and gives data; pages are in portal.
namespace gongkai::api {

http::Response list_reports(const site::Services& services, const http::Request& request);
http::Response one_report(const site::Services& services, const http::Request& request);
http::Response one_report_csv(const site::Services& services, const http::Request& request);
// A page of the list a request: an answer is made whole in memory, so it may not be all of it. The
// header Link names the next one.
http::Response all_cells_csv(const site::Services& services, const http::Request& request);
http::Response show_site(const site::Services& services);
http::Response check(const site::Services& services, const http::Request& request);

}  // namespace gongkai::api
