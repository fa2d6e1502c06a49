#include <map>

#include "desk/publishing.h"
#include "web/api/fields.h"
#include "web/api/office_routes.h"

namespace gongkai::web::api {

using disclosure::RegisterEntry;
using disclosure::RegisterKind;
using http::Request;
using http::Response;
using http::Route;
using organs::Right;

namespace {

constexpr int register_kinds = 4;

std::string_view unit(RegisterKind kind) { return kind == RegisterKind::Fee ? "万元" : "件"; }

json::Object line_json(const RegisterEntry& it) {
    return {{"number", it.subject.substr(it.subject.find('/') + 1)},
            {"kind", name(it.kind)},
            {"kind_name", chinese(it.kind)},
            {"on", iso(it.on)},
            {"amount", it.amount.text()},
            {"unit", unit(it.kind)},
            {"source", it.source},
            {"recorded_on", iso(it.recorded_on)},
            {"annulled", it.annulled}};
}

json::Object total_json(RegisterKind kind, const Decimal& amount) {
    return {{"kind", name(kind)},
            {"kind_name", chinese(kind)},
            {"amount", amount.text()},
            {"unit", unit(kind)}};
}

Response list(const Services& services, const Request& request, const Caller& caller) {
    const auto year = year_of_path(request.parameter("year"));
    if (!year) return no_year();
    json::Array lines, totals;
    std::map<RegisterKind, Decimal> sums;
    services.office->ledger.look([&](const journal::View& view) {
        for (const auto& it : services.office->registers.of_year(view, caller.organ, *year)) {
            lines.push_back(line_json(it));
            if (!it.annulled) sums[it.kind] = sums[it.kind] + it.amount;
        }
    });
    for (int i = 0; i < register_kinds; ++i)
        totals.push_back(total_json(RegisterKind(i), sums[RegisterKind(i)]));
    return answer(200,
                  {{"year", *year}, {"lines", std::move(lines)}, {"totals", std::move(totals)}});
}

Result<disclosure::RegisterEvent> event_of(const Fields& fields) {
    disclosure::RegisterEvent it;
    GK_TRY(kind, word(fields, "kind", "台账类别", disclosure::register_kind));
    GK_TRY(on, fields.day("on", "日期"));
    GK_TRY(printed, fields.text("amount", "数量"));
    GK_CHECK(fields.take("from", "期间的第一天", it.from));
    GK_CHECK(fields.take("source", "数据来源", it.source));
    const auto amount = Decimal::parse(printed);
    if (!amount)
        return Error{ErrorKind::Invalid, "fields.kind",
                     "“数量”应是 12 或 0.35 这样的数，现为" + in_quotes(printed) + "。"};
    it.kind = kind;
    it.on = on;
    it.amount = *amount;
    return it;
}

Response changed(int status, const Result<desk::Publishing::Line>& line) {
    if (!line.ok()) return refused(line.error());
    return answer(status, line_json(line.value().entry));
}

Response enter(const Services& services, const Request& request, const Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    const auto event = event_of(fields.value());
    if (!event.ok()) return refused(event.error());
    return changed(201,
                   desk::Publishing(*services.office)
                       .enter_line(caller.signature, caller.organ, event.value(), caller.today));
}

Response annul(const Services& services, const Request& request, const Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    std::string reason;
    const auto taken = fields.value().take("reason", "原因", reason);
    if (!taken.ok()) return refused(taken.error());
    return changed(200, desk::Publishing(*services.office)
                            .annul_line(caller.signature,
                                        {caller.organ, std::string(request.parameter("number"))},
                                        reason, caller.today));
}

}  // namespace

std::vector<Route> register_routes(const Services& services) {
    return {
        work_route(services, "GET", "/api/organs/{organ}/registers/{year}",
                   "一年的台账：许可、处罚、强制、收费", Right::ReadWork, list),
        work_route(services, "POST", "/api/organs/{organ}/registers", "登记一条台账",
                   Right::KeepRegisters, enter),
        work_route(services, "POST", "/api/organs/{organ}/registers/{number}/annul",
                   "更正登记有误的台账", Right::KeepRegisters, annul),
    };
}

}  // namespace gongkai::web::api
