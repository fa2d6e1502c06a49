#include "law/month_term.h"

#include <doctest/doctest.h>

#include "../requests/calendar_for_tests.h"

using namespace gongkai;
using testing::calendar;
using testing::day;

TEST_CASE("a month later is the day of the same number, or the last of the month") {
    const auto after = [](std::string_view from, int months) {
        return iso(law::months_after(day(from), months));
    };
    CHECK(after("2026-03-02", 3) == "2026-06-02");
    CHECK(after("2025-11-30", 3) == "2026-02-28");
    CHECK(after("2023-11-30", 3) == "2024-02-29");
    CHECK(after("2025-12-31", 6) == "2026-06-30");
    CHECK(after("2025-08-31", 1) == "2025-09-30");
    CHECK(after("2025-02-28", 6) == "2025-08-28");
    CHECK(after("2025-12-15", 1) == "2026-01-15");
    CHECK_THROWS_AS(after("2026-03-02", 0), std::invalid_argument);
}

TEST_CASE("a term of months ends on a working day, whatever lies in between") {
    const auto last = [](std::string_view from, int months) {
        const law::Term it = law::month_term(calendar(), day(from), months);
        return iso(*it.last_day) + (it.provisional ? "?" : "");
    };
    CHECK(last("2026-03-02", 3) == "2026-06-02");
    // 2026-05-02 lies in the holiday of 1 to 5 May, 2026-04-05 in that of 4 to 6 April.
    CHECK(last("2026-02-02", 3) == "2026-05-06");
    CHECK(last("2026-01-05", 3) == "2026-04-07");
    CHECK(last("2026-04-01", 6) == "2026-10-08");
    // Saturday 6 June; Saturday 9 May and 28 February are worked.
    CHECK(last("2026-03-06", 3) == "2026-06-08");
    CHECK(last("2026-02-09", 3) == "2026-05-09");
    CHECK(last("2025-11-30", 3) == "2026-02-28");
    // The notice of 2027 is not here yet: Sunday 28 February is taken for a day of rest.
    CHECK(last("2026-11-30", 3) == "2027-03-01?");
}
