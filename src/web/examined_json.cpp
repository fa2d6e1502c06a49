#include "web/examined_json.h"

#include <boost/json.hpp>

#include "files/report_json.h"

namespace gongkai::web {

std::string examined_json(const forms::Report& report, std::span<const checks::Finding> findings,
                          std::string_view file_name) {
    const auto found = boost::json::parse(files::findings_json(file_name, report, findings, {}));
    return "{\"report\":" + files::report_json(report, file_name) +
           ",\"findings\":" + boost::json::serialize(found.at("findings")) + "}";
}

}  // namespace gongkai::web
