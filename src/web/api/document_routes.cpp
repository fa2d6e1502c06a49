#include "base/text.h"
#include "web/api/document_json.h"
#include "web/api/media_type.h"
#include "web/api/office_routes.h"

namespace gongkai::web::api {

using disclosure::ActKind;
using disclosure::Document;
using disclosure::DocumentKey;
using http::Request;
using http::Response;
using http::Route;
using organs::Right;

namespace {

constexpr std::size_t text_body = 4u << 20;  // a document with its text

DocumentKey key_of(const Request& request, const Caller& caller) {
    return {caller.organ, std::string(request.parameter("number"))};
}

bool holds(const Document& it, const std::string& sought) {
    if (sought.empty()) return true;
    const auto& content = desk::present_content(it);
    for (const auto& text : {content.title, content.document_number, it.index_number()})
        if (text::fold(text).find(sought) != std::string::npos) return true;
    return false;
}

Response list(const Services& services, const Request& request, const Caller& caller) {
    const auto state = request.query_value("state");
    const auto sought = text::fold(request.query_value("text"));
    json::Array all;
    services.office->ledger.look([&](const journal::View& view) {
        for (const auto& it : services.office->documents.all(view, caller.organ)) {
            const auto progress = it.progress();
            const bool in_state = state.empty() || state_of(progress).name == state ||
                                  name(progress.standing) == state;
            if (in_state && holds(it, sought))
                all.push_back(summary_json(it, services.calendar, caller.today));
        }
    });
    return answer(200, {{"today", iso(caller.today)}, {"documents", std::move(all)}});
}

Response show(const Services& services, const DocumentKey& key, const Caller& caller,
              int status = 200) {
    const auto found = desk::open_document(*services.office, key, caller.today);
    if (!found.ok()) return refused(found.error());
    return answer(status, document_json(found.value(), services, caller));
}

Response show_one(const Services& services, const Request& request, const Caller& caller) {
    return show(services, key_of(request, caller), caller);
}

// After a change: the document as it is now.
Response changed(const Services& services, const Result<Document>& after, const Caller& caller,
                 int status = 200) {
    if (!after.ok()) return refused(after.error());
    return show(services, after.value().key(), caller, status);
}

Result<Document> drafted(const Services& services, const Fields& fields, const Caller& caller) {
    GK_CHECK(fields.text("title", "名称"));
    GK_CHECK(fields.text("kind", "文件类别"));
    GK_CHECK(fields.day("formed_on", "成文日期"));
    GK_TRY(content, content_of(fields, {}));
    std::string body;
    GK_CHECK(fields.take("body", "正文", body));
    return desk::Publishing(*services.office)
        .draft(caller.signature, caller.organ, {content, body, {}}, caller.today);
}

Response draft(const Services& services, const Request& request, const Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    return changed(services, drafted(services, fields.value(), caller), caller, 201);
}

// An edit or the text after a publication: what is given in the place of what was there.
Result<Document> written(const Services& services, const Fields& fields, const Caller& caller,
                         const desk::Target& target, ActKind kind) {
    if (!fields.has("content"))
        return Error{ErrorKind::Invalid, "fields.missing", "请给出文稿的内容（content）。"};
    GK_TRY(given, fields.object("content", "文稿的内容"));
    GK_TRY(file, desk::open_document(*services.office, target.key, caller.today));
    GK_TRY(content, content_of(given, desk::present_content(file.document)));
    GK_CHECK(given.take("body", "正文", file.body));
    desk::Publishing publishing(*services.office);
    const desk::Text text{content, file.body, {}};
    return kind == ActKind::Edit ? publishing.edit(caller.signature, target, text, caller.today)
                                 : publishing.revise(caller.signature, target, text, caller.today);
}

Result<Document> reviewed(const Services& services, const Fields& fields, const Caller& caller,
                          const desk::Target& target, Date on) {
    GK_TRY(review, review_of(fields));
    std::string remarks;
    GK_CHECK(fields.take("remarks", "审查意见", remarks));
    GK_TRY(file, desk::open_document(*services.office, target.key, caller.today));
    return desk::Publishing(*services.office)
        .review(caller.signature, target, file.document.progress().revisions.back().text, review,
                remarks, on, caller.today);
}

// The body's credit code leads its index numbers; where it has none, the code of its place.
Result<Document> published(const Services& services, const Caller& caller,
                           const desk::Target& target, Date on) {
    GK_TRY(it, desk::find_organ(*services.office, caller.organ));
    return desk::Publishing(*services.office)
        .publish(caller.signature, target,
                 it.credit_code.empty() ? it.division_code : it.credit_code, on, caller.today);
}

Result<Document> done(const Services& services, const Fields& fields, const Caller& caller,
                      const desk::Target& target, ActKind kind) {
    desk::Publishing publishing(*services.office);
    std::string reason;
    GK_CHECK(fields.take("reason", "原因", reason));
    std::optional<Date> on = caller.today;
    GK_CHECK(fields.take("on", "办理日期", on));
    const Date day = on.value_or(caller.today);
    switch (kind) {
        case ActKind::Edit:
        case ActKind::Revise: return written(services, fields, caller, target, kind);
        case ActKind::Submit: return publishing.submit(caller.signature, target, caller.today);
        case ActKind::Review: return reviewed(services, fields, caller, target, day);
        case ActKind::Publish: return published(services, caller, target, day);
        case ActKind::Withdraw:
            return publishing.withdraw(caller.signature, target, reason, caller.today);
        case ActKind::Repeal:
        case ActKind::Expire: {
            GK_TRY(ends_on, fields.day("ends_on", "不再有效的日期"));
            return publishing.end(caller.signature, target, kind, ends_on, day, caller.today);
        }
        case ActKind::Annul: {
            GK_TRY(which, fields.whole("refers_to", "要更正的环节"));
            const int act = which >= 0 && which < 1'000'000 ? int(which) : -1;
            return publishing.annul(caller.signature, target, act, reason, caller.today);
        }
        case ActKind::Draft: break;
    }
    return Error{ErrorKind::NotAllowed, "document.act.not-now", "这份文件已经起草，不能重复起草。"};
}

Response act(const Services& services, const Request& request, const Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    const auto kind = word(fields.value(), "kind", "办理事项", disclosure::act_kind);
    if (!kind.ok()) return refused(kind.error());
    if (const auto right = right_for(kind.value()); !caller.may(right)) return no_right(right);
    const auto seen = fields.value().whole("seen", "已看到的环节数");
    if (!seen.ok()) return refused(seen.error());
    const desk::Target target{key_of(request, caller), std::size_t(seen.value())};
    return changed(services, done(services, fields.value(), caller, target, kind.value()), caller);
}

std::optional<desk::Target> target_of(const Request& request, const Caller& caller) {
    const auto seen = plain_number(request.query_value("seen"));
    if (!seen) return {};
    return desk::Target{key_of(request, caller), std::size_t(*seen)};
}

Response not_seen() {
    return refused(
        {ErrorKind::Invalid, "fields.kind", "网址里缺少 seen（已看到的环节数），请刷新后再试。"});
}

Response attach(const Services& services, const Request& request, const Caller& caller) {
    const auto target = target_of(request, caller);
    if (!target) return not_seen();
    const std::string file_name(request.query_value("file_name"));
    return changed(services,
                   desk::attach(*services.office, caller.signature, *target,
                                {file_name, std::string(media_type_of(file_name)), request.body},
                                caller.today),
                   caller);
}

Response detach(const Services& services, const Request& request, const Caller& caller) {
    const auto target = target_of(request, caller);
    if (!target) return not_seen();
    return changed(services,
                   desk::detach(*services.office, caller.signature, *target,
                                request.parameter("file_name"), caller.today),
                   caller);
}

Response fetch(const Services& services, const Request& request, const Caller& caller) {
    const auto name = request.parameter("file_name");
    auto bytes = desk::attachment(*services.office, key_of(request, caller), name);
    if (!bytes.ok()) return refused(bytes.error());
    return download(media_type_of(name), name, std::move(bytes.value()));
}

// The books of rules and normative documents on a day, with the year's movements up to it.
Response normative(const Services& services, const Request& request, const Caller& caller) {
    const auto asked = request.query_value("on");
    const auto on = asked.empty() ? std::optional(caller.today) : parse_date(asked);
    if (!on)
        return refused({ErrorKind::Invalid, "fields.kind", "日期应写成 2026-03-02 这样的日期。"});
    const auto year_begins = std::chrono::sys_days{std::chrono::year_month_day{*on}.year() / 1 / 1};
    int made = 0, repealed = 0;
    json::Array in_force;
    for (const auto& it : desk::normative_register(*services.office, caller.organ, *on)) {
        if (it.normative.issued_on >= year_begins) ++made;
        const auto& ended = it.normative.ended_on;
        if (ended && *ended >= year_begins && *ended <= *on) ++repealed;
        if (disclosure::in_force(it.normative, *on)) in_force.push_back(normative_json(it));
    }
    return answer(200, {{"on", iso(*on)},
                        {"made", made},
                        {"repealed", repealed},
                        {"in_force", std::move(in_force)}});
}

}  // namespace

std::vector<Route> document_routes(const Services& services) {
    const auto route = [&](auto... parts) { return work_route(services, parts...); };
    const http::Parameter seen{"seen", "已看到的环节数"};
    const std::string_view all = "/api/organs/{organ}/documents",
                           number = "/api/organs/{organ}/documents/{number}",
                           file = "/api/organs/{organ}/documents/{number}/attachments/{file_name}";
    return {
        route("GET", all, "主动公开的文件清单", Right::ReadWork, list, http::usual_body,
              Parameters{{"state", "办理阶段或公开状态，如 in_review、public"},
                         {"text", "名称、发文字号或索引号含这些字"}}),
        route("POST", all, "起草文件", Right::WriteDocuments, draft, text_body),
        route("GET", number, "一份文件", Right::ReadWork, show_one),
        // Each act needs its own right besides: nobody reviews what he wrote.
        route("POST", "/api/organs/{organ}/documents/{number}/acts", "办理文件的一个环节",
              Right::ReadWork, act, text_body),
        route("POST", "/api/organs/{organ}/documents/{number}/attachments", "上传附件",
              Right::WriteDocuments, attach, http::upload_body,
              Parameters{{"file_name", "附件的文件名"}, seen}),
        http::refusing(route("DELETE", file, "移除附件", Right::WriteDocuments, detach,
                             http::usual_body, Parameters{seen}),
                       {422}),
        route("GET", file, "下载附件", Right::ReadWork, fetch, http::usual_body, Parameters{},
              bytes_type),
        http::refusing(route("GET", "/api/organs/{organ}/normative",
                             "规章和行政规范性文件在某日的现行有效清单", Right::ReadWork, normative,
                             http::usual_body, Parameters{{"on", "日期，不写为今天"}}),
                       {422}),
    };
}

}  // namespace gongkai::web::api
