#include "api/fields.h"
#include "api/given_act.h"
#include "api/import_json.h"
#include "api/listing.h"
#include "api/message_json.h"
#include "api/office_routes.h"

namespace gongkai::api {

using http::Request;
using http::Response;
using http::Route;
using interaction::MessageAct;
using interaction::MessageKey;
using organs::Right;
using namespace interaction::messages;

namespace {

constexpr std::size_t letter_body = 256u << 10;  // a letter with its words

MessageKey key_of(const Request& request, const site::Caller& caller) {
    return {caller.organ, std::string(request.parameter("number"))};
}

// `messages` of the site's desks.
const desk::MessageDesk& desk_of(const site::Services& services) {
    return services.desks->messages;
}

// Who answers today, as notices name it: of a body that ended the one that goes on for it, and why.
std::string answering(const site::Services& services, const organs::Organ& organ, Date today) {
    const auto heirs = services.desks->organs.heirs(organ, today);
    return heirs.empty() ? organ.name : "承继" + organ.name + "职权的" + heirs.front().name;
}

Response shown(const site::Services& services, const site::Caller& caller, const MessageKey& key,
               int status) {
    const auto found = desk_of(services).open(key);
    if (!found.ok()) return refused(found.error());
    const auto organ = services.desks->organs.find(caller.organ);
    if (!organ.ok()) return refused(organ.error());
    return answer(status, with_mailbox(json_of(found.value(), desk_of(services).counting(),
                                               answering(services, organ.value(), caller.today),
                                               caller.today),
                                       organ.value()));
}

Response list(const site::Services& services, const Request& request, const site::Caller& caller) {
    const auto ask = ask_of(request);
    if (!ask.ok()) return refused(ask.error());
    const auto page = desk_of(services).list(caller.organ, ask.value(), caller.today);
    if (!page.ok()) return refused(page.error());
    const auto organ = services.desks->organs.find(caller.organ);
    if (!organ.ok()) return refused(organ.error());
    return answer(200, page_json("messages", page.value().shown([&](const desk::MessageLine& line) {
                      return with_mailbox(json_of(line, services.calendar, caller.today),
                                          organ.value());
                  })));
}

Response show(const site::Services& services, const Request& request, const site::Caller& caller) {
    return shown(services, caller, key_of(request, caller), 200);
}

Result<MessageAct> entry_from(json::Object given) {
    given.set("kind", records::row_for<Subject, Enter>().name);
    return records::act_from<Subject>(std::move(given));
}

Response enter(const site::Services& services, const Request& request, const site::Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    const auto entry = entry_from(fields.value().all());
    if (!entry.ok()) return refused(entry.error());
    const auto receipt = desk_of(services).enter(caller.actor, caller.organ, entry.value());
    if (!receipt.ok()) return refused(receipt.error());
    return answer(201, json_of(receipt.value(), services.calendar));
}

Response record_act(const site::Services& services, const Request& request,
                    const site::Caller& caller) {
    const auto given = given_act<Subject>(request, caller);
    if (!given.ok()) return refused(given.error());
    const auto key = key_of(request, caller);
    const auto after =
        desk_of(services).act_on(caller.actor, key, given.value().act, given.value().seen);
    if (!after.ok()) return refused(after.error());
    return shown(services, caller, key, 200);
}

Response take_complaint(const site::Services& services, const Request& request,
                        const site::Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    const auto seen = seen_of(fields.value());
    if (!seen.ok()) return refused(seen.error());
    auto given = fields.value().all();
    given.erase("seen");
    desk::MessageDesk::Complaint how;
    const auto read = records::read_record(given, records::fields_of<desk::MessageDesk::Complaint>,
                                           &how, "转信箱办理");
    if (!read.ok()) return refused(read.error());
    const auto made = desk_of(services).take_complaint(
        caller.actor, requests::RequestKey{caller.organ, std::string(request.parameter("number"))},
        how, seen.value());
    if (!made.ok()) return refused(made.error());
    return shown(services, caller, made.value().key(), 201);
}

Response figures(const site::Services& services, const Request& request,
                 const site::Caller& caller) {
    const auto year = site::year_of_path(request.parameter("year"));
    if (!year) return no_year();
    auto out = figures_json(*year, desk_of(services).months(caller.organ, *year, caller.today));
    const auto sources = desk_of(services).sources(caller.organ, *year, caller.today);
    const auto organ = services.desks->organs.find(caller.organ);
    if (!organ.ok()) return refused(organ.error());
    json::Array by_source;
    for (const SourceFigures& it : sources)
        by_source.push_back(
            json::Object{{"source", name(it.source)},
                         {"source_name", desk::source_name(it.source, organ.value())},
                         {"received", it.received},
                         {"ours", it.ours},
                         {"in_time", it.in_time},
                         {"late", it.late},
                         {"closed", it.closed},
                         {"closed_earlier", it.closed_earlier},
                         {"without_answer", it.without_answer},
                         {"transferred", it.transferred},
                         {"returned", it.returned},
                         {"refused", it.refused},
                         {"handed_over", it.handed_over}});
    out.set("sources", std::move(by_source));
    // For part one or six of the annual report, as the clerk chooses.
    out.set("narrative", desk::narrative_line(sources, caller.today));
    return answer(200, out);
}

Response import(const site::Services& services, const Request& request,
                const site::Caller& caller) {
    const auto dry_run = is_dry_run(request);
    if (!dry_run.ok()) return refused(dry_run.error());
    const auto done =
        desk_of(services).import().run(caller.actor, caller.organ, request.body, dry_run.value());
    if (!done.ok()) return refused(done.error());
    return import_answer(done.value(), dry_run.value());
}

Response file_template(const site::Services&, const Request&, const site::Caller&) {
    return download("text/csv; charset=utf-8", "来信导入模板.csv",
                    desk::MessageImport::file_template());
}

}  // namespace

std::vector<Route> message_routes(const site::Services& services) {
    const auto route = [&](auto... parts) { return work_route(services, parts...); };
    const std::string_view all = "/api/organs/{organ}/messages";
    const auto filters = list_parameters({{"source", "来源"},
                                          {"matter", "类别"},
                                          {"state", "办理状态"},
                                          {"stage", "公开进展"},
                                          {"unit", "承办科室"},
                                          {"handler", "经办账号"},
                                          {"satisfaction", "满意度"},
                                          {"from", "收到日期不早于"},
                                          {"to", "收到日期不晚于"},
                                          {"year", "收到的年度"}},
                                         "due、received、number");
    return {
        route("GET", all, "热线和信箱来信清单", Right::ReadWork, list).asking(filters),
        route("POST", all, "登记来信", records::row_for<Subject, Enter>().right, enter)
            .taking(letter_body),
        route("GET", "/api/organs/{organ}/messages/{number}", "一件来信", Right::ReadWork, show),
        // Each act needs its own right besides.
        route("POST", "/api/organs/{organ}/messages/{number}/acts", "办理一个环节", Right::ReadWork,
              record_act)
            .taking(letter_body),
        route("POST", "/api/organs/{organ}/requests/{number}/message",
              "信访、投诉、举报类申请转信箱办理", Right::Decide, take_complaint)
            .taking(letter_body),
        route("GET", "/api/organs/{organ}/message-figures/{year}", "一年中各月的来信统计",
              Right::ReadWork, figures),
        route("POST", "/api/organs/{organ}/message-import", "由 CSV 或者 XLSX 文件导入来信",
              records::row_for<Subject, Enter>().right, import)
            .uploading(services.uploads.staff)
            .asking({{"dry_run", "1 为只看结果，不写入"}}),
        route("GET", "/api/organs/{organ}/message-import/template.csv", "来信导入模板",
              Right::ReadWork, file_template)
            .answering("text/csv"),
    };
}

}  // namespace gongkai::api
