#pragma once

#include <functional>

#include "http/router.h"
#include "portal/layout.h"
#include "site/services.h"

namespace gongkai::portal {

// What the pages of a body share.

// The body that the path names with {organ}; refusal organ.not-found for any other text.
Result<organs::Organ> organ_named(const site::Services& services, const http::Request& request);

// A page of the body that its path names with {organ}, for anybody; a body that is not there is a
// page with status 404.
using BodyWork = std::function<http::Response(const organs::Organ&, const http::Request&)>;
http::Route body_route(const site::Services& services, std::string_view method,
                       std::string_view path, std::string_view title, BodyWork work);

// A page of a column. All pages of a body are made here: that of one that has ended says so.
Page platform_page(const site::Services& services, const organs::Organ& organ, Column column,
                   std::string title, std::string address);

http::Response answer(int status, const Page& it, const http::Request& request);
// The answer to a posted form, which nobody may keep, shown as `view` says and from then on so.
http::Response private_answer(int status, const Page& it, const http::Request& request,
                              const std::optional<site::Preferences>& view);
// A page for a refusal, with the status of its kind. What is not public and what is not there get
// the same.
http::Response refused_page(const Error& error, const http::Request& request);
http::Response refused_page(int status, const Error& error, const http::Request& request);
// One for what a body does not have, which leads to the body's own list of such.
http::Response missing_page(const site::Services& services, const organs::Organ& organ,
                            const Error& error, std::string_view list_name, const std::string& list,
                            const http::Request& request);
// The one for a visitor who asked too often, with the time after which he may again.
http::Response too_often_page(const site::Services& services, const Error& error,
                              const http::Request& request);

// Today in China.
Date today(const site::Services& services);

// 2026年3月2日（星期一）
std::string day_and_weekday(Date day);

}  // namespace gongkai::portal
