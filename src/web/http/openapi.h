#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/http/router.h"

namespace gongkai::web::http {

// The OpenAPI 3.1 description of the routes under /api, made from their table.
std::string openapi(const std::vector<Route>& routes, std::string_view version);

}  // namespace gongkai::web::http
