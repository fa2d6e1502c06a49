#include "law/term.h"

#include <algorithm>
#include <stdexcept>

namespace gongkai::law {

using std::chrono::days;

namespace {

void require_some(int working_days) {
    if (working_days < 1) throw std::invalid_argument("a term has at least one working day");
}

bool paused(Date day, std::span<const Pause> pauses) {
    return std::ranges::any_of(
        pauses, [&](const Pause& it) { return it.from < day && (!it.to || day <= *it.to); });
}

bool all_known(const Calendar& calendar, Date after, Date upto) {
    const auto& notices = calendar.notices();
    const int first = year_of(after + days{1}), last = year_of(upto);
    if (first == last) return calendar.known(upto);
    const auto from = std::ranges::lower_bound(notices, first, {}, &Notice::year);
    const auto to = std::ranges::upper_bound(notices, last, {}, &Notice::year);
    return to - from == last - first + 1;
}

}  // namespace

Term term(const Calendar& calendar, Date start, int working_days, std::span<const Pause> pauses) {
    require_some(working_days);
    std::vector<Pause> in_order(pauses.begin(), pauses.end());
    std::ranges::sort(in_order, {}, &Pause::from);

    // Between two pauses working days are taken from the calendar's numbering; `at` is the day up
    // to which all is settled.
    Date at = start;
    std::int64_t left = working_days;
    for (const Pause& it : in_order) {
        if (it.from > at) {
            const auto between = calendar.ordinal(it.from) - calendar.ordinal(at);
            if (between >= left) break;
            left -= between;
            at = it.from;
        }
        if (!it.to) return {std::nullopt, !all_known(calendar, start, std::max(start, it.from))};
        at = std::max(at, *it.to);
    }
    const Date last = calendar.day_of(calendar.ordinal(at) + left);
    return {last, !all_known(calendar, start, last)};
}

std::vector<TraceDay> trace(const Calendar& calendar, Date start, int working_days,
                            std::span<const Pause> pauses) {
    require_some(working_days);
    std::optional<Date> stands_still;  // from here on nothing is counted any more
    for (const Pause& it : pauses)
        if (!it.to) stands_still = std::min(stands_still.value_or(it.from), it.from);

    std::vector<TraceDay> result;
    int number = 0;
    for (Date day = start + days{1}; number < working_days; day += days{1}) {
        if (stands_still && day > *stands_still) break;
        TraceDay it{day, calendar.kind(day), paused(day, pauses), 0};
        if (!it.paused && calendar.is_working_day(day)) it.number = ++number;
        result.push_back(it);
    }
    return result;
}

int working_days(const Calendar& calendar, Date after, Date upto) {
    return int(calendar.ordinal(upto) - calendar.ordinal(after));
}

}  // namespace gongkai::law
