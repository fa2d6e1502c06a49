#include "api/document_json.h"
#include "api/given_act.h"
#include "api/listing.h"
#include "api/media_type.h"
#include "api/office_routes.h"
#include "desk/document_list.h"
#include "disclosure/offer.h"

namespace gongkai::api {

using disclosure::Act;
using disclosure::Document;
using disclosure::DocumentKey;
using disclosure::DocumentSubject;
using http::Request;
using http::Response;
using http::Route;
using organs::Right;

namespace {

constexpr std::size_t text_body = 4u << 20;  // a document with its text

DocumentKey key_of(const Request& request, const site::Caller& caller) {
    return {caller.organ, std::string(request.parameter("number"))};
}

// Release 0.1 called `text` what is `q` in every list; whoever still does is understood.
Result<records::Ask> asked(const Request& request) {
    GK_TRY(ask, ask_of(request, {"text"}));
    GK_TRY(before, records::ask_of({{"q", request.query_value("text")}}));
    if (ask.search.empty()) ask.search = before.search;
    return ask;
}

Response list(const site::Services& services, const Request& request, const site::Caller& caller) {
    const auto ask = asked(request);
    if (!ask.ok()) return refused(ask.error());
    const auto page = services.desks->document_list.page(caller.organ, caller.today, ask.value());
    if (!page.ok()) return refused(page.error());
    auto all = page_json("documents", page.value().shown(line_json));
    all.set("today", iso(caller.today));
    return answer(200, all);
}

Response show(const site::Services& services, const DocumentKey& key, const site::Caller& caller,
              int status = 200) {
    const auto found = services.desks->documents.open(key, caller.today);
    if (!found.ok()) return refused(found.error());
    return answer(status, document_json(found.value(), services, caller));
}

Response show_one(const site::Services& services, const Request& request,
                  const site::Caller& caller) {
    return show(services, key_of(request, caller), caller);
}

// After a change: the document as it is now.
Response changed(const site::Services& services, const Result<Document>& after,
                 const site::Caller& caller, int status = 200) {
    if (!after.ok()) return refused(after.error());
    return show(services, after.value().key(), caller, status);
}

// The fields of the content stand alone, without an act around them.
Response draft(const site::Services& services, const Request& request, const site::Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    disclosure::Content content;
    const auto given =
        records::read_record(fields.value().all(), records::fields_of<disclosure::Content>,
                             &content, DocumentSubject::table().chinese);
    if (!given.ok()) return refused(given.error());
    return changed(services,
                   services.desks->publishing.draft(caller.actor, caller.organ, std::move(content)),
                   caller, 201);
}

// The act that is asked for, on the document as it is: what is not given of a content stays.
Result<Act> act_given(const site::Services& services, json::Object given, const records::Row& row,
                      const DocumentKey& key, const site::Caller& caller) {
    GK_TRY(file, services.desks->documents.open(key, caller.today));
    if (row.lawful_in == records::nowhere)
        return records::not_now(DocumentSubject::table(), row,
                                DocumentSubject::state_words(file.document.progress()));
    Act act = begun_act(file.document, row, caller.today);
    GK_CHECK(records::read_act<DocumentSubject>(std::move(given), act));
    return act;
}

// The body's credit code leads its index numbers; where it has none, the code of its place.
Result<std::string> code_of(const site::Services& services, const site::Caller& caller) {
    GK_TRY(organ, services.desks->organs.find(caller.organ));
    return organ.credit_code.empty() ? organ.division_code : organ.credit_code;
}

Result<Document> recorded(const site::Services& services, const Fields& fields,
                          const records::Row& row, const DocumentKey& key,
                          const site::Caller& caller) {
    GK_TRY(seen, seen_of(fields));
    auto given = fields.all();
    given.erase("seen");
    GK_TRY(act, act_given(services, std::move(given), row, key, caller));
    GK_TRY(code, code_of(services, caller));
    return services.desks->publishing.record(caller.actor, {key, seen}, std::move(act), code);
}

Response act(const site::Services& services, const Request& request, const site::Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    const auto row = row_given(DocumentSubject::table(), fields.value().all(), caller);
    if (!row.ok()) return refused(row.error());
    return changed(
        services, recorded(services, fields.value(), *row.value(), key_of(request, caller), caller),
        caller);
}

std::optional<desk::Target> target_of(const Request& request, const site::Caller& caller) {
    const auto seen = site::plain_number(request.query_value("seen"));
    if (!seen) return {};
    return desk::Target{key_of(request, caller), std::size_t(*seen)};
}

Response not_seen() {
    return refused(
        {ErrorKind::Invalid, "fields.kind", "网址里缺少 seen（已看到的环节数），请刷新后再试。"});
}

Response attach(const site::Services& services, const Request& request,
                const site::Caller& caller) {
    const auto target = target_of(request, caller);
    if (!target) return not_seen();
    const std::string file_name(request.query_value("file_name"));
    const auto bytes = [&request]() -> Result<std::shared_ptr<ByteSource>> {
        return std::shared_ptr<ByteSource>(std::make_shared<MemorySource>(request.body.view()));
    };
    return changed(
        services,
        services.desks->documents.attach(
            caller.actor, *target,
            {file_name, std::string(media_type_of(file_name)), request.body.size(), bytes}),
        caller);
}

Response detach(const site::Services& services, const Request& request,
                const site::Caller& caller) {
    const auto target = target_of(request, caller);
    if (!target) return not_seen();
    return changed(
        services,
        services.desks->documents.detach(caller.actor, *target, request.parameter("file_name")),
        caller);
}

Response fetch(const site::Services& services, const Request& request, const site::Caller& caller) {
    const auto name = request.parameter("file_name");
    const auto file = services.desks->documents.attachment(key_of(request, caller), name);
    if (!file.ok()) return refused(file.error());
    return download(media_type_of(name), name, file.value());
}

// The books of rules and normative documents on a day, with the year's movements up to it.
Response normative(const site::Services& services, const Request& request,
                   const site::Caller& caller) {
    const auto asked = request.query_value("on");
    const auto on = asked.empty() ? std::optional(caller.today) : parse_date(asked);
    if (!on)
        return refused({ErrorKind::Invalid, "fields.kind", "日期应写成 2026-03-02 这样的日期。"});
    const auto year_begins = std::chrono::sys_days{std::chrono::year_month_day{*on}.year() / 1 / 1};
    int made = 0, repealed = 0;
    json::Array in_force;
    for (const auto& line : services.desks->documents.normative_register(caller.organ, *on)) {
        if (line.normative.issued_on >= year_begins) ++made;
        const auto& ended = line.normative.ended_on;
        if (ended && *ended >= year_begins && *ended <= *on) ++repealed;
        if (disclosure::in_force(line.normative, *on)) in_force.push_back(normative_json(line));
    }
    return answer(200, {{"on", iso(*on)},
                        {"made", made},
                        {"repealed", repealed},
                        {"in_force", std::move(in_force)}});
}

Parameters document_parameters() {
    return list_parameters(
        {{"group", "in_preparation、public、duties、review、publish、overdue 或 due_soon"},
         {"state", "办理阶段或公开状态，如 in_review、public，可写几个，用逗号分开"},
         {"stage", "正在准备的文本的办理阶段"},
         {"standing", "公开状态"},
         {"kind", "文件的种类"},
         {"subject_class", "主题分类，0 到 15"},
         {"year", "形成的年份"},
         {"published_year", "公开的年份"},
         {"published_from", "公开之日，从这一天起"},
         {"published_to", "公开之日，到这一天止"},
         {"ends_from", "失效或废止之日，从这一天起"},
         {"ends_to", "失效或废止之日，到这一天止"},
         {"text", "与 q 相同"}},
        "number、due、formed 或 published，前面加 - 为倒序；不写为 -number");
}

}  // namespace

std::vector<Route> document_routes(const site::Services& services) {
    const auto route = [&](auto... parts) { return work_route(services, parts...); };
    const http::Parameter seen{"seen", "已看到的环节数"};
    const std::string_view all = "/api/organs/{organ}/documents",
                           number = "/api/organs/{organ}/documents/{number}",
                           file = "/api/organs/{organ}/documents/{number}/attachments/{file_name}";
    return {
        route("GET", all, "主动公开的文件清单", Right::ReadWork, list)
            .asking(document_parameters())
            .refusing({422}),
        route("POST", all, "起草文件", Right::WriteDocuments, draft).taking(text_body),
        route("GET", number, "一份文件", Right::ReadWork, show_one),
        // Each act needs its own right besides: nobody reviews what he wrote.
        route("POST", "/api/organs/{organ}/documents/{number}/acts", "办理文件的一个环节",
              Right::ReadWork, act)
            .taking(text_body),
        route("POST", "/api/organs/{organ}/documents/{number}/attachments", "上传附件",
              Right::WriteDocuments, attach)
            .uploading(services.uploads.staff)
            .asking({{"file_name", "附件的文件名"}, seen}),
        route("DELETE", file, "移除附件", Right::WriteDocuments, detach)
            .asking({seen})
            .refusing({422}),
        route("GET", file, "下载附件", Right::ReadWork, fetch).answering(bytes_type),
        route("GET", "/api/organs/{organ}/normative", "规章和行政规范性文件在某日的现行有效清单",
              Right::ReadWork, normative)
            .asking({{"on", "日期，不写为今天"}})
            .refusing({422}),
    };
}

}  // namespace gongkai::api
