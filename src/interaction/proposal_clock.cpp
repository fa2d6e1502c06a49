#include "interaction/proposal_clock.h"

#include <algorithm>

#include "law/month_term.h"

namespace gongkai::interaction::proposals {

namespace {

class Clocks {
public:
    Clocks(const Progress& now, const Rules& rules, Date as_of)
        : now_(now), rules_(rules), as_of_(as_of) {}

    std::vector<Clock> all() {
        if (now_.state == State::Annulled) return {};
        of_return();
        of_answer();
        of_opinions();
        of_letters();
        for (const PromiseMade& it : now_.promises)
            add({ClockId::Promise, sent_on(it.act), {}, it.until, false, {}, it.ended_on, it.what});
        return std::move(all_);
    }

private:
    const Progress& now_;
    const Rules& rules_;
    Date as_of_;
    std::vector<Clock> all_;

    bool ended() const { return now_.state == State::Ended; }

    // `over`: it was not met, and nobody waits for it any more.
    void add(Clock clock, bool over = false) {
        if (clock.met_on)
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
        const Settings& settings = rules_.settings;
        const Date due = *term(rules_.calendar, now_.assigned_on, settings.return_within).last_day;
        const bool over = ended() || now_.state != State::Handling || as_of_ > due;
        add(ClockId::Return, now_.assigned_on, settings.return_within, now_.return_asked_on, over);
    }

    void of_answer() {
        if (now_.units.part == Part::Joint) {
            add(ClockId::OwnOpinion, now_.assigned_on, rules_.settings.opinion,
                now_.opinion_given_on, ended());
            return;
        }
        const bool longer = answer_due(now_, rules_) != first_due();
        const Span& length = longer ? rules_.settings.extended : rules_.settings.answer;
        std::optional<Date> on;
        if (!now_.answers.empty()) on = now_.answers.front().on;
        add(ClockId::Answer, now_.assigned_on, length, on, ended());
    }

    Date first_due() const {
        return *term(rules_.calendar, now_.assigned_on, rules_.settings.answer).last_day;
    }

    void of_opinions() {
        if (now_.units.part != Part::Lead) return;
        for (const std::string& unit : now_.units.co_units) {
            const auto it = std::ranges::find(now_.opinions, unit, &OpinionReceived::unit);
            const bool given = it != now_.opinions.end();
            add(ClockId::Opinion, now_.assigned_on, rules_.settings.opinion,
                given ? std::optional(it->on) : std::nullopt, ended() || !now_.answers.empty(),
                unit);
        }
    }

    void of_letters() {
        for (std::size_t i = 0; i < now_.answers.size(); ++i) {
            const Sent& it = now_.answers[i];
            const bool last = i + 1 == now_.answers.size();
            // A receipt that never comes is no fault of anybody here.
            const bool over = as_of_ > feedback_due(it, rules_) || now_.state == State::Settled;
            add(ClockId::Feedback, it.on, rules_.settings.feedback, it.feedback_on, over);
            if (it.satisfaction != Satisfaction::Dissatisfied) continue;
            const auto again = last ? std::nullopt : std::optional(now_.answers[i + 1].on);
            add(ClockId::AnswerAgain, *it.feedback_on, rules_.settings.answer_again, again);
        }
    }
};

bool is_own(ClockId id) {
    switch (id) {
        case ClockId::Answer:
        case ClockId::OwnOpinion:
        case ClockId::AnswerAgain:
        case ClockId::Promise: return true;
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

Date feedback_due(const Sent& answer, const Rules& rules) {
    return *term(rules.calendar, answer.on, rules.settings.feedback).last_day;
}

std::optional<Date> answer_due(const Progress& progress, const Rules& rules) {
    if (progress.units.part == Part::Joint) return {};
    const Settings& settings = rules.settings;
    const auto first = term(rules.calendar, progress.assigned_on, settings.answer).last_day;
    const bool moves = progress.extended_on &&
                       (*progress.extended_on <= *first || settings.late_extension_moves_day);
    return moves ? term(rules.calendar, progress.assigned_on, settings.extended).last_day : first;
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

}  // namespace gongkai::interaction::proposals
