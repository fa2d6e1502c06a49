#include "api/given_act.h"
#include "api/listing.h"
#include "api/office_routes.h"
#include "api/proposal_json.h"
#include "site/guard.h"

namespace gongkai::api {

using http::Request;
using http::Response;
using http::Route;
using interaction::proposals::Act;
using interaction::proposals::ProposalKey;
using interaction::proposals::Register;
using interaction::proposals::row_for;
using interaction::proposals::Subject;
using organs::Right;

namespace {

constexpr std::size_t letter_body = 1u << 20;  // a proposal or an answer with its words

ProposalKey key_of(const Request& request, const site::Caller& caller) {
    return {caller.organ, std::string(request.parameter("number"))};
}

Response list(const site::Services& services, const Request& request, const site::Caller& caller) {
    const auto ask = ask_of(request);
    if (!ask.ok()) return refused(ask.error());
    const auto page = services.desks->proposals.page(caller.organ, ask.value(), caller.today);
    if (!page.ok()) return refused(page.error());
    return answer(200, page_json("proposals",
                                 page.value().shown([](const auto& it) { return json_of(it); })));
}

Response show(const site::Services& services, const ProposalKey& key, const site::Caller& caller,
              int status = 200) {
    const auto file = services.desks->proposals.open(key);
    if (!file.ok()) return refused(file.error());
    return answer(status, json_of(file.value(), services.desks->proposals, caller));
}

Response show_one(const site::Services& services, const Request& request,
                  const site::Caller& caller) {
    return show(services, key_of(request, caller), caller);
}

// The fields of the assignment stand alone, without an act around them.
Response assign(const site::Services& services, const Request& request,
                const site::Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    auto given = fields.value().all();
    given.set("kind", row_for<Register>().name);
    const auto act = records::act_from<Subject>(std::move(given));
    if (!act.ok()) return refused(act.error());
    const auto made = services.desks->proposals.assign(caller.actor, caller.organ, act.value());
    if (!made.ok()) return refused(made.error());
    return show(services, made.value().key(), caller, 201);
}

Response record(const site::Services& services, const Request& request,
                const site::Caller& caller) {
    const auto given = given_act<Subject>(request, caller);
    if (!given.ok()) return refused(given.error());
    const auto after = services.desks->proposals.record(caller.actor, key_of(request, caller),
                                                        given.value().act, given.value().seen);
    if (!after.ok()) return refused(after.error());
    return show(services, after.value().key(), caller);
}

Response counts(const site::Services& services, const Request& request,
                const site::Caller& caller) {
    const auto year = site::year_of_path(request.parameter("year"));
    if (!year) return no_year();
    return answer(
        200, counts_json(services.desks->proposals.counts(caller.organ, *year, caller.today), *year,
                         caller.today));
}

// For the public: what went through the gate, and nothing else.
Response answers(const site::Services& services, const Request& request) {
    const auto ask = ask_of(request);
    if (!ask.ok()) return refused(ask.error());
    const auto page = services.desks->proposals.answers(site::organ_named(request), ask.value());
    if (!page.ok()) return refused(page.error());
    return answer(200, page_json("proposals",
                                 page.value().shown([](const auto& it) { return json_of(it); })));
}

Response one_answer(const site::Services& services, const Request& request) {
    const ProposalKey key{site::organ_named(request), std::string(request.parameter("number"))};
    const auto view = services.desks->proposals.answer(key, china_day(services.now()));
    if (!view)
        return refused({ErrorKind::NotFound, "proposal.not-found",
                        "没有这件答复，或者它不再公开。请核对编号。"});
    return answer(200, json_of(*view));
}

Parameters list_filters() {
    return {{"group", "分组：open、duties、overdue、due_soon、promised、to_review、to_publish"},
            {"form", "类别：suggestion、cppcc"},
            {"session", "届次"},
            {"part", "办理方式：lead、separate、joint"},
            {"state", "状态，几个用逗号分开"},
            {"stage", "公开的进展"},
            {"class", "答复类别，如 A"},
            {"satisfaction", "反馈：satisfied、basically、dissatisfied"},
            {"public", "1 为已公开"},
            {"year", "交办的年份"},
            {"from", "交办日期不早于"},
            {"to", "交办日期不晚于"}};
}

}  // namespace

std::vector<Route> proposal_routes(const site::Services& services) {
    const auto route = [&](auto... parts) { return work_route(services, parts...); };
    const std::string_view all = "/api/organs/{organ}/proposals",
                           number = "/api/organs/{organ}/proposals/{number}";
    return {
        route("GET", all, "建议提案清单", Right::ReadWork, list)
            .asking(
                list_parameters(list_filters(), "due、assigned、answered、number，前加 - 为倒序"))
            .refusing({422}),
        route("POST", all, "登记交办的建议、提案", row_for<Register>().right, assign)
            .taking(letter_body),
        route("GET", number, "一件建议或提案", Right::ReadWork, show_one),
        // Each act needs its own right besides: nobody reviews what he wrote for the public.
        route("POST", "/api/organs/{organ}/proposals/{number}/acts", "办理建议提案的一个环节",
              Right::ReadWork, record)
            .taking(letter_body),
        route("GET", "/api/organs/{organ}/proposal-counts/{year}",
              "一年建议提案的件数，供年度报告引用", Right::ReadWork, counts),
        public_route(services, "GET", "/api/public/organs/{organ}/proposals",
                     "已公开的建议提案答复", answers)
            .asking(list_parameters({{"form", "类别：suggestion、cppcc"},
                                     {"session", "届次"},
                                     {"class", "答复类别，如 A"},
                                     {"year", "公开的年份"}},
                                    "published，前加 - 为倒序"))
            .refusing({422}),
        public_route(services, "GET", "/api/public/organs/{organ}/proposals/{number}",
                     "一件已公开的答复", one_answer),
    };
}

}  // namespace gongkai::api
