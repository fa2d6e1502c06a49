#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "histories_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

const Date from = day("2025-01-02"), to = day("2026-06-01");

std::optional<Date> due(const Request& request, Date as_of) {
    const auto clock = answer_clock(request, rules(), as_of);
    return clock ? clock->due : std::nullopt;
}

// What an act makes of a request, whatever was before; nothing where it leaves it as it was.
const std::map<std::string_view, std::string_view> makes{
    {"confirm", "handling"},
    {"ask_correction", "awaiting_correction"},
    {"correct", "handling"},
    {"lapse_uncorrected", "ended"},
    {"ask_reasons", "awaiting_reasons"},
    {"give_reasons", "handling"},
    {"fee_notice", "awaiting_payment"},
    {"pay", "handling"},
    {"lapse_unpaid", "ended"},
    {"decide", "decided"},
    {"deliver", "delivered"},
    {"withdraw", "ended"},
};

// The acts that count: neither annulled nor annulments.
std::vector<Act> standing_acts(const Request& request) {
    std::set<int> gone;
    for (const Act& act : request.acts())
        if (const auto* annul = act.as<Annul>()) gone.insert(annul->refers_to.act);
    std::vector<Act> all;
    for (int i = 0; i < int(request.acts().size()); ++i)
        if (const Act& act = request.acts()[std::size_t(i)]; !gone.contains(i) && !act.is<Annul>())
            all.push_back(act);
    return all;
}

std::string_view expected_state(const Request& request) {
    auto acts = standing_acts(request);
    if (acts.empty() || records::row_of<Subject>(acts.front()).name != "register")
        return "annulled";
    std::ranges::reverse(acts);
    int opinions = 0, consultations = 0;
    for (const Act& act : acts) {
        const auto kind = records::row_of<Subject>(act).name;
        if (kind == "opinion") ++opinions;
        if (kind == "consult" && ++consultations > opinions) return "consulting";
        if (makes.contains(kind)) return makes.at(kind);
    }
    // Reg. 31(2), (3): ordinary mail, internet and fax wait for the confirmation of both sides.
    const std::set<std::string_view> unconfirmed{"ordinary_mail", "internet", "fax", "email"};
    const bool waits = unconfirmed.contains(name(application_of(request).channel));
    return waits && opinions == 0 && consultations == 0 ? "awaiting_confirmation" : "handling";
}

std::optional<Date> expected_settlement(const Request& request) {
    const std::set<std::string_view> settling{"decide", "lapse_uncorrected", "lapse_unpaid",
                                              "withdraw"};
    for (const Act& act : standing_acts(request))
        if (settling.contains(records::row_of<Subject>(act).name)) return act.on;
    return {};
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

// Worked out backwards from the last act that decides, where the program goes forward through all.
TEST_CASE("the state of any lawful history is what its last deciding act makes of it") {
    std::set<std::string_view> seen;
    CHECK(rc::check([&] {
        for (int i = 0; i < 5; ++i) {
            const Request it = any_history(from, to);
            RC_ASSERT(name(it.progress().state) == expected_state(it));
            RC_ASSERT(settled_on(it.progress()) == expected_settlement(it));
            seen.insert(expected_state(it));
        }
    }));
    CHECK(seen.size() >= 8);  // of the ten states, so that the property says something
}
