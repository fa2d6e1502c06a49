#include "law/account.h"

#include <doctest/doctest.h>

#include <numeric>

#include "any_calendar.h"

namespace gongkai::law {
namespace {

using namespace testing;

std::string text(const std::vector<std::string>& sentences) {
    return std::accumulate(sentences.begin(), sentences.end(), std::string());
}

TEST_CASE("how a term was counted is told in sentences") {
    const auto it = account(carried(), date("2025-01-15"), 20);
    CHECK(it.result == "自2025年1月15日起20个工作日，最后一日是2025年2月18日（星期二）。");
    CHECK(text(it.steps) ==
          "2025年1月15日当日不计，从次日起算。周末6天，不计。"
          "放假8天，不计：1月28日至2月4日。调休上班2天，计入：1月26日、2月8日。");
    CHECK(it.warnings.empty());
    CHECK(it.days.back().day == it.term.last_day);
}

TEST_CASE("days of another year are told with it") {
    const auto it = account(carried(), date("2025-12-29"), 5);
    CHECK(text(it.steps).find("放假3天，不计：2026年1月1日至2026年1月3日。") != std::string::npos);
}

TEST_CASE("pauses are told, and why there is no last day yet") {
    const Pause done[] = {{date("2026-03-03"), date("2026-03-06")}};
    CHECK(text(account(carried(), date("2026-03-02"), 20, done).steps)
              .find("扣除的时间里有3个工作日，不计。") != std::string::npos);
    const Pause open[] = {{date("2026-03-03"), date("2026-03-06")}, {date("2026-03-10"), {}}};
    const auto it = account(carried(), date("2026-03-02"), 20, open);
    CHECK(!it.term.last_day);
    CHECK(it.result ==
          "自2026年3月2日起20个工作日，最后一日未定："
          "2026年3月10日起扣除的时间还没有结束，已计3个工作日，还余17个。");
}

TEST_CASE("a make-up day within a pause is told as not counted, and not as counted") {
    // Sunday 2025-01-26 is worked for the Spring Festival, as is Saturday 2025-02-08.
    const Pause asked[] = {{date("2025-01-24"), date("2025-01-27")}};
    const auto it = account(carried(), date("2025-01-15"), 20, asked);
    CHECK(it.term.last_day == date("2025-02-20"));
    CHECK(text(it.steps).find("调休上班1天，计入：2月8日。") != std::string::npos);
    CHECK(text(it.steps).find("扣除的时间里有2个工作日，不计。") != std::string::npos);
}

TEST_CASE("a term outside the notices is told to be a guess") {
    CHECK(text(account(carried(), date("2026-12-20"), 20).warnings) ==
          "超出已公布的放假安排，按周末推算，公布后可能变动。");
    CHECK(text(account(carried(), date("2018-12-20"), 20).warnings) ==
          "放假安排从2019年收起，更早的日子按周末推算，可能与当时的安排不符。");
}

}  // namespace
}  // namespace gongkai::law
