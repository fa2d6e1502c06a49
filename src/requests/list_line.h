#pragma once

#include <optional>
#include <string>

#include "requests/clock.h"

namespace gongkai::requests {

// What a list shows of a request (申请清单的一行): kept beside the journal so that no list reads
// histories. Nothing in it depends on the day on which it is looked at; what does, is computed from
// it: clock_on(). It depends on the calendar, so it is made anew when that changes.
struct ListLine {
    std::string number;
    State state = State::AwaitingConfirmation;
    Channel channel{};
    ApplicantKind applicant_kind{};
    std::optional<Date> received_on;
    // The last day of the running answer clock. While a third party is asked nobody knows it yet:
    // then it is the day that comes of the third party's silence, and it holds from due_from on.
    std::optional<Date> due, due_from;
    bool stopped = false;             // awaits the correction or the fee
    std::optional<Date> answered_on;  // delivered, or ended without an answer
    std::optional<Date> settled_on;   // decided, or ended without a decision
    std::optional<law::DecisionCode> outcome;
    std::string handler;  // the account that did the last act of the office; empty: none did yet
    int acts = 0;
    // Where and to whom in the house it is assigned (assignment.h), as the list has it: 900121-3/2
    // and account/12. Empty: nobody yet.
    std::string unit{}, assignee{};
    // Who asks, and what for.
    journal::Sealed applicant, content;

    friend bool operator==(const ListLine&, const ListLine&) = default;
};

ListLine list_line(const Request& request, const Rules& rules);

// How the answer clock stands on a day: as answer_clock() says. Nothing before the request counts
// as received, and where it is annulled.
struct ListedClock {
    ClockState state{};
    std::optional<Date> due;

    friend bool operator==(const ListedClock&, const ListedClock&) = default;
};
std::optional<ListedClock> clock_on(const ListLine& line, Date today);

}  // namespace gongkai::requests
