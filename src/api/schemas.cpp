#include "api/schemas.h"

#include "base/embedded.h"
#include "desk/record_schemas.h"
#include "files/json_text.h"

namespace gongkai::api {

json::Object schemas() {
    const auto written = files::parse_json(embedded::api::all().front().bytes).value();
    auto all = written.as<json::Object>();
    all.at("schemas").get_if<json::Object>()->merge(desk::record_schemas());
    return all;
}

}  // namespace gongkai::api
