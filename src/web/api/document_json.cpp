#include "web/api/document_json.h"

#include "disclosure/offer.h"
#include "disclosure/timeliness.h"
#include "web/addresses.h"

namespace gongkai::web::api {

using disclosure::Content;
using disclosure::Document;
using disclosure::DocumentSubject;
using disclosure::Progress;
using disclosure::PublicView;
using disclosure::Stage;

namespace {

json::Value day_or_null(const std::optional<Date>& day) {
    return day ? json::Value(iso(*day)) : json::Value();
}

json::Array texts(const std::vector<std::string>& all) {
    json::Array out;
    for (const auto& it : all)
        out.emplace_back(it);
    return out;
}

json::Array channels_json(const std::vector<disclosure::Channel>& all) {
    json::Array out;
    for (const auto it : all)
        out.push_back(json::Object{{"channel", name(it)}, {"channel_name", chinese(it)}});
    return out;
}

json::Array attachments_json(const std::vector<disclosure::Attachment>& all) {
    json::Array out;
    for (const auto& it : all)
        out.push_back(json::Object{
            {"file_name", it.file_name}, {"media_type", it.media_type}, {"size", it.size}});
    return out;
}

json::Object content_json(const desk::DocumentFile& file) {
    records::Opening open = records::nothing_opened();
    open.kept = [&](const records::KeptText&) { return std::optional(file.body); };
    return records::write_record(records::fields_of<Content>, &present_content(file.document),
                                 open);
}

json::Array acts_json(const desk::DocumentFile& file) {
    json::Array all;
    const auto& acts = file.document.acts();
    const auto open = file.data.opening();
    for (int i = 0; i < int(acts.size()); ++i) {
        auto act = records::output<DocumentSubject>(acts[std::size_t(i)], i, open);
        act["annulled"] = file.document.is_annulled(i);
        all.push_back(std::move(act));
    }
    return all;
}

// Of the text in preparation, or of the last one.
json::Value timeliness_json(const Document& document, const law::Calendar& calendar, Date today,
                            bool with_trace) {
    const auto all = timeliness(document, calendar, today);
    if (all.empty()) return {};
    const auto& it = all.back();
    json::Object out{{"due", iso(it.due)},
                     {"state", name(it.state)},
                     {"state_name", chinese(it.state)},
                     {"working_days_left", law::working_days(calendar, today, it.due)},
                     {"late_by", it.late_by},
                     {"provisional", it.provisional}};
    if (!with_trace) return out;
    out["article"] = chinese(it.clause);
    json::Array days;
    for (const auto& day : trace(it, calendar))
        days.push_back(json::Object{{"day", iso(day.day)},
                                    {"kind", word(day.kind)},
                                    {"paused", day.paused},
                                    {"number", day.number}});
    out["trace"] = std::move(days);
    return out;
}

json::Array offers_json(const Document& document, const Caller& caller) {
    json::Array all;
    for (const auto& offer : offers(document, caller.account.id, caller.today)) {
        const auto& row = *offer.row;
        const std::string why_not = caller.may(row.right)
                                        ? offer.why_not
                                        : "要有“" + std::string(chinese(row.right)) + "”的权限。";
        json::Object told{{"kind", row.name},
                          {"title", row.title},
                          {"article", chinese(*row.article)},
                          {"right", name(row.right)},
                          {"refers_to", json::array_of(offer.refers_to)},
                          {"allowed", why_not.empty()}};
        if (!why_not.empty()) told["why_not"] = why_not;
        all.push_back(std::move(told));
    }
    return all;
}

json::Array questions_json() {
    json::Array all;
    for (const auto& it : disclosure::review_questions())
        all.push_back(
            json::Object{{"id", it.id}, {"text", it.text}, {"article", chinese(it.clause)}});
    return all;
}

std::string page_of(const PublicView& it, std::string_view base) {
    return address::in_data(base, address::document(it));
}

// Since when a text waits for somebody else than its author; nothing where it does not.
std::optional<Date> waiting_since(const Progress& progress) {
    switch (progress.stage) {
        case Stage::InReview:
        case Stage::AskedFor:
        case Stage::Cleared: return progress.latest;
        default: return {};
    }
}

}  // namespace

DocumentState state_of(const Progress& it) {
    if (it.stage != Stage::None) return {name(it.stage), chinese(it.stage)};
    return {name(it.standing), chinese(it.standing)};
}

json::Object summary_json(const Document& it, const law::Calendar& calendar, Date today) {
    const Progress progress = it.progress();
    const Content& content = present_content(it);
    const auto state = state_of(progress);
    return {{"number", it.key().number},
            {"title", content.title},
            {"kind", name(content.kind)},
            {"kind_name", chinese(content.kind)},
            {"document_number", content.document_number},
            {"state", state.name},
            {"state_name", state.chinese},
            {"stage", name(progress.stage)},
            {"stage_name", chinese(progress.stage)},
            {"standing", name(progress.standing)},
            {"standing_name", chinese(progress.standing)},
            {"index_number", index_number(it)},
            {"formed_on", iso(content.formed_on)},
            {"published_on", day_or_null(progress.first_published_on)},
            {"in_preparation", progress.stage != Stage::None},
            {"waiting_since", day_or_null(waiting_since(progress))},
            {"timeliness", timeliness_json(it, calendar, today, false)},
            {"acts", it.acts().size()}};
}

json::Object document_json(const desk::DocumentFile& file, const Services& services,
                           const Caller& caller) {
    const Document& it = file.document;
    auto all = summary_json(it, services.calendar, caller.today);
    all["key"] = subject(it.key());
    all["content"] = content_json(file);
    all["published"] = file.shown
                           ? json::Value(public_json(*file.shown, services.base, file.shown_body))
                           : json::Value();
    all["public_url"] =
        file.shown ? json::Value(page_of(*file.shown, services.base)) : json::Value();
    all["acts"] = acts_json(file);
    all["seen"] = it.acts().size();
    all["timeliness"] = timeliness_json(it, services.calendar, caller.today, true);
    all["offers"] = offers_json(it, caller);
    all["review_questions"] = questions_json();
    return all;
}

json::Object public_json(const PublicView& it, std::string_view base) {
    return {{"index_number", it.index_number()},
            {"title", it.title()},
            {"abstract", it.abstract()},
            {"formed_on", iso(it.formed_on())},
            {"document_number", it.document_number()},
            {"kind", name(it.kind())},
            {"kind_name", chinese(it.kind())},
            {"subject_class", it.subject_class()},
            {"subject_class_name", disclosure::subject_words(it.subject_class())},
            {"published_on", iso(it.published_on())},
            {"first_published_on", iso(it.first_published_on())},
            {"validity", it.validity()},
            {"url", page_of(it, base)}};
}

json::Object public_json(const PublicView& it, std::string_view base, std::string_view body) {
    auto all = public_json(it, base);
    all["issued_on"] = day_or_null(it.issued_on());
    all["keywords"] = texts(it.keywords());
    all["source"] = it.source();
    all["channels"] = channels_json(it.channels());
    all["audience"] = it.audience();
    all["attachments"] = attachments_json(it.attachments());
    all["body"] = body;
    return all;
}

json::Object normative_json(const desk::NormativeLine& it) {
    const bool rule = it.normative.kind == disclosure::NormativeKind::Rule;
    const auto kind = rule ? disclosure::Kind::Rule : disclosure::Kind::NormativeDocument;
    return {{"number", it.number},
            {"title", it.title},
            {"document_number", it.document_number},
            {"index_number", it.index_number},
            {"kind", name(kind)},
            {"kind_name", chinese(kind)},
            {"issued_on", iso(it.normative.issued_on)},
            {"ended_on", day_or_null(it.normative.ended_on)}};
}

}  // namespace gongkai::web::api
