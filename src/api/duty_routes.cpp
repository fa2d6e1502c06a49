#include "api/office_routes.h"
#include "api/request_json.h"
#include "desk/duty_list.h"

namespace gongkai::api {

using http::Request;
using http::Response;
using http::Route;
using organs::Right;

namespace {

json::Value day_or_null(const std::optional<Date>& day) {
    return day ? json::Value(iso(*day)) : json::Value();
}

json::Object duty_json(const desk::DocumentDuty& it) {
    return {{"number", it.key.number},
            {"title", it.title},
            {"what", name(it.what)},
            {"what_name", chinese(it.what)},
            {"waiting_since", day_or_null(it.waiting_since)},
            {"due", day_or_null(it.due)},
            {"working_days_left", it.working_days_left}};
}

json::Object duty_json(const desk::ReportDuty& it) {
    return {{"year", it.key.year},
            {"organ", site::organ_in_path(it.key.log)},
            {"organ_name", it.organ},
            {"state", name(it.state)},
            {"state_name", chinese(it.state)},
            {"what", name(it.what)},
            {"what_name", chinese(it.what)},
            {"words", it.words},
            {"due", day_or_null(it.due)},
            {"working_days_left", it.working_days_left}};
}

Response duties(const site::Services& services, const Request&, const site::Caller& caller) {
    json::Array requests, documents, reports;
    for (const auto& it : services.desks->requests.duties(caller.organ, caller.today))
        requests.push_back(json_of(it));
    for (const auto& it : services.desks->duties.documents(caller.organ, caller.today))
        documents.push_back(duty_json(it));
    for (const auto& it : services.desks->duties.reports(caller.organ, caller.today))
        reports.push_back(duty_json(it));
    return answer(200, {{"today", iso(caller.today)},
                        {"duties", std::move(requests)},
                        {"documents", std::move(documents)},
                        {"reports", std::move(reports)}});
}

json::Value findings_json(const std::optional<desk::CampaignLine::Findings>& it) {
    if (!it) return {};
    return json::Object{{"errors", it->errors}, {"warnings", it->warnings}};
}

Response campaign(const site::Services& services, const Request& request,
                  const site::Caller& caller) {
    const auto year = site::year_of_path(request.parameter("year"));
    if (!year) return no_year();
    json::Array bodies;
    for (const auto& it : services.desks->duties.campaign({caller.organ, *year}))
        bodies.push_back(json::Object{{"organ", site::organ_in_path(it.body.key)},
                                      {"name", it.body.name},
                                      {"state", name(it.state)},
                                      {"state_name", chinese(it.state)},
                                      {"submitted_on", day_or_null(it.submitted_on)},
                                      {"findings", findings_json(it.findings)}});
    return answer(200, {{"year", *year}, {"bodies", std::move(bodies)}});
}

}  // namespace

std::vector<Route> duty_routes(const site::Services& services) {
    return {
        work_route(services, "GET", "/api/organs/{organ}/duties", "今天要办的申请、文件和年度报告",
                   Right::ReadWork, duties),
        work_route(services, "GET", "/api/organs/{organ}/campaign/{year}",
                   "下级机关年度报告的报送情况", Right::ReviewReports, campaign),
    };
}

}  // namespace gongkai::api
