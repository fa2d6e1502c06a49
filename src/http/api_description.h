#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "http/router.h"

// What programs that read the OpenAPI description want to know of a route besides its table line.
namespace gongkai::http {

// "getOrgansByOrganRequestsByNumber" of GET /api/organs/{organ}/requests/{number}: the method and
// the path's words, "By" before a parameter. It is the name of the call in generated clients, so it
// changes only with the path.
std::string operation_id(const Route& route);

// What a route is about; generated clients have a class for each.
struct Subject {
    std::string_view name, title;
};
std::span<const Subject> subjects();
// One of them, by the path's first word after /api, /api/public and {organ}.
std::string_view subject_of(const Route& route);

// A status with which a route may refuse, and what it means.
struct Refusal {
    int status;
    std::string_view meaning;
};
// Those that follow from its right, path and body, and those that the route names itself.
std::vector<Refusal> refusals(const Route& route);

}  // namespace gongkai::http
