#include "requests/list_line.h"

#include <algorithm>

namespace gongkai::requests {

namespace {

constexpr std::string_view of_the_office = "account/";

// The account of the last act that counts and that somebody of the office did.
std::string handler_of(const Request& request) {
    const auto& acts = request.acts();
    for (std::size_t i = acts.size(); i-- > 0;)
        if (acts[i].by.starts_with(of_the_office) && !request.is_annulled(int(i)))
            return acts[i].by;
    return {};
}

// Reg. 33(3) takes the time of asking others out of the term, but not longer than they have to
// answer: whoever says nothing in that time is waited for no more, so the day is known from the day
// behind it.
std::optional<Date> known_from(const Progress& progress, const Rules& rules,
                               std::optional<Date> due) {
    const auto known_on = [&](Date day) {
        const auto term = answer_term(progress, rules, day);
        return term && term->due == due;
    };
    if (!due || known_on(progress.latest)) return {};
    std::optional<Date> first;
    for (const Consultation& each : progress.consultations) {
        const auto silent_until = opinion_due(each, rules.calendar);
        if (!silent_until || each.answered_on) continue;
        const Date day = *silent_until + std::chrono::days{1};
        if (known_on(day) && (!first || day < *first)) first = day;
    }
    return first;
}

}  // namespace

ListLine list_line(const Request& request, const Rules& rules) {
    const Progress progress = request.progress();
    const Application& application = application_of(request);
    ListLine line;
    line.number = request.key().number;
    line.state = progress.state;
    line.channel = application.channel;
    line.applicant_kind = application.applicant_kind;
    line.handler = handler_of(request);
    line.acts = int(request.acts().size());
    line.applicant = application.applicant.seal;
    line.content = application.content.seal;
    if (progress.state == State::Annulled) return line;
    line.received_on = progress.received_on;
    line.answered_on = progress.delivered_on ? progress.delivered_on : progress.ended_on;
    line.settled_on = settled_on(progress);
    line.outcome = outcome(progress, rules.settings);
    if (const auto term = answer_term(progress, rules, Date::max())) {
        line.stopped = term->stopped;
        line.due = term->due;
        line.due_from = known_from(progress, rules, term->due);
    }
    return line;
}

std::optional<ListedClock> clock_on(const ListLine& line, Date today) {
    if (!line.received_on) return {};
    ListedClock clock;
    if (!line.due_from || today >= *line.due_from) clock.due = line.due;
    if (line.answered_on)
        clock.state =
            clock.due && *line.answered_on > *clock.due ? ClockState::MetLate : ClockState::Met;
    else if (line.stopped)
        clock.state = ClockState::Stopped;
    else if (!clock.due)
        clock.state = ClockState::Paused;
    else
        clock.state = today > *clock.due ? ClockState::Overdue : ClockState::Running;
    return clock;
}

}  // namespace gongkai::requests
