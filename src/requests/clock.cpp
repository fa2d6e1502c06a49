#include "requests/clock.h"

#include <algorithm>

namespace gongkai::requests {

namespace {

using law::fee_measures;
using law::regulation;

Clock make(ClockId id, law::Clause clause, Date start, int days, const law::Calendar& calendar,
           std::vector<law::Pause> pauses = {}) {
    Clock it{id, clause, start, days, std::move(pauses), {}, false, {}, {}, {}};
    const law::Term term = law::term(calendar, start, days, it.pauses);
    it.due = term.last_day;
    it.provisional = term.provisional;
    return it;
}

// Whether it was met, and whether in time.
void judge_by(Clock& clock, std::optional<Date> met_on, Date as_of) {
    clock.met_on = met_on;
    if (met_on)
        clock.state = clock.due && *met_on > *clock.due ? ClockState::MetLate : ClockState::Met;
    else if (clock.due && as_of > *clock.due)
        clock.state = ClockState::Overdue;
    else
        clock.state = clock.due ? ClockState::Running : ClockState::Paused;
}

// Reg. 33(3): the time that asking others takes. Whoever has a term and lets it pass takes no
// longer than that term: UNSETTLED Q31.
std::vector<law::Pause> pauses_of(const Progress& progress, const Rules& rules, Date as_of) {
    std::vector<law::Pause> pauses;
    for (const Consultation& it : progress.consultations) {
        law::Pause pause{it.sent_on, it.answered_on};
        const auto due = opinion_due(it, rules.calendar);
        const Date by = it.answered_on.value_or(as_of);
        if (due && by > *due) pause.to = *due;
        pauses.push_back(pause);
    }
    return pauses;
}

std::optional<Date> correction_notice_due(const Progress& progress, const Rules& rules) {
    if (!progress.received_on) return {};
    return law::term(rules.calendar, *progress.received_on, correction_notice_days).last_day;
}

bool in_time(const Rules& rules, Date on, std::optional<Date> due) {
    return rules.settings.late_notice_moves_term || !due || on <= *due;
}

// Where the time to answer begins, and whether it stands still for good.
void find_start(const Progress& progress, const Rules& rules, AnswerTerm& it) {
    it.start = *progress.received_on;
    if (progress.correction_asked_on &&
        in_time(rules, *progress.correction_asked_on, correction_notice_due(progress, rules))) {
        // Reg. 30: it begins on the day when the corrected request is received.
        if (progress.corrected_on) {
            it.start = *progress.corrected_on;
            it.begun_by = progress.corrected_act;
        } else {
            it.stopped = true;
        }
    }
    if (!progress.fee_sent_on) return;
    const auto due = law::term(rules.calendar, it.start, answer_days, it.pauses).last_day;
    if (!in_time(rules, *progress.fee_sent_on, due)) return;
    if (!progress.paid_on) {
        it.stopped = true;
    } else if (rules.settings.payment_restarts_term) {
        it.start = *progress.paid_on;
        it.begun_by = progress.paid_act;
    } else {
        it.pauses.push_back({*progress.fee_sent_on, progress.paid_on});
    }
}

std::optional<Date> answered_on(const Progress& progress) {
    return progress.delivered_on ? progress.delivered_on : progress.ended_on;
}

Clock answer_of(const AnswerTerm& term, ClockId id, const Progress& progress, Date as_of) {
    Clock it{id, regulation("33.2"), term.start, answer_days, term.pauses,
             {}, term.provisional,   {},         {},          {}};
    it.due = term.base_due;
    if (id == ClockId::C4) {
        it.days = term.days;
        it.due = term.extended_due;
    }
    if (id == ClockId::C7) {
        it.clause = regulation("35");
        it.days = 0;
        it.due = term.due;
    }
    judge_by(it, answered_on(progress), as_of);
    if (term.stopped && !it.met_on) it.state = ClockState::Stopped;
    return it;
}

void add_correction(const Progress& progress, const Rules& rules, Date as_of,
                    std::vector<Clock>& all) {
    Clock notice = make(ClockId::C1, regulation("30"), *progress.received_on,
                        correction_notice_days, rules.calendar);
    judge_by(notice, progress.correction_asked_on, as_of);
    // No duty unless the request is unclear: when the days are over, so is the chance.
    const bool over = notice.state == ClockState::Overdue || settled_on(progress);
    if (!notice.met_on && over) notice.state = ClockState::Closed;
    all.push_back(std::move(notice));
    if (!progress.correction_asked_on) return;
    Clock correction{ClockId::C2,
                     regulation("30"),
                     *progress.correction_asked_on,
                     0,
                     {},
                     progress.correction_until,
                     false,
                     {},
                     {},
                     {}};
    judge_by(correction, progress.corrected_on, as_of);
    if (!correction.met_on && progress.ended_on) correction.state = ClockState::Closed;
    all.push_back(std::move(correction));
}

void add_opinions(const Progress& progress, const Rules& rules, Date as_of,
                  std::vector<Clock>& all) {
    for (const Consultation& it : progress.consultations) {
        if (!it.served_on || it.party == Party::OtherOrgan) continue;
        const bool third = it.party == Party::ThirdParty;
        Clock clock =
            make(third ? ClockId::C5 : ClockId::C6, third ? regulation("32") : regulation("34"),
                 *it.served_on, opinion_days, rules.calendar);
        clock.act = it.act;
        const bool spoke = it.answered_on && it.answer != Answer::Silent;
        judge_by(clock, spoke ? it.answered_on : std::nullopt, as_of);
        if (!spoke && progress.ended_on) clock.state = ClockState::Closed;
        all.push_back(std::move(clock));
    }
}

}  // namespace

std::optional<Date> opinion_due(const Consultation& it, const law::Calendar& calendar) {
    if (!it.served_on || it.party == Party::OtherOrgan) return {};
    return law::term(calendar, *it.served_on, opinion_days).last_day;
}

std::optional<Date> payment_due(const Progress& progress, const law::Calendar& calendar) {
    if (!progress.fee_served_on) return {};
    return law::term(calendar, *progress.fee_served_on, payment_days).last_day;
}

std::optional<AnswerTerm> answer_term(const Progress& progress, const Rules& rules, Date as_of) {
    if (!progress.received_on) return {};
    AnswerTerm it;
    it.pauses = pauses_of(progress, rules, as_of);
    find_start(progress, rules, it);
    const law::Term base = law::term(rules.calendar, it.start, answer_days, it.pauses);
    it.base_due = it.due = base.last_day;
    it.provisional = base.provisional;
    // A term that began anew may be extended anew: UNSETTLED Q30.
    it.extension_used = progress.extended_act > it.begun_by;
    if (it.extension_used && in_time(rules, *progress.extended_on, it.base_due)) {
        it.extended = true;
        it.days = answer_days + progress.extension_days;
        const law::Term longer = law::term(rules.calendar, it.start, it.days, it.pauses);
        it.extended_due = it.due = longer.last_day;
        it.provisional = longer.provisional;
    }
    // Reg. 35: a period of the organ's own, never shorter than what ran already.
    if (progress.fixed_act > it.begun_by && it.due && *progress.fixed_until > *it.due &&
        in_time(rules, *progress.period_fixed_on, it.due)) {
        it.fixed = true;
        it.due = progress.fixed_until;
    }
    if (it.stopped) it.base_due = it.extended_due = it.due = std::nullopt;
    return it;
}

std::optional<Clock> answer_clock(const Request& request, const Rules& rules, Date as_of) {
    const Progress progress = request.progress(as_of);
    if (progress.state == State::Annulled) return {};
    const auto term = answer_term(progress, rules, as_of);
    if (!term) return {};
    const ClockId id = term->fixed ? ClockId::C7 : term->extended ? ClockId::C4 : ClockId::C3;
    return answer_of(*term, id, progress, as_of);
}

std::vector<Clock> clocks(const Request& request, const Rules& rules, Date as_of) {
    std::vector<Clock> all;
    const Progress progress = request.progress(as_of);
    const auto term = answer_term(progress, rules, as_of);
    if (!term || progress.state == State::Annulled) return all;
    add_correction(progress, rules, as_of, all);
    Clock answer = answer_of(*term, ClockId::C3, progress, as_of);
    if (term->extended || term->fixed) answer.state = ClockState::Closed;
    all.push_back(std::move(answer));
    if (term->extended) {
        all.push_back(answer_of(*term, ClockId::C4, progress, as_of));
        if (term->fixed) all.back().state = ClockState::Closed;
    }
    add_opinions(progress, rules, as_of, all);
    if (term->fixed) all.push_back(answer_of(*term, ClockId::C7, progress, as_of));
    if (progress.fee_served_on) {
        Clock fee = make(ClockId::C8, fee_measures("6"), *progress.fee_served_on, payment_days,
                         rules.calendar);
        judge_by(fee, progress.paid_on, as_of);
        if (!fee.met_on && progress.ended_on) fee.state = ClockState::Closed;
        all.push_back(std::move(fee));
    }
    return all;
}

std::vector<law::TraceDay> trace(const Clock& clock, const law::Calendar& calendar) {
    if (clock.days == 0) return {};
    return law::trace(calendar, clock.start, clock.days, clock.pauses);
}

std::vector<Lateness> late_acts(const Request& request, const Rules& rules, Date as_of) {
    std::vector<Lateness> all;
    const Progress progress = request.progress(as_of);
    const auto term = answer_term(progress, rules, as_of);
    if (progress.state == State::Annulled || !term) return all;
    // Reg. 33(2): an extension is told within the first twenty days.
    if (term->extension_used && term->base_due && *progress.extended_on > *term->base_due)
        all.push_back({ClockId::C3, *term->base_due, *progress.extended_on,
                       law::working_days(rules.calendar, *term->base_due, *progress.extended_on)});
    for (const Clock& it : clocks(request, rules, as_of)) {
        // The applicant's and third parties' own terms are none of the organ's.
        const bool ours = it.id == ClockId::C1 || it.id == ClockId::C3 || it.id == ClockId::C4 ||
                          it.id == ClockId::C7;
        if (ours && it.state == ClockState::MetLate)
            all.push_back({it.id, *it.due, *it.met_on,
                           law::working_days(rules.calendar, *it.due, *it.met_on)});
    }
    return all;
}

}  // namespace gongkai::requests
