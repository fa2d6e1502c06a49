#include "api/incident_routes.h"

#include "api/fields.h"
#include "api/json_parts.h"
#include "api/office_routes.h"
#include "site/guard.h"

namespace gongkai::api {

using http::Request;
using http::Response;
using http::Route;
using organs::Right;

namespace {

json::Object incident_json(const organs::Incident& it) {
    const auto words = organs::incident_words(it.code);
    return {{"id", it.id},
            {"code", it.code},
            {"what", words.what},
            {"place", it.place},
            {"said", it.said},
            {"advice", words.advice},
            {"since", moment(it.first_at)},
            {"last", moment(it.last_at)},
            {"last_at", it.last_at},
            {"times", it.times},
            {"open", it.is_open()},
            {"acknowledged_by", it.seen_by}};
}

Response list(const organs::Incidents& incidents, const site::Caller& caller) {
    json::Array all;
    for (const auto& it : incidents.told_to(caller.account.region))
        all.push_back(incident_json(it));
    return answer(
        200, {{"incidents", std::move(all)}, {"open", incidents.open_for(caller.account.region)}});
}

Response count(const organs::Incidents& incidents, const site::Caller& caller) {
    return answer(200, {{"open", incidents.open_for(caller.account.region)}});
}

Response acknowledge(organs::Incidents& incidents, const Request& request,
                     const site::Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    const auto seen = fields.value().whole("last_at", "最近一次的时间");
    if (!seen.ok()) return refused(seen.error());
    if (incidents.acknowledge(caller.account.region, std::string(request.parameter("id")),
                              seen.value(), caller.account.id))
        return list(incidents, caller);
    return refused({ErrorKind::NotFound, "incident.not-found", "没有这条故障记录，请刷新后再看。"});
}

}  // namespace

std::vector<Route> incident_routes(const site::Services& services, organs::Incidents& incidents) {
    const auto route = [&](auto method, auto path, auto title, site::Work work) {
        return work_route(services, method, path, title, Right::ManagePeople, std::move(work));
    };
    organs::Incidents* const all = &incidents;
    return {
        route("GET", "/api/incidents", "系统故障，新的在前",
              [all](const Request&, const site::Caller& caller) { return list(*all, caller); }),
        route("GET", "/api/incidents/open", "还没有人确认知悉的系统故障有几条",
              [all](const Request&, const site::Caller& caller) { return count(*all, caller); }),
        route("POST", "/api/incidents/{id}/acknowledge", "确认知悉一条系统故障",
              [all](const Request& request, const site::Caller& caller) {
                  return acknowledge(*all, request, caller);
              }),
    };
}

}  // namespace gongkai::api
