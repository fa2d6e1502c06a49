#include <algorithm>

#include "api/json_parts.h"
#include "api/office_routes.h"
#include "desk/subjects.h"

// What is sealed of closed cases goes by rule: the rule, and what it will take next.
namespace gongkai::api {

using http::Request;
using http::Response;
using http::Route;
using organs::Right;

namespace {

constexpr std::size_t most_shown = 200;

json::Object case_json(const desk::ExpiringCase& it) {
    return {{"kind", it.subject},       {"kind_name", desk::name_of_subject(it.subject)},
            {"number", it.number},      {"closed_on", iso(it.closed_on)},
            {"years", it.years},        {"from", iso(it.from)},
            {"announced", it.announced}};
}

json::Array rules_json(const records::Retention& rule) {
    json::Array all;
    for (const auto& [subject, years] : rule.years)
        all.push_back(json::Object{
            {"kind", subject}, {"kind_name", desk::name_of_subject(subject)}, {"years", years}});
    return all;
}

// The next days first; beyond what a person reads at once the number says how many there are.
Response expiring(const site::Services& services, const Request&, const site::Caller& caller) {
    const desk::RetentionDesk& desk = services.desks->retention;
    auto cases = desk.expiring(caller.organ, caller.today);
    std::ranges::stable_sort(cases, {}, &desk::ExpiringCase::from);
    const std::size_t count = cases.size();
    cases.resize(std::min(count, most_shown));
    json::Array shown;
    for (const auto& it : cases)
        shown.push_back(case_json(it));
    return answer(200, {{"rules", rules_json(desk.rule())},
                        {"notice_days", desk.rule().notice_days},
                        {"count", count},
                        {"cases", std::move(shown)}});
}

}  // namespace

std::vector<Route> retention_routes(const site::Services& services) {
    return {work_route(services, "GET", "/api/organs/{organ}/retention",
                       "按规定将要删除个人信息的事项", Right::ReadJournal, expiring)};
}

}  // namespace gongkai::api
