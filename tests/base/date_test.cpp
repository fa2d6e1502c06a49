#include "base/date.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace gongkai {
namespace {

Date day(int year, unsigned month, unsigned date) {
    return Date{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{date}};
}

TEST_CASE("only a date that exists is a date") {
    CHECK(parse_date("2024-02-29") == day(2024, 2, 29));
    CHECK(parse_date("2025-01-20") == day(2025, 1, 20));
    for (const auto* text :
         {"", "2025-02-29", "2025-13-01", "2025-00-10", "2025-01-00", "2025-1-20", "2025/01/20",
          "2025-01/20", "2025/01-20", "2025-01-2x", " 2025-01-20", "2025-01-20 ", "+025-01-20",
          "20250-1-20", "二〇二五年一月"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_date(text));
    }
}

TEST_CASE("a date is written for programs and for people") {
    CHECK(iso(day(2026, 3, 2)) == "2026-03-02");
    CHECK(iso(day(987, 10, 31)) == "0987-10-31");
    CHECK(iso(day(9999, 12, 31)) == "9999-12-31");
    CHECK(iso(day(9999, 12, 31) + std::chrono::days{1}) == "10000-01-01");
    CHECK(chinese(day(2026, 3, 2)) == "2026年3月2日");
    CHECK(chinese(day(2025, 12, 31)) == "2025年12月31日");
}

TEST_CASE("every day is read back from what was written") {
    CHECK(rc::check([] {
        const Date any{std::chrono::days{*rc::gen::inRange(0, 47000)}};
        RC_ASSERT(parse_date(iso(any)) == any);
    }));
}

}  // namespace
}  // namespace gongkai
