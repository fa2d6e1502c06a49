#pragma once

#include <optional>
#include <string>
#include <vector>

#include "interaction/message.h"
#include "law/term.h"

namespace gongkai::interaction::messages {

// By what terms of messages are counted.
struct Counting {
    const Terms& terms;
    const law::Calendar& calendar;

    Term of(Source source, Matter matter, bool urgent, Date start) const {
        return counted(terms.of(source, matter, urgent), start, calendar);
    }
};
// Puts the term in place where an act begins or changes one: the dispatcher's own day, or the
// settings. Nothing where the act brings none. `before` is null for the act that begins a message.
void set_term(MessageAct& act, const Message* before, const Counting& counting);

enum class ClockState { Running, Met, MetLate, Overdue, Closed };
constexpr auto words(ClockState) {
    using enum ClockState;
    return word_list<ClockState>({
        {Running, "running", "计算中"},
        {Met, "met", "按期完成"},
        {MetLate, "met_late", "逾期完成"},
        {Overdue, "overdue", "已超期"},
        {Closed, "closed", "不再适用"},
    });
}

// The time to answer (办理期限) of a message's present round. It knows no pauses.
struct Clock {
    Date start{};  // not counted itself
    Term term;
    Date due{};  // with the extension
    std::optional<Date> extended_on;
    bool provisional = false;  // reaches beyond the notices of holidays
    ClockState state{};
    std::optional<Date> met_on;
    std::string how;  // how it was counted, in a sentence
};

// Acts after `as_of` are not seen. Nothing where the message has no term, or is annulled.
std::optional<Clock> answer_clock(const Message& message, const law::Calendar& calendar,
                                  Date as_of);
// Day by day; empty for a day that somebody set, and for calendar days.
std::vector<law::TraceDay> trace(const Clock& clock, const law::Calendar& calendar);
// Working days from a day to the last one; negative: past.
int working_days_left(const Clock& clock, const law::Calendar& calendar, Date today);

}  // namespace gongkai::interaction::messages
