#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "law/clause.h"
#include "law/term.h"
#include "requests/request.h"

namespace gongkai::requests {

// Working days, by the article named.
inline constexpr int correction_notice_days = 7;  // Reg. 30
inline constexpr int answer_days = 20;            // Reg. 33(2)
inline constexpr int opinion_days = 15;           // Reg. 32, 34
inline constexpr int payment_days = 20;           // 国办函〔2020〕109号 art. 6

// docs/glossary.md, Clocks.
enum class ClockId { C1, C2, C3, C4, C5, C6, C7, C8 };
constexpr auto words(ClockId) {
    using enum ClockId;
    return word_list<ClockId>({
        {C1, "C1", "告知补正的期限"},
        {C2, "C2", "申请人补正的期限"},
        {C3, "C3", "答复期限"},
        {C4, "C4", "延长后的答复期限"},
        {C5, "C5", "第三方提出意见的期限"},
        {C6, "C6", "共同制作机关提出意见的期限"},
        {C7, "C7", "延迟答复的合理期限"},
        {C8, "C8", "缴费期限"},
    });
}

enum class ClockState { Running, Paused, Stopped, Met, MetLate, Overdue, Closed };
constexpr auto words(ClockState) {
    using enum ClockState;
    return word_list<ClockState>({
        {Running, "running", "计算中"},
        {Paused, "paused", "暂停计算"},    // 中止计算
        {Stopped, "stopped", "停止计算"},  // to begin anew
        {Met, "met", "按期完成"},
        {MetLate, "met_late", "逾期完成"},
        {Overdue, "overdue", "已超期"},
        {Closed, "closed", "不再适用"},
    });
}

// One clock (期限) of a request: a pure function of its acts, the calendar and a day.
struct Clock {
    ClockId id{};
    law::Clause clause{};
    Date start{};  // not counted itself
    int days = 0;  // working days; 0 where the organ set the last day itself
    std::vector<law::Pause> pauses;
    std::optional<Date> due;  // none while it is stopped or its end is not known yet
    bool provisional = false;
    ClockState state{};
    std::optional<Date> met_on;
    std::optional<int> act;  // of C5, C6: the consultation's
};

// All clocks that run or ran, in the order of their ids. Acts after `as_of` are not seen.
std::vector<Clock> clocks(const Request& request, const Rules& rules, Date as_of);

// Day by day, for the screen and the letter. Empty for a day that the organ set itself.
std::vector<law::TraceDay> trace(const Clock& clock, const law::Calendar& calendar);

// The clock that says when the answer is due: C3, C4 or C7, whichever holds. None before the
// request counts as received.
std::optional<Clock> answer_clock(const Request& request, const Rules& rules, Date as_of);

// The same from what is known of a request, for judging one more act.
struct AnswerTerm {
    Date start{};
    int days = answer_days;  // with the extension
    std::vector<law::Pause> pauses;
    bool stopped = false;              // awaiting the correction or the fee
    std::optional<Date> base_due;      // without the extension
    std::optional<Date> extended_due;  // with it
    std::optional<Date> due;           // with the period fixed under Reg. 35 too
    int begun_by = -1;                 // the act with which it began anew; -1: the receipt
    bool extension_used = false;       // an extension was notified in it, be it too late to count
    bool extended = false;
    bool fixed = false;
    bool provisional = false;
};
std::optional<AnswerTerm> answer_term(const Progress& progress, const Rules& rules, Date as_of);

// The last day for the opinion of the one consulted; nothing unless the letter was served and
// Reg. 32 or 34 sets a term.
std::optional<Date> opinion_due(const Consultation& consultation, const law::Calendar& calendar);
std::optional<Date> payment_due(const Progress& progress, const law::Calendar& calendar);

// What came after its last day (逾期): an act that was recorded all the same.
struct Lateness {
    ClockId clock{};
    Date due{};
    Date on{};
    int working_days = 0;
};
std::vector<Lateness> late_acts(const Request& request, const Rules& rules, Date as_of);

}  // namespace gongkai::requests
