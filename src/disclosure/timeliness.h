#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "disclosure/document.h"
#include "law/term.h"

namespace gongkai::disclosure {

// Working days from the day of formation or change, Reg. 26. UNSETTLED Q42: where another law sets
// another period, this one is counted all the same.
inline constexpr int publication_days = 20;

enum class TimelinessState {
    Running,
    Met,
    MetLate,
    Overdue,
    Closed,  // the review found that it may not be public
};
constexpr auto words(TimelinessState) {
    using enum TimelinessState;
    return word_list<TimelinessState>({
        {Running, "running", "期限内"},
        {Met, "met", "按期公开"},
        {MetLate, "met_late", "逾期公开"},
        {Overdue, "overdue", "已超期"},
        {Closed, "closed", "审查为不予公开，不再适用"},
    });
}

// The clock C9 (主动公开期限) of one revision: a pure function of the acts, the calendar and a day.
struct Timeliness {
    int revision = 0;
    law::Clause clause = law::regulation("26");
    Date start{};  // of formation or change; not counted itself
    Date due{};
    bool provisional = false;
    TimelinessState state{};
    std::optional<Date> published_on;
    int late_by = 0;  // working days past the last one; 0 while it is not late
};

// For each revision begun up to that day, in order. Acts after `as_of` are not seen.
std::vector<Timeliness> timeliness(const Document& document, const law::Calendar& calendar,
                                   Date as_of);

// Day by day, for the screen.
std::vector<law::TraceDay> trace(const Timeliness& clock, const law::Calendar& calendar);

}  // namespace gongkai::disclosure
