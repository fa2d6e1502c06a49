#include "law/month_term.h"

#include <stdexcept>

namespace gongkai::law {

Date months_after(Date start, int months) {
    if (months < 1) throw std::invalid_argument("a term has at least one month");
    using namespace std::chrono;
    const year_month_day from{start};
    const year_month month = year_month{from.year(), from.month()} + std::chrono::months{months};
    const year_month_day same{month.year(), month.month(), from.day()};
    return same.ok() ? sys_days{same}
                     : sys_days{year_month_day_last{month.year(), month_day_last{month.month()}}};
}

Term month_term(const Calendar& calendar, Date start, int months) {
    const Date same = months_after(start, months);
    // The first working day from that day on.
    const Date last = calendar.day_of(calendar.ordinal(same - std::chrono::days{1}) + 1);
    return {last, !calendar.known(same) || !calendar.known(last)};
}

}  // namespace gongkai::law
