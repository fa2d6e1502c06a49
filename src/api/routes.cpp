#include "api/routes.h"

#include "base/text.h"
#include "files/report_json.h"
#include "http/dispatch.h"
#include "site/examination.h"
#include "site/examined_json.h"
#include "site/refusal.h"
#include "site/report_id.h"

namespace gongkai::api {

namespace {

// Ids are strings: they have more digits than the numbers of many JSON readers.
json::Object facts(const reports::Kept& kept) {
    return {{"id", std::to_string(std::int64_t(kept.id))},
            {"region", kept.region},
            {"organ", kept.organ},
            {"year", kept.year ? json::Value(kept.year) : json::Value()},
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

http::Response refused(const Error& error) {
    return site::refusal(http::status_of(error.kind), error);
}

}  // namespace

http::Response list_reports(const site::Services& services, const http::Request& request) {
    const std::string sought = text::fold(request.query_value("organ"));
    const auto year = request.query_value("year");
    json::Array all;
    for (const auto& kept : services.library.list()) {
        if (!year.empty() && std::to_string(kept.year) != year) continue;
        if (text::fold(kept.organ).find(sought) == std::string::npos) continue;
        all.push_back(facts(kept));
    }
    return http::json_answer(200, {{"reports", std::move(all)}});
}

http::Response one_report(const site::Services& services, const http::Request& request) {
    const auto found = find_report(services, request);
    if (!found.ok()) return refused(found.error());
    const auto checked = site::check_kept(services, found.value());
    const auto& [kept, report] = found.value();
    files::JsonText out;
    out.open_object().key("kept").value(facts(kept));
    site::write_examined(out, report, checked.findings, kept.source);
    return http::json_answer(200, std::move(out.close_object()));
}

http::Response one_report_csv(const site::Services& services, const http::Request& request) {
    const auto found = find_report(services, request);
    if (!found.ok()) return refused(found.error());
    return csv(files::report_csv(found.value().report));
}

http::Response all_cells_csv(const site::Services& services) {
    std::string lines;
    for (const auto& kept : services.library.list())
        if (const auto found = services.library.find(kept.id); found.ok())
            lines += files::report_csv(found.value().report);
    return csv(std::move(lines));
}

http::Response check(const site::Services& services, const http::Request& request) {
    const auto upload = site::examine_upload(services, request);
    if (!upload.ok()) return refused(upload.error());
    const auto& examined = upload.value().examined;
    files::JsonText out;
    out.open_object();
    site::write_examined(out, examined.report, examined.checked.findings, upload.value().file_name);
    auto response = http::json_answer(200, std::move(out.close_object()));
    response.set("Cache-Control", "no-store");
    return response;
}

}  // namespace gongkai::api
