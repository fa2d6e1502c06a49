#include "api/assignment_routes.h"
#include "api/fields.h"
#include "api/given_act.h"
#include "api/json_parts.h"
#include "api/listing.h"
#include "api/office_routes.h"
#include "api/request_json.h"
#include "desk/applicant_desk.h"
#include "desk/request_list.h"
#include "site/guard.h"
#include "site/refusal.h"
#include "site/visitor_limits.h"

namespace gongkai::api {

using http::Request;
using http::Response;
using http::Route;
using organs::Right;

namespace {

constexpr std::size_t letter_body = 256u << 10;  // an application with its words

requests::RequestKey key_of(const Request& request, const site::Caller& caller) {
    return {caller.organ, std::string(request.parameter("number"))};
}

Response list_requests(const site::Services& services, const Request& request,
                       const site::Caller& caller) {
    auto ask = ask_of(request);
    if (!ask.ok()) return refused(ask.error());
    if (const auto placed = place_units(ask.value(), caller.organ.region); !placed.ok())
        return refused(placed.error());
    const auto page = services.desks->request_list.page(caller.organ, caller.today, ask.value());
    if (!page.ok()) return refused(page.error());
    auto all = page_json("requests", page.value().shown(line_json));
    all.set("today", iso(caller.today));
    return answer(200, all);
}

Response register_letter(const site::Services& services, const Request& request,
                         const site::Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    const auto asked = new_request(fields.value().all(), caller.today);
    if (!asked.ok()) return refused(asked.error());
    const auto receipt =
        services.desks->requests.take_in(caller.actor, caller.organ, asked.value());
    if (!receipt.ok()) return refused(receipt.error());
    return answer(201, json_of(receipt.value(), services.calendar));
}

Response show(const site::Services& services, const Request& request, const site::Caller& caller) {
    const auto found = services.desks->requests.open(key_of(request, caller));
    if (!found.ok()) return refused(found.error());
    return answer(200, json_of(found.value(), services.desks->requests.rules(), caller.today));
}

Response record_act(const site::Services& services, const Request& request,
                    const site::Caller& caller) {
    const auto given = given_act<requests::Subject>(request, caller);
    if (!given.ok()) return refused(given.error());
    const auto after = services.desks->requests.act_on(caller.actor, key_of(request, caller),
                                                       given.value().act, given.value().seen);
    if (!after.ok()) return refused(after.error());
    const auto opened = services.desks->requests.open(after.value());
    return answer(200, json_of(opened, services.desks->requests.rules(), caller.today));
}

// Shown to whoever asks for it, and on record that he did.
Response open_id_number(const site::Services& services, const Request& request,
                        const site::Caller& caller) {
    const auto number = services.desks->person_openings.open(caller.actor, key_of(request, caller));
    if (!number.ok()) return refused(number.error());
    return answer(200, {{"id_number", number.value()}});
}

Response list_openings(const site::Services& services, const Request& request,
                       const site::Caller& caller) {
    json::Array all;
    for (const auto& opening : services.desks->person_openings.of_request(key_of(request, caller)))
        all.push_back(json::Object{{"at", moment(opening.at)}, {"by", opening.by}});
    return answer(200, {{"openings", std::move(all)}});
}

Response apply(const site::Services& services, const Request& request) {
    const auto organ = site::organ_named(request);
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    const auto today = china_day(services.now());
    auto given = fields.value().all();
    // Whoever comes by the web says neither when nor how he came.
    given.set("channel", name(requests::Channel::Internet));
    given.set("submitted_on", iso(today));
    given.set("received_on", iso(today));
    const auto asked = new_request(given, today);
    if (!asked.ok()) return refused(asked.error());
    const auto may = services.limits->take_application(request, services.now());
    if (!may.ok()) return too_often(services, request, may.error());
    const auto receipt = services.desks->applicants.apply(services.now(), organ, asked.value());
    if (!receipt.ok()) return refused(receipt.error());
    auto response = answer(201, json_of(receipt.value(), services.calendar));
    response.set("Cache-Control", "no-store");
    return response;
}

Response track(const site::Services& services, const Request& request) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    requests::RequestKey key{site::organ_named(request), {}};
    std::string code;
    for (const Status& taken : {fields.value().take("number", "申请编号", key.number),
                                fields.value().take("query_code", "查询码", code)})
        if (!taken.ok()) return refused(taken.error());
    const auto may = services.limits->may_guess(request, services.now());
    if (!may.ok()) return too_often(services, request, may.error());
    const auto found = services.desks->applicants.track(key, code);
    if (!found.ok()) {
        services.limits->note_wrong_guess(request, services.now());
        return refused(found.error());
    }
    auto response = answer(200, tracking_json(found.value(), services.desks->requests.rules(),
                                              china_day(services.now())));
    response.set("Cache-Control", "no-store");
    return response;
}

Parameters request_parameters() {
    return list_parameters({{"group", "open、overdue、due_today、due_soon、waiting 或 new"},
                            {"state", "办理状态，可写几个，用逗号分开"},
                            {"channel", "申请渠道"},
                            {"applicant_kind", "申请人类别"},
                            {"decision", "处理决定，如 G2"},
                            {"handler", "最近办理的账号"},
                            {"unit", "交给哪个内设机构办理，如 900121-3/2"},
                            {"assignee", "交给谁办理，如 account/12"},
                            {"received_year", "收到申请的年份"},
                            {"received_from", "收到申请之日，从这一天起"},
                            {"received_to", "收到申请之日，到这一天止"},
                            {"due_from", "答复期限，从这一天起"},
                            {"due_to", "答复期限，到这一天止"},
                            {"decided_from", "作出决定之日，从这一天起"},
                            {"decided_to", "作出决定之日，到这一天止"}},
                           "number、due、received 或 decided，前面加 - 为倒序；不写为 -number");
}

}  // namespace

std::vector<Route> request_routes(const site::Services& services) {
    const auto route = [&](auto... parts) { return work_route(services, parts...); };
    const std::string_view all = "/api/organs/{organ}/requests";
    return {
        route("GET", all, "申请清单", Right::ReadWork, list_requests)
            .asking(request_parameters())
            .refusing({422}),
        route("POST", all, "登记申请", Right::HandleRequests, register_letter).taking(letter_body),
        route("GET", "/api/organs/{organ}/requests/{number}", "一件申请", Right::ReadWork, show),
        // Each act needs its own right besides: the head of the office has some of them alone.
        route("POST", "/api/organs/{organ}/requests/{number}/acts", "办理一个环节", Right::ReadWork,
              record_act)
            .taking(letter_body),
        route("POST", "/api/organs/{organ}/requests/{number}/id-number", "查看申请人的证件号码",
              Right::HandleRequests, open_id_number),
        route("GET", "/api/organs/{organ}/requests/{number}/openings", "谁看过申请人的证件号码",
              Right::ReadJournal, list_openings),
        public_route(services, "POST", "/api/public/organs/{organ}/requests", "网上申请", apply)
            .taking(letter_body)
            .refusing({409, site::VisitorLimits::too_often}),
        // Number and code travel in the body: addresses end up in logs.
        public_route(services, "POST", "/api/public/organs/{organ}/tracking", "查询申请的办理情况",
                     track)
            .refusing({site::VisitorLimits::too_often}),
    };
}

}  // namespace gongkai::api
