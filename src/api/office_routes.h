#pragma once

#include <string_view>
#include <vector>

#include "http/router.h"
#include "organs/organ.h"
#include "site/guard.h"
#include "site/services.h"

namespace gongkai::api {

// The routes of bodies, people, requests and annual reports. `services` outlives them and has an
// office.
std::vector<http::Route> session_routes(const site::Services& services);
std::vector<http::Route> second_factor_routes(const site::Services& services);
std::vector<http::Route> people_routes(const site::Services& services);
std::vector<http::Route> request_routes(const site::Services& services);
std::vector<http::Route> report_routes(const site::Services& services);
std::vector<http::Route> duty_routes(const site::Services& services);
std::vector<http::Route> register_routes(const site::Services& services);
std::vector<http::Route> letter_routes(const site::Services& services);
std::vector<http::Route> journal_routes(const site::Services& services);
std::vector<http::Route> retention_routes(const site::Services& services);
std::vector<http::Route> import_routes(const site::Services& services);
std::vector<http::Route> proposal_routes(const site::Services& services);
std::vector<http::Route> draft_routes(const site::Services& services);
std::vector<http::Route> document_routes(const site::Services& services);
// What anybody may ask of a body's documents, without an account.
std::vector<http::Route> public_routes(const site::Services& services);
std::vector<http::Route> message_routes(const site::Services& services);
std::vector<http::Route> message_public_routes(const site::Services& services);

inline constexpr std::string_view json_type = "application/json",
                                  bytes_type = "application/octet-stream";

using Parameters = std::vector<http::Parameter>;
// For whoever has the right over the body of the path.
http::Route work_route(const site::Services& services, std::string_view method,
                       std::string_view path, std::string_view title, organs::Right right,
                       http::Response (*handler)(const site::Services&, const http::Request&,
                                                 const site::Caller&));
// The same for work that needs more than the services.
http::Route work_route(const site::Services& services, std::string_view method,
                       std::string_view path, std::string_view title, organs::Right right,
                       site::Work work);
// For whoever is signed in, also before his password and codes are his own.
http::Route door_route(const site::Services& services, std::string_view method,
                       std::string_view path, std::string_view title,
                       http::Response (*handler)(const site::Services&, const http::Request&,
                                                 const site::Caller&));
// For anybody, without an account.
http::Route public_route(const site::Services& services, std::string_view method,
                         std::string_view path, std::string_view title,
                         http::Response (*handler)(const site::Services&, const http::Request&));

http::Response answer(int status, const json::Object& it);
// A file to be saved and never shown: whatever it is, it is no page of this site.
http::Response download(std::string_view media_type, std::string_view file_name, std::string bytes);
http::Response download(std::string_view media_type, std::string_view file_name,
                        const disclosure::KeptFile& file);
json::Object contact_json(const organs::Contact& contact);
// Where the path's {year} is none.
http::Response no_year();
// A refusal as the answer that its kind calls for.
http::Response refused(const Error& error);

// The refusal of a visitor who asks too often, with the time after which he may again.
http::Response too_often(const site::Services& services, const http::Request& request,
                         const Error& error);

}  // namespace gongkai::api
