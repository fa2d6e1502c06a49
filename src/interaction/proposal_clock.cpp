#include "interaction/proposal_clock.h"

#include <algorithm>

#include "law/month_term.h"

namespace gongkai::interaction::proposals {

namespace {

// A change of what is public is to be public within as many working days as a first publication.
constexpr Span to_replace{20, Unit::WorkingDays};  // Reg. 26

// 自交办之日起: the assignment, or the day on which this body was made to answer.
Date answer_start(const Progress& now, const Terms& terms) {
    return terms.new_part_counts_anew ? now.answer_asked_on : now.assigned_on;
}

class Clocks {
public:
    Clocks(const Progress& now, const Rules& rules, Date as_of)
        : now_(now), rules_(rules), terms_(terms_of(now, rules)), as_of_(as_of) {}

    std::vector<Clock> all() {
        if (now_.state == State::Annulled) return {};
        of_return();
        of_answer();
        of_opinions();
        of_letters();
        of_promises();
        for (const OldInPublic& it : now_.old_in_public)
            add(ClockId::Replace, it.since, to_replace, it.ended_on);
        return std::move(all_);
    }

private:
    const Progress& now_;
    const Rules& rules_;
    const Terms& terms_;
    Date as_of_;
    std::vector<Clock> all_;

    bool ended() const { return now_.state == State::Ended; }

    // `over`: it was not met, and nobody waits for it any more.
    void add(Clock clock, bool over = false) {
        if (clock.state == ClockState::Broken || clock.state == ClockState::Closed)
            clock.met_on.reset();
        else if (clock.met_on)
            clock.state = *clock.met_on <= clock.due ? ClockState::Met : ClockState::MetLate;
        else if (over)
            clock.state = ClockState::Closed;
        else
            clock.state = as_of_ <= clock.due ? ClockState::Running : ClockState::Overdue;
        all_.push_back(std::move(clock));
    }
    void add(ClockId id, Date start, const Span& length, std::optional<Date> met_on,
             bool over = false, std::string about = {}) {
        const law::Term it = term(rules_.calendar, start, length);
        add({id, start, length, *it.last_day, it.provisional, {}, met_on, std::move(about)}, over);
    }

    Date sent_on(int act) const { return std::ranges::find(now_.answers, act, &Sent::act)->on; }

    // Whoever does not return it has taken it on: the day that passes is no fault.
    void of_return() {
        const Span& within = terms_.return_within;
        const Date due = *term(rules_.calendar, now_.assigned_on, within).last_day;
        const bool over = ended() || now_.state != State::Handling || as_of_ > due;
        add(ClockId::Return, now_.assigned_on, within, now_.return_asked_on, over);
    }

    void of_answer() {
        if (now_.units.part == Part::Joint) {
            add(ClockId::OwnOpinion, now_.opinion_asked_on, terms_.opinion, now_.opinion_given_on,
                ended());
            return;
        }
        if (now_.units.part == Part::Gone) return;
        const Date start = answer_start(now_, terms_);
        const auto first = term(rules_.calendar, start, terms_.answer).last_day;
        const bool longer = answer_due(now_, rules_) != first;
        std::optional<Date> on;
        if (!now_.answers.empty()) on = now_.answers.front().on;
        add(ClockId::Answer, start, longer ? terms_.extended : terms_.answer, on, ended());
    }

    void of_opinions() {
        if (now_.units.part != Part::Lead) return;
        for (const std::string& unit : now_.units.co_units) {
            const auto it = std::ranges::find(now_.opinions, unit, &OpinionReceived::unit);
            const bool given = it != now_.opinions.end();
            add(ClockId::Opinion, now_.assigned_on, terms_.opinion,
                given ? std::optional(it->on) : std::nullopt, ended() || !now_.answers.empty(),
                unit);
        }
    }

    void of_letters() {
        for (std::size_t i = 0; i < now_.answers.size(); ++i) {
            const Sent& it = now_.answers[i];
            const bool last = i + 1 == now_.answers.size();
            // A receipt that never comes is no fault of anybody here.
            const Date due = *term(rules_.calendar, it.on, terms_.feedback).last_day;
            const bool over = as_of_ > due || now_.state == State::Settled;
            add(ClockId::Feedback, it.on, terms_.feedback, it.first_feedback_on, over);
            if (it.satisfaction != Satisfaction::Dissatisfied) continue;
            const auto again = last ? std::nullopt : std::optional(now_.answers[i + 1].on);
            add(ClockId::AnswerAgain, *it.feedback_on, terms_.answer_again, again);
        }
    }

    // What could not be done was not kept, on whatever day that was said.
    void of_promises() {
        for (const PromiseMade& it : now_.promises) {
            const PromiseDay day = day_of(it, terms_);
            std::string about = it.what;
            if (day.told && !it.ended_on) about += "（已告知推迟到" + chinese(*day.told) + "）";
            ClockState state{};
            if (it.ended_on && it.end == PromiseEnd::Impossible) state = ClockState::Broken;
            if (it.ended_on && it.end == PromiseEnd::Replaced) state = ClockState::Closed;
            add({ClockId::Promise, sent_on(it.act), {}, day.due, false, state, it.ended_on, about});
        }
    }
};

bool is_own(ClockId id) {
    switch (id) {
        case ClockId::Answer:
        case ClockId::OwnOpinion:
        case ClockId::AnswerAgain:
        case ClockId::Promise:
        case ClockId::Replace: return true;
        case ClockId::Return:
        case ClockId::Opinion:
        case ClockId::Feedback: break;
    }
    return false;
}

}  // namespace

law::Term term(const law::Calendar& calendar, Date start, const Span& length) {
    return length.unit == Unit::Months ? law::month_term(calendar, start, length.count)
                                       : law::term(calendar, start, length.count);
}

Date feedback_due(const Progress& progress, const Rules& rules) {
    const Span& length = terms_of(progress, rules).feedback;
    return *term(rules.calendar, progress.last_answer()->on, length).last_day;
}

PromiseDay day_of(const PromiseMade& promise, const Terms& terms) {
    PromiseDay day{promise.until, {}};
    for (const Deferral& it : promise.deferrals)
        if (it.on <= day.due || terms.late_deferral_moves_day)
            day = {it.until, {}};
        else
            day.told = it.until;
    return day;
}

std::optional<Date> answer_due(const Progress& progress, const Rules& rules) {
    if (progress.units.part == Part::Joint || progress.units.part == Part::Gone) return {};
    const Terms& terms = terms_of(progress, rules);
    const Date start = answer_start(progress, terms);
    const auto first = term(rules.calendar, start, terms.answer).last_day;
    const bool moves =
        progress.extended_on && (*progress.extended_on <= *first || terms.late_extension_moves_day);
    return moves ? term(rules.calendar, start, terms.extended).last_day : first;
}

std::vector<Clock> clocks(const Proposal& proposal, const Rules& rules, Date as_of) {
    auto all = Clocks(proposal.progress(as_of), rules, as_of).all();
    std::ranges::sort(all, {}, [](const Clock& it) { return std::pair(it.id, it.due); });
    return all;
}

std::optional<Clock> next_duty(const Proposal& proposal, const Rules& rules, Date as_of) {
    std::optional<Clock> first;
    for (Clock& it : clocks(proposal, rules, as_of)) {
        const bool waits = it.state == ClockState::Running || it.state == ClockState::Overdue;
        if (waits && is_own(it.id) && (!first || it.due < first->due)) first = std::move(it);
    }
    return first;
}

std::vector<Clock> awaited_opinions(const Proposal& proposal, const Rules& rules, Date as_of) {
    auto all = clocks(proposal, rules, as_of);
    std::erase_if(all, [](const Clock& it) { return it.id != ClockId::Opinion || it.met_on; });
    return all;
}

}  // namespace gongkai::interaction::proposals
