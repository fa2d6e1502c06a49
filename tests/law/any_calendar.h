#pragma once

#include <rapidcheck.h>

#include "files/holiday_files.h"
#include "law/term.h"

// Calendars, days and pauses for the tests of this folder.
namespace gongkai::law::testing {

using std::chrono::days;
using std::chrono::year;

inline const Calendar& carried() {
    static const Calendar calendar = files::load_calendar().value();
    return calendar;
}

inline Date date(std::string_view text) { return parse_date(text).value(); }

constexpr Date first_day{year{2025} / 1 / 1}, last_day{year{2027} / 12 / 31};

// Any calendar that could be: some weekdays off, some weekend days worked, 2028 not known.
inline Calendar any_calendar() {
    std::vector<Notice> notices;
    for (const int number : {2025, 2026, 2027})
        notices.push_back({number, "1", "", {}, {}});
    const auto none = Calendar::from_notices(notices).value();
    for (Date day = first_day; day <= last_day; day += days{1}) {
        if (*rc::gen::inRange(0, 12)) continue;
        auto& notice = notices[std::size_t(int(std::chrono::year_month_day{day}.year()) - 2025)];
        (none.is_working_day(day) ? notice.off : notice.work).push_back(day);
    }
    return Calendar::from_notices(std::move(notices)).value();
}

inline Date any_day() { return first_day + days{*rc::gen::inRange(-400, 365 * 4)}; }

// Pauses about a term's start; they may overlap, be empty, or, where allowed, last still.
inline std::vector<Pause> any_pauses(Date start, bool may_last) {
    std::vector<Pause> pauses;
    const int count = *rc::gen::inRange(0, 5);
    for (int i = 0; i < count; ++i) {
        const Date from = start + days{*rc::gen::inRange(-20, 80)};
        if (may_last && *rc::gen::inRange(0, 6) == 0)
            pauses.push_back({from, {}});
        else
            pauses.push_back({from, from + days{*rc::gen::inRange(-2, 40)}});
    }
    return pauses;
}

}  // namespace gongkai::law::testing
