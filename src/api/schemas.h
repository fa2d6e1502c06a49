#pragma once

#include "base/json_value.h"

namespace gongkai::api {

// What each route takes and gives: "routes" and the "schemas" that they name. Those of records come
// from their declarations, the others from data/web/api_schemas.json.
json::Object schemas();

}  // namespace gongkai::api
