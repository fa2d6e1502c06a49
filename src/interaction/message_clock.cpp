#include "interaction/message_clock.h"

namespace gongkai::interaction::messages {

namespace {

struct Setting {
    const Message* before;
    const Counting& counting;
    Date on;

    Term anew(const Progress& now) const {
        return counting.of(now.source, now.matter, now.urgent, on);
    }

    void set(Enter& act) const {
        Concern& it = act.concern;
        it.term = counting.of(it.source, it.matter, it.urgent, on);
        if (it.until)
            it.term = Term{0, DayKind::Calendar, std::string(set_by_dispatcher), *it.until};
    }
    void set(Designate& act) const { act.term = anew(before->progress()); }
    void set(Reopen& act) const { act.term = anew(before->progress()); }
    // What is of another kind has another term, from the same day; a day that the dispatcher set
    // stays, and so does a term that was met or has run out.
    void set(Reclassify& act) const {
        const Progress now = before->progress();
        const bool own_day = concern_of(*before).until && now.round == 1;
        if (own_day || act.matter == now.matter) return;
        if (!awaits_answer(now.state) || is_past(now, on)) return;
        act.term = counting.of(now.source, act.matter, now.urgent, now.begun_on);
    }
    template <class Kind>
    void set(Kind&) const {}  // brings no term
};

// What ended the round: the answer, or what stands in its place.
std::optional<Date> met_on(const Progress& now) {
    if (now.replied_on) return now.replied_on;
    return now.closed_on ? now.closed_on : now.ended_on;
}

ClockState state_of(const Clock& clock, const Progress& now, Date as_of) {
    if (now.state == State::Returned && *clock.met_on <= clock.due) return ClockState::Closed;
    if (clock.met_on) return *clock.met_on > clock.due ? ClockState::MetLate : ClockState::Met;
    return as_of > clock.due ? ClockState::Overdue : ClockState::Running;
}

}  // namespace

void set_term(MessageAct& act, const Message* before, const Counting& counting) {
    std::visit([&](auto& what) { Setting{before, counting, act.on}.set(what); }, act.what);
}

std::optional<Clock> answer_clock(const Message& message, const law::Calendar& calendar,
                                  Date as_of) {
    const Progress now = message.progress(as_of);
    const auto last = due(now);
    if (!last || now.state == State::Annulled) return {};
    Clock clock{now.begun_on, *now.term, *last, {}, false, {}, met_on(now), {}};
    clock.how = counted_how(clock.term, clock.start);
    if (clock.term.kind == DayKind::Working && clock.term.days > 0)
        clock.provisional = law::term(calendar, clock.start, clock.term.days).provisional;
    if (now.extended_until) {
        clock.extended_on = now.extended_on;
        clock.how += chinese(*now.extended_on) +
                     (now.extended_in_time ? "延期至" + chinese(*now.extended_until) + "。"
                                           : "才告知延期，期限没有改变。");
    }
    clock.state = state_of(clock, now, as_of);
    return clock;
}

std::vector<law::TraceDay> trace(const Clock& clock, const law::Calendar& calendar) {
    if (clock.term.kind != DayKind::Working || clock.term.days == 0) return {};
    return law::trace(calendar, clock.start, clock.term.days);
}

int working_days_left(const Clock& clock, const law::Calendar& calendar, Date today) {
    return law::working_days(calendar, today, clock.due);
}

}  // namespace gongkai::interaction::messages
