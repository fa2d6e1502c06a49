#include "api/message_json.h"
#include "api/json_parts.h"

namespace gongkai::api {

using interaction::Message;
using interaction::MessageAct;
using interaction::PublicLetter;
using namespace interaction::messages;

namespace {

json::Value text_or_null(const std::string* text) {
    return text ? json::Value(*text) : json::Value();
}

json::Object act_json(const Message& message, int index, const records::Opening& open) {
    const MessageAct& it = message.acts()[std::size_t(index)];
    auto act = records::output<Subject>(it, index, open);
    // The name of the act; the letter's own title stands with its content.
    const bool by_writer = it.is<Enter>() && it.by == "public";
    act.set("title", by_writer ? "收到来信" : records::row_of<Subject>(it).title);
    act.set("annulled", message.is_annulled(index));
    return act;
}

json::Array offers_json(const Message& message, const Counting& counting, Date today) {
    json::Array all;
    for (const Offer& offer : offers(message, counting, today))
        all.push_back(json::Object{{"kind", offer.row->name},
                                   {"title", offer.row->title},
                                   {"article", records::article_of(*offer.row)},
                                   {"right", name(offer.row->right)},
                                   {"refers_to", json::array_of(offer.refers_to)},
                                   {"due_now", day_or_null(offer.due_now)},
                                   {"due_after", day_or_null(offer.due_after)},
                                   {"effect", offer.effect}});
    return all;
}

// What an act may tell the person, ready to be changed.
json::Object notices_json(const desk::MessageCase& opened, const std::string& organ) {
    json::Object all;
    for (const records::Row& row : Subject::table().rows)
        if (auto text = desk::notice_text(opened, row.name, organ); !text.empty())
            all.set(row.name, std::move(text));
    return all;
}

json::Object head_json(const Message& message, const Progress& now) {
    return {{"number", message.key().number},     {"source", name(now.source)},
            {"source_name", chinese(now.source)}, {"matter", name(now.matter)},
            {"matter_name", chinese(now.matter)}, {"state", name(now.state)},
            {"state_name", chinese(now.state)},   {"received_on", iso(now.received_on)}};
}

void add_clock(const Message& message, const law::Calendar& calendar, Date today,
               json::Object& out) {
    const auto clock = answer_clock(message, calendar, today);
    out.set("clock", clock ? json::Value(json_of(*clock, calendar, true)) : json::Value());
}

}  // namespace

json::Object json_of(const Clock& clock, const law::Calendar& calendar, bool with_trace) {
    json::Object it{{"start", iso(clock.start)},
                    {"days", clock.term.days},
                    {"day_kind", name(clock.term.kind)},
                    {"basis", clock.term.basis},
                    {"due", iso(clock.due)},
                    {"provisional", clock.provisional},
                    {"state", name(clock.state)},
                    {"state_name", chinese(clock.state)},
                    {"met_on", day_or_null(clock.met_on)},
                    {"how", clock.how}};
    if (!with_trace) return it;
    json::Array days;
    for (const auto& day : trace(clock, calendar))
        days.push_back(json::Object{{"day", iso(day.day)},
                                    {"kind", word(day.kind)},
                                    {"paused", day.paused},
                                    {"number", day.number}});
    it.set("trace", std::move(days));
    return it;
}

json::Object json_of(const desk::MessageReceipt& receipt, const law::Calendar& calendar) {
    json::Object it{{"number", receipt.message.key().number},
                    {"query_code", receipt.query_code},
                    {"state", name(receipt.message.progress().state)},
                    {"journal", place_in_journal(receipt.entry, receipt.head)}};
    if (receipt.clock) it.set("clock", json_of(*receipt.clock, calendar, true));
    return it;
}

json::Object json_of(const desk::MessageLine& line, const law::Calendar& calendar, Date today) {
    const Listed& it = line.listed;
    json::Object out{{"number", it.number},
                     {"ticket", it.ticket},
                     {"source", name(it.source)},
                     {"source_name", chinese(it.source)},
                     {"matter", name(it.matter)},
                     {"matter_name", chinese(it.matter)},
                     {"state", name(it.state)},
                     {"state_name", chinese(it.state)},
                     {"stage", name(it.stage)},
                     {"stage_name", chinese(it.stage)},
                     {"urgent", it.urgent},
                     {"received_on", iso(it.received_on)},
                     {"due", day_or_null(it.due)},
                     {"replied_on", day_or_null(it.replied_on)},
                     {"closed_on", day_or_null(it.closed_on)},
                     {"satisfaction", name(it.satisfaction)},
                     {"satisfaction_name", chinese(it.satisfaction)},
                     {"unit", it.unit},
                     {"handler", it.handler},
                     {"is_public", it.is_public},
                     {"writer", line.masked_name},
                     {"beginning", line.beginning}};
    out.set("working_days_left", it.due && awaits_answer(it.state)
                                     ? json::Value(law::working_days(calendar, today, *it.due))
                                     : json::Value());
    return out;
}

json::Object json_of(const desk::MessageCase& opened, const Counting& counting,
                     const std::string& organ, Date today) {
    const Message& message = opened.message;
    const Progress now = message.progress();
    const Concern& concern = concern_of(message);
    const auto open = opened.data.opening();
    json::Object it = head_json(message, now);
    it.set("stage", name(now.stage));
    it.set("stage_name", chinese(now.stage));
    it.set("ticket", concern.ticket);
    it.set("urgent", now.urgent);
    it.set("secrecy", now.secrecy);
    it.set("reply_wished", now.reply_wished);
    it.set("designated", now.designated);
    it.set("round", now.round);
    it.set("unit", now.unit);
    it.set("handler", now.handler);
    it.set("from_request", concern.from_request);
    it.set("title", text_or_null(opened.title()));
    it.set("content", text_or_null(opened.content()));
    it.set("deleted", deletion_json(opened.data));
    const auto writer = opened.writer();
    it.set("writer",
           writer ? json::Value(records::write_record(records::fields_of<Writer>, &*writer, open))
                  : json::Value());
    it.set("proposal", opened.proposal
                           ? json::Value(records::write_record(records::fields_of<PublicText>,
                                                               &*opened.proposal, open))
                           : json::Value());
    it.set("bar", claim(now).bar);
    add_clock(message, counting.calendar, today, it);
    json::Array acts;
    for (int i = 0; i < int(message.acts().size()); ++i)
        acts.push_back(act_json(message, i, open));
    it.set("acts", std::move(acts));
    it.set("offers", offers_json(message, counting, today));
    it.set("notices", notices_json(opened, organ));
    it.set("seen", message.acts().size());
    return it;
}

json::Object tracking_json(const desk::TrackedMessage& tracked, const law::Calendar& calendar,
                           Date today) {
    const Message& message = tracked.message;
    json::Object it = head_json(message, message.progress(today));
    add_clock(message, calendar, today, it);
    json::Array acts;
    for (int i = 0; i < int(message.acts().size()); ++i) {
        const auto& act = message.acts()[std::size_t(i)];
        const auto shown = desk::shown_to_writer(message, i);
        if (shown.empty()) continue;
        const auto& notice = tracked.notices[std::size_t(i)];
        acts.push_back(json::Object{{"kind", records::row_of<Subject>(act).name},
                                    {"title", shown},
                                    {"on", iso(act.on)},
                                    {"notice", notice ? json::Value(*notice) : json::Value()}});
    }
    it.set("acts", std::move(acts));
    return it;
}

json::Object json_of(const ListedLetter& letter) {
    return {{"number", letter.number},
            {"title", letter.title},
            {"source", name(letter.source)},
            {"source_name", chinese(letter.source)},
            {"matter", name(letter.matter)},
            {"matter_name", chinese(letter.matter)},
            {"replied_on", day_or_null(letter.replied_on)},
            {"published_on", iso(letter.published_on)},
            {"outdated", letter.is_outdated}};
}

json::Object json_of(const PublicLetter& letter) {
    return {{"number", letter.key().number},
            {"title", letter.text().title},
            {"question", letter.text().question},
            {"answer", letter.text().answer},
            {"source", name(letter.source())},
            {"source_name", chinese(letter.source())},
            {"matter", name(letter.matter())},
            {"matter_name", chinese(letter.matter())},
            {"received_on", iso(letter.received_on())},
            {"replied_on", day_or_null(letter.replied_on())},
            {"published_on", iso(letter.published_on())},
            {"outdated", letter.is_outdated()}};
}

json::Object with_mailbox(json::Object it, const organs::OrganRecord& organ) {
    const json::Value* source = it.find("source");
    if (source && *source == json::Value(name(Source::HeadMailbox)))
        it.set("source_name", desk::source_name(Source::HeadMailbox, organ));
    return it;
}

json::Object figures_json(int year, const std::vector<MonthFigures>& months) {
    json::Array all;
    for (const MonthFigures& it : months)
        all.push_back(json::Object{{"month", it.month},
                                   {"received", it.received},
                                   {"ours", it.ours},
                                   {"in_time", it.in_time},
                                   {"late", it.late},
                                   {"without_answer", it.without_answer},
                                   {"closed", it.closed},
                                   {"solved", it.solved},
                                   {"asked_solved", it.asked_solved},
                                   {"satisfied", it.satisfied},
                                   {"asked_satisfied", it.asked_satisfied},
                                   {"response_rate", rate(it.in_time, it.ours)},
                                   {"solved_rate", rate(it.solved, it.asked_solved)},
                                   {"satisfied_rate", rate(it.satisfied, it.asked_satisfied)}});
    return {{"year", year}, {"months", std::move(all)}};
}

}  // namespace gongkai::api
