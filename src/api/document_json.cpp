#include "api/document_json.h"
#include "api/json_parts.h"

#include "disclosure/offer.h"
#include "disclosure/timeliness.h"
#include "site/addresses.h"

namespace gongkai::api {

using disclosure::Content;
using disclosure::Document;
using disclosure::DocumentSubject;
using disclosure::PublicView;
using disclosure::Stage;

namespace {

json::Array texts(const std::vector<std::string>& all) {
    json::Array out;
    for (const auto& text : all)
        out.emplace_back(text);
    return out;
}

json::Array channels_json(const std::vector<disclosure::Channel>& all) {
    json::Array out;
    for (const auto channel : all)
        out.push_back(json::Object{{"channel", name(channel)}, {"channel_name", chinese(channel)}});
    return out;
}

json::Array attachments_json(const std::vector<disclosure::Attachment>& all) {
    json::Array out;
    for (const auto& file : all)
        out.push_back(json::Object{
            {"file_name", file.file_name}, {"media_type", file.media_type}, {"size", file.size}});
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
        act.set("annulled", file.document.is_annulled(i));
        all.push_back(std::move(act));
    }
    return all;
}

json::Value timeliness_json(const desk::DocumentRow& row) {
    if (!row.timeliness) return {};
    const auto& clock = *row.timeliness;
    return json::Object{{"due", iso(clock.due)},
                        {"state", name(clock.state)},
                        {"state_name", chinese(clock.state)},
                        {"working_days_left", row.working_days_left},
                        {"late_by", clock.late_by},
                        {"provisional", clock.provisional}};
}

// The same with its article and day by day: of the text in preparation, or of the last one.
json::Value counted_json(const desk::DocumentRow& row, const Document& document,
                         const law::Calendar& calendar, Date today) {
    const auto all = timeliness(document, calendar, today);
    auto told = timeliness_json(row);
    auto* out = told.get_if<json::Object>();
    if (!out || all.empty()) return told;
    const auto& clock = all.back();
    out->set("article", chinese(clock.clause));
    json::Array days;
    for (const auto& day : trace(clock, calendar))
        days.push_back(json::Object{{"day", iso(day.day)},
                                    {"kind", word(day.kind)},
                                    {"paused", day.paused},
                                    {"number", day.number}});
    out->set("trace", std::move(days));
    return told;
}

json::Array offers_json(const Document& document, const site::Caller& caller) {
    json::Array all;
    for (const auto& offer : offers(document, caller.account.id, caller.today)) {
        const auto& row = *offer.row;
        const std::string why_not = caller.may(row.right)
                                        ? offer.why_not
                                        : "要有“" + std::string(chinese(row.right)) + "”的权限。";
        json::Object told{{"kind", row.name},
                          {"title", row.title},
                          {"article", records::article_of(row)},
                          {"right", name(row.right)},
                          {"refers_to", json::array_of(offer.refers_to)},
                          {"allowed", why_not.empty()}};
        if (!why_not.empty()) told.set("why_not", why_not);
        all.push_back(std::move(told));
    }
    return all;
}

json::Array questions_json() {
    json::Array all;
    for (const auto& question : disclosure::review_questions())
        all.push_back(json::Object{
            {"id", question.id}, {"text", question.text}, {"article", chinese(question.clause)}});
    return all;
}

std::string page_of(const PublicView& view, std::string_view base) {
    return address::in_data(base, address::document(view));
}

}  // namespace

json::Object line_json(const desk::DocumentRow& row) {
    const disclosure::ListLine& line = row.line;
    const bool prepared = line.stage != Stage::None;
    return {{"number", line.number},
            {"title", line.title},
            {"kind", name(line.kind)},
            {"kind_name", chinese(line.kind)},
            {"document_number", line.document_number},
            // The text in preparation, else what the public sees.
            {"state", prepared ? name(line.stage) : name(line.standing)},
            {"state_name", prepared ? chinese(line.stage) : chinese(line.standing)},
            {"stage", name(line.stage)},
            {"stage_name", chinese(line.stage)},
            {"standing", name(line.standing)},
            {"standing_name", chinese(line.standing)},
            {"index_number", line.index_number},
            {"formed_on", iso(line.formed_on)},
            {"published_on", day_or_null(line.first_published_on)},
            {"ends_on", day_or_null(line.ends_on)},
            {"in_preparation", prepared},
            {"waiting_since", day_or_null(waiting_since(line))},
            {"timeliness", timeliness_json(row)},
            {"acts", line.acts}};
}

json::Object document_json(const desk::DocumentFile& file, const site::Services& services,
                           const site::Caller& caller) {
    const Document& document = file.document;
    const auto row =
        desk::document_row(list_line(document, services.calendar), services.calendar, caller.today);
    auto all = line_json(row);
    all.set("key", subject(document.key()));
    all.set("content", content_json(file));
    all.set("published", file.shown
                             ? json::Value(public_json(*file.shown, services.base, file.shown_body))
                             : json::Value());
    all.set("public_url",
            file.shown ? json::Value(page_of(*file.shown, services.base)) : json::Value());
    all.set("acts", acts_json(file));
    all.set("seen", document.acts().size());
    all.set("timeliness", counted_json(row, document, services.calendar, caller.today));
    all.set("offers", offers_json(document, caller));
    all.set("review_questions", questions_json());
    return all;
}

json::Object public_json(const PublicView& view, std::string_view base) {
    return {{"index_number", view.index_number()},
            {"title", view.title()},
            {"abstract", view.abstract()},
            {"formed_on", iso(view.formed_on())},
            {"document_number", view.document_number()},
            {"kind", name(view.kind())},
            {"kind_name", chinese(view.kind())},
            {"subject_class", view.subject_class()},
            {"subject_class_name", disclosure::subject_words(view.subject_class())},
            {"published_on", iso(view.published_on())},
            {"first_published_on", iso(view.first_published_on())},
            {"validity", view.validity()},
            {"url", page_of(view, base)}};
}

json::Object public_json(const PublicView& view, std::string_view base, std::string_view body) {
    auto all = public_json(view, base);
    all.set("issued_on", day_or_null(view.issued_on()));
    all.set("keywords", texts(view.keywords()));
    all.set("source", view.source());
    all.set("channels", channels_json(view.channels()));
    all.set("audience", view.audience());
    all.set("attachments", attachments_json(view.attachments()));
    all.set("body", body);
    return all;
}

json::Object normative_json(const desk::NormativeLine& line) {
    const bool rule = line.normative.kind == disclosure::NormativeKind::Rule;
    const auto kind = rule ? disclosure::Kind::Rule : disclosure::Kind::NormativeDocument;
    return {{"number", line.number},
            {"title", line.title},
            {"document_number", line.document_number},
            {"index_number", line.index_number},
            {"kind", name(kind)},
            {"kind_name", chinese(kind)},
            {"issued_on", iso(line.normative.issued_on)},
            {"ended_on", day_or_null(line.normative.ended_on)}};
}

}  // namespace gongkai::api
