#include "api/unit_routes.h"

#include "api/fields.h"
#include "api/given_act.h"
#include "api/json_parts.h"
#include "api/office_routes.h"
#include "site/guard.h"

namespace gongkai::api {

using http::Request;
using http::Response;
using http::Route;
using organs::Right;
using organs::units::Establish;
using organs::units::Subject;

namespace {

json::Object unit_json(const desk::KnownUnit& it) {
    const organs::Unit& unit = it.unit;
    json::Array people;
    for (const auto& person : it.people)
        people.emplace_back(person);
    return {{"number", unit.number},
            {"name", unit.name},
            {"unit_kind", name(unit.kind)},
            {"unit_kind_name", chinese(unit.kind)},
            {"ended_on", day_or_null(unit.ended_on)},
            {"successor", unit.successor},
            {"people", std::move(people)},
            {"open_cases", it.open_cases},
            {"seen", unit.acts}};
}

Response told(int status, const Result<desk::KnownUnit>& unit) {
    return unit.ok() ? answer(status, unit_json(unit.value())) : refused(unit.error());
}

// Like the names of bodies and colleagues no secret inside the house, and nothing for other
// regions.
Response list(const desk::UnitDesk& units, const site::Caller& caller) {
    if (caller.organ.region != caller.account.region)
        return refused(
            {ErrorKind::NotFound, "organ.not-found", "没有这个机关。请核对网址或编号。"});
    json::Array all;
    for (const auto& it : units.of_body(caller.organ))
        all.push_back(unit_json(it));
    return answer(200, {{"units", std::move(all)}});
}

Response establish(desk::UnitDesk& units, const Request& request, const site::Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    auto given = fields.value().all();
    given.set("kind", records::row_for<Subject, Establish>().name);
    const auto act = records::act_from<Subject>(std::move(given));
    if (!act.ok()) return refused(act.error());
    return told(201, units.establish(caller.actor, caller.organ, act.value()));
}

Response act_on(desk::UnitDesk& units, const Request& request, const site::Caller& caller) {
    const auto given = given_act<Subject>(request, caller);
    if (!given.ok()) return refused(given.error());
    const organs::UnitKey key{caller.organ, std::string(request.parameter("number"))};
    return told(200, units.act_on(caller.actor, key, given.value().act, given.value().seen));
}

}  // namespace

std::vector<Route> unit_routes(const site::Services& services, desk::UnitDesk& units) {
    const auto route = [&](auto... parts) { return work_route(services, parts...); };
    desk::UnitDesk* const all = &units;
    return {
        route("GET", "/api/organs/{organ}/units", "机关的内设机构和在那里的工作人员",
              Right::SignedIn,
              [all](const Request&, const site::Caller& caller) { return list(*all, caller); }),
        route("POST", "/api/organs/{organ}/units", "设立内设机构",
              records::row_for<Subject, Establish>().right,
              [all](const Request& request, const site::Caller& caller) {
                  return establish(*all, request, caller);
              }),
        // Each act asks for its right besides.
        route("POST", "/api/organs/{organ}/units/{number}/acts",
              "修改、撤销内设机构，编入、调出人员", Right::ManagePeople,
              [all](const Request& request, const site::Caller& caller) {
                  return act_on(*all, request, caller);
              }),
    };
}

}  // namespace gongkai::api
