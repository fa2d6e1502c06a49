#include "api/assignment_routes.h"

#include <algorithm>

#include "api/fields.h"
#include "api/given_act.h"
#include "api/json_parts.h"
#include "api/listing.h"
#include "api/office_routes.h"
#include "journal/log_name.h"
#include "site/guard.h"

namespace gongkai::api {

using http::Request;
using http::Response;
using http::Route;
using organs::Right;
using requests::assignments::Assign;
using requests::assignments::Order;
using requests::assignments::Subject;
using requests::assignments::TakeBack;

namespace {

requests::RequestKey key_of(const Request& request, const site::Caller& caller) {
    return {caller.organ, std::string(request.parameter("number"))};
}

json::Object assignment_json(const desk::KnownAssignment& it, std::int64_t region) {
    const Order& order = it.line.order;
    return {
        {"request", it.line.request},
        {"unit", order.unit},
        {"place", order.unit.empty() ? std::string()
                                     : journal::log_name({region, order.organ}) + "/" + order.unit},
        {"unit_name", it.unit_name},
        {"person", order.person},
        {"until", day_or_null(order.until)},
        {"seen", it.line.acts}};
}

Response list(const desk::AssignmentDesk& assignments, const Request& request,
              const site::Caller& caller) {
    auto ask = ask_of(request);
    if (!ask.ok()) return refused(ask.error());
    if (const auto placed = place_units(ask.value(), caller.organ.region); !placed.ok())
        return refused(placed.error());
    const auto page = assignments.page(caller.organ, ask.value());
    if (!page.ok()) return refused(page.error());
    auto all = page_json("assignments", page.value().shown([&](const auto& it) {
        return assignment_json(it, caller.organ.region);
    }));
    const auto home = assignments.at_work(caller.organ, caller.today);
    all.set("organ", home.ok() ? json::Value(journal::log_name(home.value())) : json::Value());
    return answer(200, all);
}

Response assign(desk::AssignmentDesk& assignments, const Request& request,
                const site::Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    auto given = fields.value().all();
    given.erase("seen");
    Order order;
    const auto taken = records::read_record(given, records::fields_of<Order>, &order,
                                            records::row_for<Subject, Assign>().title);
    if (!taken.ok()) return refused(taken.error());
    const auto seen = seen_of(fields.value());
    if (!seen.ok()) return refused(seen.error());
    const auto made =
        assignments.assign(caller.actor, key_of(request, caller), order, seen.value());
    if (!made.ok()) return refused(made.error());
    return answer(200, assignment_json(made.value(), caller.organ.region));
}

Response take_back(desk::AssignmentDesk& assignments, const Request& request,
                   const site::Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    const auto seen = seen_of(fields.value());
    if (!seen.ok()) return refused(seen.error());
    const auto done = assignments.take_back(caller.actor, key_of(request, caller), seen.value());
    return done.ok() ? answer(200, {}) : refused(done.error());
}

}  // namespace

Status place_units(records::Ask& ask, std::int64_t region) {
    for (auto& filter : ask.filters) {
        if (filter.name != "unit") continue;
        const auto slash = std::min(filter.value.find('/'), filter.value.size());
        const auto organ = journal::log_named(filter.value.substr(0, slash));
        const auto unit = filter.value.substr(std::min(slash + 1, filter.value.size()));
        if (!organ || !site::plain_number(unit))
            return Error{ErrorKind::Invalid, "list.filter",
                         "筛选条件 unit 应是机关和内设机构的编号，如 900121-3/2，现为" +
                             in_quotes(filter.value) + "。"};
        // One of another region is none of this list.
        filter.value = organ->region == region ? requests::place_in_rows(organ->organ, unit) : "-";
    }
    return Done{};
}

std::vector<Route> assignment_routes(const site::Services& services,
                                     desk::AssignmentDesk& assignments) {
    const auto route = [&](auto... parts) { return work_route(services, parts...); };
    desk::AssignmentDesk* const all = &assignments;
    return {
        route("GET", "/api/organs/{organ}/assignments", "申请交给了哪个内设机构、谁办理",
              Right::ReadWork,
              [all](const Request& request, const site::Caller& caller) {
                  return list(*all, request, caller);
              })
            .asking(list_parameters({{"request", "申请编号，可写几个，用逗号分开"},
                                     {"unit", "内设机构，如 900121-3/2"},
                                     {"person", "承办人的账号，如 account/12"}},
                                    "request，前面加 - 为倒序；不写为 -request"))
            .refusing({422}),
        route("POST", "/api/organs/{organ}/requests/{number}/assignment", "交办申请，或者重新交办",
              records::row_for<Subject, Assign>().right,
              [all](const Request& request, const site::Caller& caller) {
                  return assign(*all, request, caller);
              }),
        route("POST", "/api/organs/{organ}/requests/{number}/assignment/take-back",
              "收回交办的申请", records::row_for<Subject, TakeBack>().right,
              [all](const Request& request, const site::Caller& caller) {
                  return take_back(*all, request, caller);
              }),
    };
}

}  // namespace gongkai::api
