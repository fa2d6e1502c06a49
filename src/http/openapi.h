#pragma once

#include <string_view>
#include <vector>

#include "base/json_value.h"
#include "http/router.h"

namespace gongkai::http {

// The OpenAPI 3.1 description of the routes under /api, made from their table. What bodies and
// answers hold is taken from `known`: its "routes", and the "schemas" that they name. A route that
// is not there is described without. `base` is the path under which the site is served.
json::Object openapi(const std::vector<Route>& routes, std::string_view version,
                     const json::Object& known, std::string_view base);

}  // namespace gongkai::http
