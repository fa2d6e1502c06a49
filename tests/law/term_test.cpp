#include "law/term.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "any_calendar.h"

namespace gongkai::law {
namespace {

using namespace testing;

// The last day, or nothing where there is none.
std::string last(std::string_view start, int count, const std::vector<Pause>& pauses = {}) {
    const auto it = term(carried(), date(start), count, pauses);
    return it.last_day ? iso(*it.last_day) : "";
}

Pause pause(std::string_view from, std::string_view to = {}) {
    return {date(from), to.empty() ? std::nullopt : std::optional(date(to))};
}

TEST_CASE("terms of 7, 15, 20 and 40 working days from the day of receipt") {
    const struct {
        const char* received;
        const char* due[4];
    } cases[] = {
        {"2019-04-24", {"2019-05-06", "2019-05-16", "2019-05-23", "2019-06-21"}},
        {"2020-01-20", {"2020-02-06", "2020-02-18", "2020-02-25", "2020-03-24"}},
        {"2020-12-31", {"2021-01-12", "2021-01-22", "2021-01-29", "2021-03-03"}},
        {"2021-09-17", {"2021-09-28", "2021-10-14", "2021-10-21", "2021-11-18"}},
        {"2022-01-28", {"2022-02-11", "2022-02-23", "2022-03-02", "2022-03-30"}},
        {"2022-12-30", {"2023-01-11", "2023-01-28", "2023-02-02", "2023-03-02"}},
        {"2023-12-29", {"2024-01-10", "2024-01-22", "2024-01-29", "2024-02-29"}},
        {"2024-09-20", {"2024-09-30", "2024-10-16", "2024-10-23", "2024-11-20"}},
        {"2025-01-20", {"2025-02-05", "2025-02-14", "2025-02-21", "2025-03-21"}},
        {"2026-02-10", {"2026-02-26", "2026-03-09", "2026-03-16", "2026-04-14"}},
    };
    constexpr int lengths[] = {7, 15, 20, 40};
    for (const auto& it : cases)
        for (std::size_t i = 0; i < 4; ++i) {
            CAPTURE(it.received);
            CHECK(last(it.received, lengths[i]) == it.due[i]);
        }
}

TEST_CASE("answers due in 2025") {
    CHECK(last("2025-01-15", 20) == "2025-02-18");
    CHECK(last("2025-04-10", 20) == "2025-05-12");
    CHECK(last("2025-09-15", 20) == "2025-10-17");
    CHECK(last("2025-09-26", 20) == "2025-10-30");
}

TEST_CASE("pauses are not counted") {
    // Monday; undisturbed the 20th working day is 2026-03-30.
    REQUIRE(last("2026-03-02", 20) == "2026-03-30");
    // Asked on Tuesday 3 March, answered on Friday 6: Wednesday to Friday do not count.
    CHECK(last("2026-03-02", 20, {pause("2026-03-03", "2026-03-06")}) == "2026-04-02");
    CHECK(last("2026-03-02", 20, {pause("2026-03-06", "2026-03-08")}) == "2026-03-30");
    CHECK(last("2026-03-02", 20, {pause("2026-03-06", "2026-03-06")}) == "2026-03-30");
    CHECK(last("2026-03-02", 20, {pause("2026-03-06", "2026-03-04")}) == "2026-03-30");
    // Overlapping ones count once.
    CHECK(last("2026-03-02", 20,
               {pause("2026-03-04", "2026-03-06"), pause("2026-03-03", "2026-03-05")}) ==
          "2026-04-02");
    // Begun on the last day or later, it changes nothing.
    CHECK(last("2026-03-02", 20, {pause("2026-03-30", "2026-04-10")}) == "2026-03-30");
    CHECK(last("2026-03-02", 20, {pause("2026-03-30")}) == "2026-03-30");
    CHECK(last("2026-03-02", 20, {pause("2026-03-27")}).empty());
    // Asked on the day of receipt or before.
    CHECK(last("2026-03-02", 20, {pause("2026-03-02", "2026-03-04")}) == "2026-04-01");
    CHECK(last("2026-03-02", 20, {pause("2026-02-20", "2026-03-04")}) == "2026-04-01");
    CHECK(last("2026-03-02", 20, {pause("2026-02-20")}).empty());
}

TEST_CASE("a term beyond the notices is provisional") {
    const auto provisional = [](std::string_view start, int count) {
        return term(carried(), date(start), count).provisional;
    };
    CHECK(!provisional("2026-12-30", 1));
    CHECK(provisional("2026-12-30", 2));
    CHECK(provisional("2026-12-31", 1));
    CHECK(!provisional("2018-12-31", 7));  // the day itself is not counted
    CHECK(provisional("2018-12-28", 7));
    const Pause open[] = {pause("2026-12-01")};
    CHECK(!term(carried(), date("2026-11-30"), 20, open).provisional);
}

TEST_CASE("a term has at least one day") {
    CHECK_THROWS_AS(term(carried(), date("2025-01-15"), 0), std::invalid_argument);
    CHECK_THROWS_AS(trace(carried(), date("2025-01-15"), -1), std::invalid_argument);
}

TEST_CASE("working days left and past") {
    CHECK(working_days(carried(), date("2025-01-24"), date("2025-02-08")) == 6);
    CHECK(working_days(carried(), date("2025-02-08"), date("2025-01-24")) == -6);
    CHECK(working_days(carried(), date("2025-02-08"), date("2025-02-08")) == 0);
}

TEST_CASE("the trace shows each day as it was counted") {
    const Pause pauses[] = {pause("2025-01-23", "2025-01-24")};
    const auto days_of = trace(carried(), date("2025-01-22"), 4, pauses);
    const std::vector<int> numbers = {1, 0, 0, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 4};
    REQUIRE(days_of.size() == numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i)
        CHECK(days_of[i].number == numbers[i]);
    CHECK(days_of[1].paused);
    CHECK(days_of[3].kind == DayKind::MakeUp);
    CHECK(days_of[5].kind == DayKind::Holiday);
}

TEST_CASE("a term ends on a working day and holds exactly its number of them") {
    CHECK(rc::check([] {
        const auto calendar = any_calendar();
        const Date start = any_day();
        const int count = *rc::gen::inRange(1, 61);
        const Date end = *term(calendar, start, count).last_day;
        RC_ASSERT(calendar.is_working_day(end));
        RC_ASSERT(working_days(calendar, start, end) == count);
        RC_ASSERT(working_days(calendar, end, start) == -count);
    }));
}

TEST_CASE("two terms end to end are one term") {
    CHECK(rc::check([] {
        const auto calendar = any_calendar();
        const Date start = any_day();
        const int n = *rc::gen::inRange(1, 41), m = *rc::gen::inRange(1, 41);
        RC_ASSERT(term(calendar, *term(calendar, start, n).last_day, m).last_day ==
                  term(calendar, start, n + m).last_day);
    }));
}

TEST_CASE("working days in the pauses begun before the end move it by as many") {
    CHECK(rc::check([] {
        const auto calendar = any_calendar();
        const Date start = any_day();
        const int count = *rc::gen::inRange(1, 61);
        const auto pauses = any_pauses(start, false);
        const Date end = *term(calendar, start, count, pauses).last_day;
        int moved = 0;
        for (Date day = start + days{1}; day <= end; day += days{1}) {
            const bool in_one = std::ranges::any_of(
                pauses, [&](const Pause& it) { return it.from < day && day <= *it.to; });
            moved += in_one && calendar.is_working_day(day);
        }
        RC_ASSERT(term(calendar, start, count + moved).last_day == end);
    }));
}

TEST_CASE("further pauses never end a term sooner") {
    CHECK(rc::check([] {
        const auto calendar = any_calendar();
        const Date start = any_day();
        const int count = *rc::gen::inRange(1, 61);
        auto pauses = any_pauses(start, true);
        const auto before = term(calendar, start, count, pauses).last_day;
        const auto further = any_pauses(start, true);
        pauses.insert(pauses.end(), further.begin(), further.end());
        const auto after = term(calendar, start, count, pauses).last_day;
        RC_ASSERT(!after || (before && *after >= *before));
    }));
}

TEST_CASE("a term ends on the last day that its trace counts") {
    CHECK(rc::check([] {
        const auto calendar = any_calendar();
        const Date start = any_day();
        const int count = *rc::gen::inRange(1, 61);
        const auto pauses = any_pauses(start, true);
        const auto end = term(calendar, start, count, pauses).last_day;
        const auto walked = trace(calendar, start, count, pauses);
        const bool counted = !walked.empty() && walked.back().number == count;
        RC_ASSERT(end.has_value() == counted);
        if (end) RC_ASSERT(walked.back().day == *end);
    }));
}

}  // namespace
}  // namespace gongkai::law
