#include "api/request_json.h"
#include "api/json_parts.h"

namespace gongkai::api {

using requests::Request;
using requests::Subject;

namespace {

json::Object act_json(const Request& request, int index, const records::Opening& open) {
    auto act = records::output<Subject>(request.acts()[std::size_t(index)], index, open);
    act.set("annulled", request.is_annulled(index));
    return act;
}

json::Array clocks_json(const Request& request, const requests::Rules& rules, Date today) {
    json::Array all;
    for (const auto& clock : clocks(request, rules, today))
        all.push_back(json_of(clock, rules.calendar, true));
    return all;
}

json::Array offers_json(const Request& request, const requests::Rules& rules, Date today) {
    json::Array all;
    for (const auto& offer : offers(request, rules, today))
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

json::Array late_json(const Request& request, const requests::Rules& rules, Date today) {
    json::Array all;
    for (const auto& it : late_acts(request, rules, today))
        all.push_back(json::Object{{"clock", name(it.clock)},
                                   {"due", iso(it.due)},
                                   {"on", iso(it.on)},
                                   {"working_days", it.working_days}});
    return all;
}

}  // namespace

json::Object json_of(const requests::Clock& clock, const law::Calendar& calendar, bool with_trace) {
    json::Object it{{"id", name(clock.id)},
                    {"name", chinese(clock.id)},
                    {"article", chinese(clock.clause)},
                    {"start", iso(clock.start)},
                    {"working_days", clock.days},
                    {"due", day_or_null(clock.due)},
                    {"provisional", clock.provisional},
                    {"state", name(clock.state)},
                    {"state_name", chinese(clock.state)},
                    {"met_on", day_or_null(clock.met_on)}};
    if (clock.act) it.set("act", *clock.act);
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

json::Object line_json(const desk::RequestRow& row) {
    const requests::ListLine& line = row.line;
    const auto& clock = row.clock;
    return {{"number", line.number},
            {"channel", name(line.channel)},
            {"channel_name", chinese(line.channel)},
            {"applicant_kind", name(line.applicant_kind)},
            {"applicant", row.applicant},
            {"about", row.about},
            {"received_on", day_or_null(line.received_on)},
            {"state", name(line.state)},
            {"state_name", chinese(line.state)},
            {"due", clock ? day_or_null(clock->due) : json::Value()},
            {"clock", clock ? json::Value(name(clock->state)) : json::Value()},
            {"working_days_left", row.working_days_left},
            {"decided_on", day_or_null(line.settled_on)},
            {"decision", line.outcome ? json::Value(name(*line.outcome)) : json::Value()},
            {"decision_name", line.outcome ? json::Value(chinese(*line.outcome)) : json::Value()},
            {"handler", line.handler},
            {"unit", line.unit},
            {"assignee", line.assignee},
            {"acts", line.acts}};
}

json::Object json_of(const desk::Receipt& receipt, const law::Calendar& calendar) {
    json::Object it{{"number", receipt.request.key().number},
                    {"query_code", receipt.query_code},
                    {"state", name(receipt.request.progress().state)},
                    {"journal", place_in_journal(receipt.entry, receipt.head)}};
    if (receipt.answer) it.set("answer", json_of(*receipt.answer, calendar, true));
    return it;
}

json::Object json_of(const desk::Case& opened, const requests::Rules& rules, Date today) {
    const Request& request = opened.request;
    const auto& application = application_of(request);
    const auto open = opened.data.opening();
    json::Array acts;
    for (int i = 0; i < int(request.acts().size()); ++i)
        acts.push_back(act_json(request, i, open));
    auto all = tracking_json(request, rules, today);
    all.set("acts", std::move(acts));
    all.set("offers", offers_json(request, rules, today));
    all.set("late", late_json(request, rules, today));
    all.set("applicant_kind", name(application.applicant_kind));
    const auto applicant = opened.applicant();
    all.set("applicant", applicant
                             ? json::Value(records::write_record(
                                   records::fields_of<requests::Applicant>, &*applicant, open))
                             : json::Value());
    const std::string* content = opened.content();
    all.set("content", content ? json::Value(*content) : json::Value());
    all.set("deleted", deletion_json(opened.data));
    all.set("items", application.items);
    all.set("wished", name(application.wished));
    all.set("needs_help", application.needs_help);
    all.set("seen", request.acts().size());
    return all;
}

json::Object tracking_json(const Request& request, const requests::Rules& rules, Date today) {
    const auto progress = request.progress(today);
    json::Array acts;
    for (int i = 0; i < int(request.acts().size()); ++i) {
        const auto& shown = records::row_of<Subject>(request.acts()[std::size_t(i)]).shown;
        if (request.is_annulled(i) || shown.words.empty()) continue;
        auto act = act_json(request, i, records::nothing_opened());
        act.erase("by");
        acts.push_back(std::move(act));
    }
    return {{"number", request.key().number},
            {"channel", name(application_of(request).channel)},
            {"submitted_on", iso(application_of(request).submitted_on)},
            {"received_on", day_or_null(progress.received_on)},
            {"state", name(progress.state)},
            {"state_name", chinese(progress.state)},
            {"clocks", clocks_json(request, rules, today)},
            {"acts", std::move(acts)}};
}

Result<desk::NewRequest> new_request(const json::Object& given, Date today) {
    requests::Register registration;
    auto& application = registration.application;
    application.received_on = today;
    application.submitted_on = Date::min();
    GK_CHECK(records::read_record(given, records::fields_of<requests::Register>, &registration,
                                  records::row_for<Subject, requests::Register>().title));
    if (application.submitted_on == Date::min()) application.submitted_on = application.received_on;
    desk::NewRequest asked{application,
                           desk::unpacked<desk::Applicant>(application.applicant.clear)};
    asked.applicant.clear.clear();
    return asked;
}

}  // namespace gongkai::api
