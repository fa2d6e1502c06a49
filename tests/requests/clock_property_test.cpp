#include <doctest/doctest.h>

#include "histories_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

const Date from = day("2025-01-02"), to = day("2026-06-01");

std::optional<Date> due(const Request& request, Date as_of) {
    const auto clock = answer_clock(request, rules(), as_of);
    return clock ? clock->due : std::nullopt;
}

}  // namespace

TEST_CASE("no further act ends the term sooner, but an annulment or a new beginning") {
    int compared = 0;
    CHECK(rc::check([&] {
        const Request before = any_history(from, to);
        const Date on = before.acts().back().on + std::chrono::days{*rc::gen::inRange(0, 40)};
        const int kind = *rc::gen::inRange(1, act_kinds);
        if (kind == number_of<Annul>() || kind == number_of<Correct>() || kind == number_of<Pay>())
            return;
        const auto after = before.after(any_act(kind, on, before), rules());
        if (!after.ok()) return;
        const auto was = due(before, on), is = due(after.value(), on);
        if (!was || !is) return;
        ++compared;
        RC_ASSERT(*is >= *was);
    }));
    CHECK(compared > 0);
}

TEST_CASE("clocks of working days end on one and hold exactly their number") {
    CHECK(rc::check([] {
        const Request it = any_history(from, to);
        const Date as_of = it.acts().back().on + std::chrono::days{*rc::gen::inRange(0, 60)};
        for (const Clock& clock : clocks(it, rules(), as_of)) {
            const auto days = trace(clock, calendar());
            if (clock.days == 0) RC_ASSERT(days.empty());
            if (clock.days == 0 || !clock.due) continue;
            RC_ASSERT(calendar().is_working_day(*clock.due));
            RC_ASSERT(days.back().day == *clock.due);
            RC_ASSERT(days.back().number == clock.days);
            RC_ASSERT(days.front().day == clock.start + std::chrono::days{1});
        }
    }));
}

TEST_CASE("what is seen of a day does not change with what happens later") {
    CHECK(rc::check([] {
        const Request before = any_history(from, to);
        const Date as_of = before.acts().back().on;
        const Date later = as_of + std::chrono::days{*rc::gen::inRange(1, 40)};
        const int kind = *rc::gen::inRange(1, act_kinds);
        if (kind == number_of<Annul>()) return;
        const auto after = before.after(any_act(kind, later, before), rules());
        if (!after.ok()) return;
        RC_ASSERT(after.value().progress(as_of).state == before.progress(as_of).state);
        RC_ASSERT(due(after.value(), as_of) == due(before, as_of));
    }));
}

TEST_CASE("every lawful history is kept and read back as it was") {
    CHECK(rc::check([] {
        const Request it = any_history(from, to);
        const Request back = Request::recorded(it.key(), it.acts());
        RC_ASSERT(back.progress().state == it.progress().state);
        RC_ASSERT(settled_on(back.progress()) == settled_on(it.progress()));
    }));
}
