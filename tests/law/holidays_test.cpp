#include <doctest/doctest.h>

#include <map>
#include <sstream>

#include "any_calendar.h"

namespace gongkai::law {
namespace {

using namespace testing;

// What the State Council's notices say, written out here apart from data/holidays:
// each moves the last day of every term that runs over it.
const struct {
    int year;
    const char* off;   // 放假, "from/to" where there are several in a row
    const char* work;  // 调休上班
} published[] = {
    {2019, "01-01 02-04/02-10 04-05/04-07 05-01/05-04 06-07/06-09 09-13/09-15 10-01/10-07",
     "02-02/02-03 04-28 05-05 09-29 10-12"},
    {2020, "01-01 01-24/02-02 04-04/04-06 05-01/05-05 06-25/06-27 10-01/10-08",
     "01-19 04-26 05-09 06-28 09-27 10-10"},
    {2021, "01-01/01-03 02-11/02-17 04-03/04-05 05-01/05-05 06-12/06-14 09-19/09-21 10-01/10-07",
     "02-07 02-20 04-25 05-08 09-18 09-26 10-09"},
    {2022,
     "01-01/01-03 01-31/02-06 04-03/04-05 04-30/05-04 06-03/06-05 09-10/09-12 10-01/10-07 12-31",
     "01-29/01-30 04-02 04-24 05-07 10-08/10-09"},
    {2023, "01-01/01-02 01-21/01-27 04-05 04-29/05-03 06-22/06-24 09-29/10-06",
     "01-28/01-29 04-23 05-06 06-25 10-07/10-08"},
    {2024, "01-01 02-10/02-17 04-04/04-06 05-01/05-05 06-10 09-15/09-17 10-01/10-07",
     "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12"},
    {2025, "01-01 01-28/02-04 04-04/04-06 05-01/05-05 05-31/06-02 10-01/10-08",
     "01-26 02-08 04-27 09-28 10-11"},
    {2026, "01-01/01-03 02-15/02-23 04-04/04-06 05-01/05-05 06-19/06-21 09-25/09-27 10-01/10-07",
     "01-04 02-14 02-28 05-09 09-20 10-10"},
};

// "02-04/02-10 04-05" as days of a year.
std::vector<Date> days_in(int year, const std::string& text) {
    std::vector<Date> all;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        const auto at = [&](std::size_t from) {
            return date(std::to_string(year) + "-" + word.substr(from, 5));
        };
        const Date last = at(word.size() > 5 ? 6 : 0);
        for (Date day = at(0); day <= last; day += days{1})
            all.push_back(day);
    }
    return all;
}

TEST_CASE("every day from 2019 to 2026 is what the notices made of it") {
    for (const auto& notice : published) {
        std::map<Date, DayKind> told;
        for (const Date day : days_in(notice.year, notice.off))
            told[day] = DayKind::Holiday;
        for (const Date day : days_in(notice.year, notice.work))
            told[day] = DayKind::MakeUp;
        const Date first{year{notice.year} / 1 / 1}, last{year{notice.year} / 12 / 31};
        for (Date day = first; day <= last; day += days{1}) {
            const unsigned in_week = std::chrono::weekday{day}.iso_encoding();
            const auto plain = in_week > 5 ? DayKind::Weekend : DayKind::Working;
            const auto wanted = told.contains(day) ? told.at(day) : plain;
            CHECK_MESSAGE(carried().kind(day) == wanted, iso(day));
        }
    }
}

}  // namespace
}  // namespace gongkai::law
