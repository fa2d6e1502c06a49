#include "web/api/routes.h"

#include <boost/json.hpp>

#include "base/text.h"
#include "files/report_json.h"
#include "web/examination.h"
#include "web/examined_json.h"
#include "web/http/dispatch.h"
#include "web/report_id.h"

namespace gongkai::web::api {

namespace {

// Ids are strings: they have more digits than the numbers of many JSON readers.
boost::json::object facts(const reports::Kept& kept) {
    return {{"id", std::to_string(std::int64_t(kept.id))},
            {"region", kept.region},
            {"organ", kept.organ},
            {"year", kept.year ? boost::json::value(kept.year) : boost::json::value()},
            {"form", kept.form},
            {"title", kept.title},
            {"source", kept.source},
            {"format", kept.format},
            {"digest", kept.digest},
            {"imported", kept.imported}};
}

http::Response csv(std::string body) {
    return {200,
            {{"Content-Type", "text/csv; charset=utf-8"}},
            "\xEF\xBB\xBF" + files::report_csv_header() + std::move(body)};
}

http::Response refused(const Error& error) { return refusal(http::status_of(error.kind), error); }

}  // namespace

http::Response refusal(int status, const Error& error) {
    const boost::json::object body{
        {"error", boost::json::object{{"code", error.code}, {"message", error.message}}}};
    return http::json_answer(status, boost::json::serialize(body) + "\n");
}

http::Response list_reports(const Services& services, const http::Request& request) {
    const std::string sought = text::fold(request.query_value("organ"));
    const auto year = request.query_value("year");
    boost::json::array all;
    for (const auto& kept : services.library.list()) {
        if (!year.empty() && std::to_string(kept.year) != year) continue;
        if (text::fold(kept.organ).find(sought) == std::string::npos) continue;
        all.push_back(facts(kept));
    }
    return http::json_answer(
        200, boost::json::serialize(boost::json::object{{"reports", std::move(all)}}) + "\n");
}

http::Response one_report(const Services& services, const http::Request& request) {
    const auto found = find_report(services, request);
    if (!found.ok()) return refused(found.error());
    const auto checked = check_kept(services, found.value());
    const auto& [kept, report] = found.value();
    std::string body = "{\"kept\":" + boost::json::serialize(facts(kept)) + ",";
    body += examined_json(report, checked.findings, kept.source).substr(1);
    return http::json_answer(200, body + "\n");
}

http::Response one_report_csv(const Services& services, const http::Request& request) {
    const auto found = find_report(services, request);
    if (!found.ok()) return refused(found.error());
    return csv(files::report_csv(found.value().report));
}

http::Response all_cells_csv(const Services& services) {
    std::string lines;
    for (const auto& kept : services.library.list())
        if (const auto found = services.library.find(kept.id); found.ok())
            lines += files::report_csv(found.value().report);
    return csv(std::move(lines));
}

http::Response check(const Services& services, const http::Request& request) {
    const auto upload = examine_upload(services, request);
    if (!upload.ok()) return refused(upload.error());
    const auto& examined = upload.value().examined;
    auto response = http::json_answer(
        200,
        examined_json(examined.report, examined.checked.findings, upload.value().file_name) + "\n");
    response.set("Cache-Control", "no-store");
    return response;
}

}  // namespace gongkai::web::api
