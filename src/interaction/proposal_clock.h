#pragma once

#include <optional>
#include <string>
#include <vector>

#include "interaction/proposal.h"
#include "law/clause.h"
#include "law/term.h"

namespace gongkai::interaction::proposals {

enum class ClockId { Return, Answer, OwnOpinion, Opinion, Feedback, AnswerAgain, Promise, Replace };
constexpr auto words(ClockId) {
    using enum ClockId;
    return word_list<ClockId>({
        {Return, "return", "退回交办的期限"},
        {Answer, "answer", "答复期限"},
        {OwnOpinion, "own_opinion", "提出会办意见的期限"},
        {Opinion, "opinion", "会办单位提出意见的期限"},
        {Feedback, "feedback", "反馈的期限"},
        {AnswerAgain, "answer_again", "再次答复的期限"},
        {Promise, "promise", "承诺的时限"},
        {Replace, "replace", "更换或者撤下已公开的原答复的期限"},
    });
}

enum class ClockState { Running, Met, MetLate, Overdue, Closed, Broken };
constexpr auto words(ClockState) {
    using enum ClockState;
    return word_list<ClockState>({
        {Running, "running", "计算中"},
        {Met, "met", "按期完成"},
        {MetLate, "met_late", "逾期完成"},
        {Overdue, "overdue", "已超期"},
        {Closed, "closed", "不再适用"},
        {Broken, "broken", "未能兑现"},
    });
}

// One clock (期限) of a proposal: a pure function of its acts, the calendar, the settings and a
// day.
struct Clock {
    ClockId id{};
    Date start{};                // not counted itself
    std::optional<Span> length;  // none where a day was promised
    Date due{};
    bool provisional = false;
    ClockState state{};
    std::optional<Date> met_on;
    std::string about;  // the unit, or what was promised
};

// All that run or ran, by id and then by day. Acts after `as_of` are not seen.
std::vector<Clock> clocks(const Proposal& proposal, const Rules& rules, Date as_of);

// What this body has to do next, and by when: the earliest of its own clocks that still run or are
// overdue. The proposer's receipt and the opinions of others are not its own.
std::optional<Clock> next_duty(const Proposal& proposal, const Rules& rules, Date as_of);
// The clocks of the opinions that have not come; also of those that nobody waits for any more.
std::vector<Clock> awaited_opinions(const Proposal& proposal, const Rules& rules, Date as_of);

// So long after a day that is not counted itself.
law::Term term(const law::Calendar& calendar, Date start, const Span& length);
// The last day for the proposer's receipt (反馈) of the last answer.
Date feedback_due(const Progress& progress, const Rules& rules);
// The day of a promise as it counts, and the later one that was only told: it was put off when the
// first had passed already.
struct PromiseDay {
    Date due{};
    std::optional<Date> told;
};
PromiseDay day_of(const PromiseMade& promise, const Terms& terms);
// The last day for the answer; of one that only joins none.
std::optional<Date> answer_due(const Progress& progress, const Rules& rules);

}  // namespace gongkai::interaction::proposals
