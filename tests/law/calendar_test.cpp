#include "law/calendar.h"

#include <doctest/doctest.h>

#include "any_calendar.h"

namespace gongkai::law {
namespace {

using namespace testing;

std::string refusal(std::vector<Notice> notices) {
    const auto calendar = Calendar::from_notices(std::move(notices));
    return calendar.ok() ? "" : calendar.error().code;
}

Notice notice(int number, std::vector<Date> off, std::vector<Date> work) {
    return {number, "1", "", std::move(off), std::move(work)};
}

TEST_CASE("the working days of each year are those of the notices") {
    const std::pair<int, int> years[] = {{2019, 250}, {2020, 249}, {2021, 250}, {2022, 249},
                                         {2023, 249}, {2024, 251}, {2025, 248}, {2026, 248}};
    for (const auto& [number, count] : years) {
        CAPTURE(number);
        const Date before{year{number - 1} / 12 / 31}, last{year{number} / 12 / 31};
        CHECK(working_days(carried(), before, last) == count);
    }
}

TEST_CASE("each kind of day is told") {
    CHECK(carried().kind(date("2025-01-27")) == DayKind::Working);
    CHECK(carried().kind(date("2025-01-28")) == DayKind::Holiday);
    CHECK(carried().kind(date("2025-02-01")) == DayKind::Holiday);  // a Saturday inside a holiday
    CHECK(carried().kind(date("2025-01-26")) == DayKind::MakeUp);
    CHECK(carried().kind(date("2025-01-25")) == DayKind::Weekend);
    CHECK(carried().kind(date("2020-01-31")) == DayKind::Holiday);  // the change of January 2020
    CHECK(carried().kind(date("2023-01-03")) == DayKind::Working);
    CHECK(carried().kind(date("2018-12-31")) == DayKind::Working);
}

TEST_CASE("only years with a notice are known") {
    CHECK(carried().known(date("2019-01-01")));
    CHECK(carried().known(date("2026-12-31")));
    CHECK(!carried().known(date("2018-12-31")));
    CHECK(!carried().known(date("2027-01-01")));
    const auto gap = Calendar::from_notices({notice(2024, {}, {}), notice(2026, {}, {})}).value();
    CHECK(!gap.known(date("2025-06-01")));
}

TEST_CASE("a notice may change days of the years beside its own") {
    const auto calendar =
        Calendar::from_notices({notice(2019, {date("2018-12-31")}, {date("2018-12-29")})}).value();
    CHECK(calendar.kind(date("2018-12-31")) == DayKind::Holiday);
    CHECK(calendar.kind(date("2018-12-29")) == DayKind::MakeUp);
    CHECK(!calendar.known(date("2018-12-29")));
}

TEST_CASE("a day of the week that a notice names as worked is no make-up day") {
    const auto calendar =
        Calendar::from_notices({notice(2025, {}, {date("2025-03-03"), date("2025-03-08")})})
            .value();
    CHECK(calendar.kind(date("2025-03-03")) == DayKind::Working);
    CHECK(calendar.kind(date("2025-03-08")) == DayKind::MakeUp);
}

TEST_CASE("notices that cannot be are refused") {
    const Date day = date("2025-05-01");
    CHECK(refusal({}) == "calendar.empty");
    CHECK(refusal({notice(2025, {}, {}), notice(2025, {}, {})}) == "calendar.year-twice");
    CHECK(refusal({notice(2025, {day}, {day})}) == "calendar.off-and-work");
    CHECK(refusal({notice(2025, {day}, {}), notice(2026, {}, {day})}) == "calendar.off-and-work");
    CHECK(refusal({notice(2027, {day}, {})}) == "calendar.other-year");
    CHECK(refusal({notice(2023, {}, {day})}) == "calendar.other-year");
    CHECK(refusal({notice(20250, {}, {})}) == "calendar.year");
    CHECK(refusal({notice(2024, {day}, {}), notice(2026, {}, {})}) == "");
}

TEST_CASE("an ethnic area has further days off") {
    const Date off[] = {date("2025-03-31")};
    const auto area = carried().with_days_off(off, "某自治县2025年").value();
    CHECK(area.kind(off[0]) == DayKind::Holiday);
    CHECK(carried().kind(off[0]) == DayKind::Working);
    CHECK(working_days(area, date("2024-12-31"), date("2025-12-31")) == 247);
    CHECK(area.version() == carried().version() + "+某自治县2025年");
    const Date later[] = {date("2027-03-31")};
    CHECK(!carried().with_days_off(later, "").ok());
}

TEST_CASE("the version names every notice") {
    CHECK(carried().version().starts_with("2019/2019-03-22,2020/2020-01-27,"));
    CHECK(carried().notices().size() >= 8);
}

TEST_CASE("numbering agrees with looking at each day, also outside the notices") {
    CHECK(rc::check([] {
        const auto calendar = any_calendar();
        const Date from = any_day() - days{400};
        auto ordinal = calendar.ordinal(from);
        for (Date day = from + days{1}; day < from + days{900}; day += days{1}) {
            ordinal += calendar.is_working_day(day);
            RC_ASSERT(calendar.ordinal(day) == ordinal);
            if (calendar.is_working_day(day)) RC_ASSERT(calendar.day_of(ordinal) == day);
        }
    }));
    CHECK(carried().ordinal(date("1900-01-07")) - carried().ordinal(date("1899-12-31")) == 5);
    const Date far = date("1900-01-03");
    CHECK(carried().day_of(carried().ordinal(far)) == far);
}

}  // namespace
}  // namespace gongkai::law
