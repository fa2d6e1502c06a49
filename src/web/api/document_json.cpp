#include "web/api/document_json.h"

#include "disclosure/document_transition.h"
#include "disclosure/offer.h"
#include "disclosure/timeliness.h"
#include "web/addresses.h"

namespace gongkai::web::api {

using disclosure::Act;
using disclosure::ActKind;
using disclosure::Content;
using disclosure::Document;
using disclosure::Progress;
using disclosure::PublicView;
using disclosure::Stage;
using organs::Right;

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

json::Object content_json(const Content& it, const std::string& body) {
    json::Array channels;
    for (const auto channel : it.channels)
        channels.push_back(json::Value(name(channel)));
    return {{"title", it.title},
            {"document_number", it.document_number},
            {"abstract", it.abstract},
            {"kind", name(it.kind)},
            {"kind_name", chinese(it.kind)},
            {"subject_class", it.subject_class.item},
            {"subject_class_name", chinese(it.subject_class)},
            {"formed_on", iso(it.formed_on)},
            {"issued_on", day_or_null(it.issued_on)},
            {"keywords", texts(it.keywords)},
            {"source", it.source},
            {"body", body},
            {"interprets", it.interprets},
            {"channels", std::move(channels)},
            {"channel_names", channels_json(it.channels)},
            {"audience", it.audience},
            {"attachments", attachments_json(it.attachments)}};
}

std::string_view title_of(ActKind kind) {
    return kind == ActKind::Draft ? "起草" : disclosure::transition(kind).title;
}

json::Object review_json(const disclosure::Review& it) {
    return {{"verdict", name(it.verdict)},
            {"verdict_name", chinese(it.verdict)},
            {"secrecy_checked", it.secrecy_checked},
            {"ground", it.ground ? json::Value(chinese(*it.ground)) : json::Value()},
            {"basis", it.basis}};
}

json::Array acts_json(const desk::DocumentFile& file) {
    json::Array all;
    const auto& acts = file.document.acts();
    for (std::size_t i = 0; i < acts.size(); ++i) {
        const Act& act = acts[i];
        json::Object it{{"position", i},
                        {"kind", name(act.kind)},
                        {"kind_name", title_of(act.kind)},
                        {"on", iso(act.on)},
                        {"recorded_at", iso(act.recorded_on)},
                        {"actor", act.by},
                        {"words", file.words[i] ? json::Value(*file.words[i]) : json::Value()},
                        {"annulled", file.document.is_annulled(int(i))}};
        if (act.kind != ActKind::Draft)
            it["article"] = chinese(disclosure::transition(act.kind).clause);
        if (act.refers_to) it["refers_to"] = *act.refers_to;
        if (act.ends_on) it["ends_on"] = iso(*act.ends_on);
        if (act.kind == ActKind::Review) it["review"] = review_json(act.review);
        all.push_back(std::move(it));
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

json::Array needs(ActKind kind) {
    switch (kind) {
        case ActKind::Edit:
        case ActKind::Revise: return {"content"};
        case ActKind::Review: return {"verdict", "secrecy_checked"};
        case ActKind::Withdraw: return {"reason"};
        case ActKind::Repeal:
        case ActKind::Expire: return {"ends_on"};
        case ActKind::Annul: return {"refers_to", "reason"};
        case ActKind::Draft:
        case ActKind::Submit:
        case ActKind::Publish: return {};
    }
    return {};
}

json::Array offers_json(const Document& document, const Caller& caller) {
    json::Array all;
    for (const auto& it : offers(document, caller.account.id, caller.today)) {
        const Right right = right_for(it.kind);
        std::string why_not = it.why_not;
        if (!caller.may(right)) why_not = "要有“" + std::string(chinese(right)) + "”的权限。";
        json::Object offer{{"kind", name(it.kind)},         {"kind_name", it.title},
                           {"article", chinese(it.clause)}, {"needs", needs(it.kind)},
                           {"right", name(right)},          {"right_name", chinese(right)},
                           {"allowed", why_not.empty()}};
        if (!why_not.empty()) offer["why_not"] = why_not;
        if (it.kind == ActKind::Annul) offer["refers_to"] = json::array_of(it.refers_to);
        all.push_back(std::move(offer));
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

Right right_for(ActKind kind) {
    return kind == ActKind::Review ? Right::ReviewDocuments : Right::WriteDocuments;
}

json::Object summary_json(const Document& it, const law::Calendar& calendar, Date today) {
    const Progress progress = it.progress();
    const Content& content = desk::present_content(it);
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
            {"index_number", it.index_number()},
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
    all["content"] = content_json(desk::present_content(it), file.body);
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
            {"subject_class", it.subject_class().item},
            {"subject_class_name", chinese(it.subject_class())},
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
