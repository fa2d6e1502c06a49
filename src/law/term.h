#pragma once

#include <optional>
#include <span>
#include <vector>

#include "law/calendar.h"

namespace gongkai::law {

// A time that is not counted, such as that of asking a third party (《条例》第三十三条第三款).
// UNSETTLED Q24: the days after `from` up to and including `to` do not count: the day of asking
// counts, the day of the answer does not. Without `to` it still lasts.
struct Pause {
    Date from;
    std::optional<Date> to;
};

struct Term {
    std::optional<Date> last_day;  // none while a pause lasts that began before the end
    bool provisional;              // reaches beyond the notices: may change when one comes
};

// A term (期限) of working days. The day of the event is not counted, nor are pauses; the last
// day counted is the last day of the term. `working_days` is at least 1.
Term term(const Calendar& calendar, Date start, int working_days,
          std::span<const Pause> pauses = {});

struct TraceDay {
    Date day;
    DayKind kind;
    bool paused;
    int number;  // 1 for the first day counted; 0 where it does not count
};

// The same day by day, from the day after `start` to the last day, or to the day on which the
// pause begins that still lasts.
std::vector<TraceDay> trace(const Calendar& calendar, Date start, int working_days,
                            std::span<const Pause> pauses = {});

// The number of working days after `after` up to and including `upto`, negative when reversed:
// how many are left, or by how many a day is past.
int working_days(const Calendar& calendar, Date after, Date upto);

}  // namespace gongkai::law
