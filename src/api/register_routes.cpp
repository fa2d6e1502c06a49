#include "api/fields.h"
#include "api/listing.h"
#include "api/office_routes.h"
#include "desk/publishing.h"

namespace gongkai::api {

using disclosure::RegisterAct;
using disclosure::RegisterKind;
using disclosure::RegisterLine;
using disclosure::registers::Annul;
using disclosure::registers::Enter;
using disclosure::registers::Subject;
using http::Request;
using http::Response;
using http::Route;
using organs::Right;

namespace {

std::string_view unit(RegisterKind kind) { return kind == RegisterKind::Fee ? "万元" : "件"; }

// What was entered, as every act is told; an annulment is told by `annulled`.
json::Object line_json(const RegisterLine& line) {
    auto out = records::output<Subject>(line.acts().front(), 0, records::nothing_opened());
    out.prepend({"number", line.key().number});
    out.set("unit", unit(entry_of(line).kind));
    out.set("annulled", is_annulled(line));
    // In which year's list it stands, which need not be that of today.
    out.set("year", year_of(line.acts().front().on));
    return out;
}

json::Object total_json(RegisterKind kind, const Decimal& amount) {
    return {{"register", name(kind)},
            {"register_name", chinese(kind)},
            {"amount", amount.text()},
            {"unit", unit(kind)}};
}

// Lines of all years, so that none is hidden by the year that a screen happens to stand on.
Response list_all(const site::Services& services, const Request& request,
                  const site::Caller& caller) {
    const auto ask = ask_of(request);
    if (!ask.ok()) return refused(ask.error());
    const auto page = services.desks->publishing.lines(caller.organ, ask.value());
    if (!page.ok()) return refused(page.error());
    return answer(200, page_json("lines", page.value().shown(line_json)));
}

Response list(const site::Services& services, const Request& request, const site::Caller& caller) {
    const auto year = site::year_of_path(request.parameter("year"));
    if (!year) return no_year();
    auto ask = ask_of(request);
    if (!ask.ok()) return refused(ask.error());
    ask.value().filters.push_back({"year", std::to_string(*year)});
    const auto page = services.desks->publishing.lines(caller.organ, ask.value());
    if (!page.ok()) return refused(page.error());
    const auto sums = services.desks->publishing.sums(caller.organ, *year);
    json::Array totals;
    for (std::size_t i = 0; i < sums.size(); ++i)
        totals.push_back(total_json(RegisterKind(i), sums[i]));
    auto all = page_json("lines", page.value().shown(line_json));
    all.set("year", *year);
    all.set("totals", std::move(totals));
    return answer(200, all);
}

// Release 0.1 named the register where other acts have their kind; whoever still does is
// understood.
Result<RegisterAct> entry_from(json::Object given) {
    if (const json::Value* kind = given.find("kind"); kind && !given.find("register")) {
        json::Value named = *kind;
        given.set("register", std::move(named));
    }
    given.set("kind", records::row_for<Subject, Enter>().name);
    return records::act_from<Subject>(std::move(given));
}

// The same for the reason, which are the words of any other act.
Result<RegisterAct> annulment_from(json::Object given) {
    if (const json::Value* reason = given.find("reason"); reason && !given.find("words")) {
        json::Value words = *reason;
        given.erase("reason");
        given.set("words", std::move(words));
    }
    given.set("kind", records::row_for<Subject, Annul>().name);
    return records::act_from<Subject>(std::move(given));
}

Response changed(int status, const Result<RegisterLine>& line) {
    if (!line.ok()) return refused(line.error());
    return answer(status, line_json(line.value()));
}

Response enter(const site::Services& services, const Request& request, const site::Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    const auto act = entry_from(fields.value().all());
    if (!act.ok()) return refused(act.error());
    return changed(201,
                   services.desks->publishing.enter_line(caller.actor, caller.organ, act.value()));
}

Response annul(const site::Services& services, const Request& request, const site::Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    const auto act = annulment_from(fields.value().all());
    if (!act.ok()) return refused(act.error());
    const disclosure::RegisterKey key{caller.organ, std::string(request.parameter("number"))};
    return changed(200, services.desks->publishing.act_on_line(caller.actor, key, act.value()));
}

Parameters line_parameters(Parameters more) {
    more.insert(more.end(), {{"register", "台账类别：license、penalty、compulsion 或 fee"},
                             {"annulled", "0 为有效的，1 为已更正作废的"},
                             {"from", "日期，从这一天起"},
                             {"to", "日期，到这一天止"}});
    return list_parameters(std::move(more),
                           "number 或 on，前面加 - 为倒序；不写为 -number，新登记的在前");
}

}  // namespace

std::vector<Route> register_routes(const site::Services& services) {
    return {
        work_route(services, "GET", "/api/organs/{organ}/registers", "各年的台账，新登记的在前",
                   Right::ReadWork, list_all)
            .asking(line_parameters({{"year", "年份"}}))
            .refusing({422}),
        work_route(services, "GET", "/api/organs/{organ}/registers/{year}",
                   "一年的台账：许可、处罚、强制、收费", Right::ReadWork, list)
            .asking(line_parameters({}))
            .refusing({422}),
        work_route(services, "POST", "/api/organs/{organ}/registers", "登记一条台账",
                   records::row_for<Subject, Enter>().right, enter),
        work_route(services, "POST", "/api/organs/{organ}/registers/{number}/annul",
                   "更正登记有误的台账", records::row_for<Subject, Annul>().right, annul),
    };
}

}  // namespace gongkai::api
