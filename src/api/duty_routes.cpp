#include <algorithm>

#include "api/document_json.h"
#include "api/json_parts.h"
#include "api/listing.h"
#include "api/message_json.h"
#include "api/office_routes.h"
#include "api/proposal_json.h"
#include "api/request_json.h"
#include "desk/duty_list.h"
#include "journal/log_name.h"

namespace gongkai::api {

using http::Request;
using http::Response;
using http::Route;
using organs::Right;

namespace {

json::Object duty_json(const desk::DocumentRow& row) {
    const auto what = row.duty.value_or(desk::DocumentDuty::DueSoon);
    return {{"number", row.line.number},
            {"title", row.line.title},
            {"what", name(what)},
            {"what_name", chinese(what)},
            {"waiting_since", day_or_null(waiting_since(row.line))},
            {"due", day_or_null(row.line.due)},
            {"working_days_left", row.working_days_left}};
}

json::Object duty_json(const desk::ReportDuty& it) {
    return {{"year", it.key.year},
            {"organ", journal::log_name(it.key.log)},
            {"organ_name", it.organ},
            {"state", name(it.state)},
            {"state_name", chinese(it.state)},
            {"what", name(it.what)},
            {"what_name", chinese(it.what)},
            {"words", it.words},
            {"due", day_or_null(it.due)},
            {"working_days_left", it.working_days_left}};
}

// What the query asks of one of the lists of duties: those of a group, by their days.
records::Ask of_group(const records::Ask& asked, std::string_view group) {
    records::Ask ask = asked;
    ask.sort = "due";
    if (std::ranges::find(ask.filters, "group", &records::Ask::Filter::name) == ask.filters.end())
        ask.filters.push_back({"group", std::string(group)});
    return ask;
}

// The first page of each kind, or the page behind `after` of the requests. Further pages of
// documents are those of their own list, in the group duties by due.
Response duties(const site::Services& services, const Request& request,
                const site::Caller& caller) {
    const auto asked = ask_of(request);
    if (!asked.ok()) return refused(asked.error());
    const auto& desks = *services.desks;
    const auto open =
        desks.request_list.page(caller.organ, caller.today, of_group(asked.value(), "open"));
    if (!open.ok()) return refused(open.error());
    records::Ask first;
    first.limit = asked.value().limit;
    const auto texts =
        desks.document_list.page(caller.organ, caller.today, of_group(first, "duties"));
    if (!texts.ok()) return refused(texts.error());
    json::Array reports;
    for (const auto& it : desks.duties.reports(caller.organ, caller.today))
        reports.push_back(duty_json(it));
    auto all = page_json(
        "duties", open.value().shown([](const desk::RequestRow& row) { return line_json(row); }));
    auto of_documents =
        page_json("documents", texts.value().shown([](const auto& row) { return duty_json(row); }));
    all.set("today", iso(caller.today));
    all.set("documents", of_documents.at("documents"));
    of_documents.erase("documents");
    all.set("of_documents", std::move(of_documents));
    all.set("reports", std::move(reports));
    json::Array messages;
    const auto organ = desks.organs.find(caller.organ);
    if (!organ.ok()) return refused(organ.error());
    for (const auto& it : desks.messages.duties(caller.organ))
        messages.push_back(
            with_mailbox(json_of(it, services.calendar, caller.today), organ.value()));
    all.set("messages", std::move(messages));
    json::Array proposals;
    for (const auto& it : services.desks->proposals.duties(caller.organ, caller.today))
        proposals.push_back(json_of(it));
    all.set("proposals", std::move(proposals));
    json::Array inherited;
    for (const auto& it : desks.organs.inherited(caller.organ, caller.today))
        inherited.push_back(json::Object{{"organ", journal::log_name(it.ended.key)},
                                         {"organ_name", it.ended.name},
                                         {"ended_on", day_or_null(it.ended.valid_until)},
                                         {"open_cases", it.open_cases.size()}});
    all.set("inherited", std::move(inherited));
    return answer(200, all);
}

json::Value findings_json(const std::optional<checks::Tally>& it) {
    if (!it) return {};
    return json::Object{{"errors", it->errors}, {"warnings", it->warnings}};
}

Response campaign(const site::Services& services, const Request& request,
                  const site::Caller& caller) {
    const auto year = site::year_of_path(request.parameter("year"));
    if (!year) return no_year();
    const auto ask = ask_of(request);
    if (!ask.ok()) return refused(ask.error());
    const auto page = services.desks->duties.campaign({caller.organ, *year}, ask.value());
    if (!page.ok()) return refused(page.error());
    auto all = page_json("bodies", page.value().shown([](const desk::CampaignLine& it) {
        return json::Object{{"organ", journal::log_name(it.body.key)},
                            {"name", it.body.name},
                            {"state", name(it.state)},
                            {"state_name", chinese(it.state)},
                            {"submitted_on", day_or_null(it.submitted_on)},
                            {"findings", findings_json(it.findings)}};
    }));
    all.prepend({"year", *year});
    return answer(200, all);
}

}  // namespace

std::vector<Route> duty_routes(const site::Services& services) {
    return {
        work_route(services, "GET", "/api/organs/{organ}/duties",
                   "今天要办的申请、文件、年度报告、来信和建议提案", Right::ReadWork, duties)
            .asking({{"group", "申请的分组：open、overdue、due_today、due_soon、waiting 或 new"},
                     {"after", "上一页给出的 next"},
                     {"limit", "每页条数，1 到 200，不写为 50"}})
            .refusing({422}),
        work_route(services, "GET", "/api/organs/{organ}/campaign/{year}",
                   "下级机关年度报告的报送情况", Right::ReviewReports, campaign)
            .asking(list_parameters({{"state", "报送情况，可写几个，用逗号分开"},
                                     {"group", "missing：没有编制报告的"},
                                     {"level", "级别"},
                                     {"kind", "类别"}},
                                    "id（不写即此）或 name"))
            .refusing({422}),
    };
}

}  // namespace gongkai::api
