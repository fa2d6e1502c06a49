#include "interaction/proposal_view.h"

#include <doctest/doctest.h>

#include "interaction/proposal_counts.h"
#include "proposals_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing::proposals;

TEST_CASE("only what was written for the public, reviewed and published can be seen") {
    const auto seen = [](const Proposal& it, std::string_view on) {
        return PublicView::of(it, day(on)).has_value();
    };
    const auto written = after(answered(), act(prepared(), "2026-05-21"));
    const auto cleared = after(written, act(passed(2), "2026-05-22", "account/2"));
    for (const Proposal& it : {assigned(), answered(), written, cleared})
        CHECK_FALSE(seen(it, "2026-12-31"));
    CHECK_FALSE(seen(published(), "2026-05-21"));
    CHECK(seen(published(), "2026-05-22"));
    const auto down = after(published(), saying(act(TakeDown{}, "2026-06-01")));
    CHECK(seen(down, "2026-05-31"));
    CHECK_FALSE(seen(down, "2026-06-01"));
    const auto anew = after(down, act(prepared(), "2026-06-02"));
    CHECK_FALSE(seen(anew, "2026-06-03"));
}

TEST_CASE("what the public reads of an answer") {
    const auto view = PublicView::of(published(), day("2026-05-22"));
    REQUIRE(view);
    CHECK(view->title() == "关于修复柳河大堤的建议");
    CHECK(view->answer() == "大堤已经修复。");
    CHECK(view->answer_class() == "A");
    CHECK(view->lead() == "县水务局");
    CHECK(view->answered_on() == day("2026-05-20"));
    CHECK(view->published_on() == day("2026-05-22"));
    CHECK(view->proposer() == "");
    CHECK(view->phone() == "0000-1234567");
}

TEST_CASE("a second answer does not stand beside the text of the first") {
    const auto unhappy =
        after(published(), act(Feedback{Satisfaction::Dissatisfied}, "2026-06-01"));
    const auto again = after(unhappy, act(AnswerAgain{reply("C")}, "2026-06-20"));
    CHECK(PublicView::of(again, day("2026-06-21"))->answer_class() == "A");
    // While the next text is on its way the first one stays.
    auto next = after(again, act(prepared(), "2026-06-22"));
    CHECK(PublicView::of(next, day("2026-06-22"))->answer_class() == "A");
    next = after(next, act(passed(7), "2026-06-22", "account/2"));
    next = after(next, act(Publish{}, "2026-06-22"));
    CHECK(PublicView::of(next, day("2026-06-22"))->answer_class() == "C");
}

TEST_CASE("what the report of a year counts") {
    const auto counted = [](const Proposal& it, int year, std::string_view as_of) {
        CountsOfForms counts{};
        count(it, year, day(as_of), counts);
        return counts[std::size_t(Form::Suggestion)];
    };
    CHECK(counted(assigned(), 2026, "2026-12-31") == Counts{1, 0, 0, 0, 0, 0, 0});
    CHECK(counted(assigned(), 2025, "2026-12-31") == Counts{});
    CHECK(counted(assigned(), 2026, "2026-03-01") == Counts{});
    CHECK(counted(answered(), 2026, "2026-12-31") == Counts{1, 0, 1, 0, 0, 0, 0});
    CHECK(counted(answered(), 2026, "2026-05-19") == Counts{1, 0, 0, 0, 0, 0, 0});
    CHECK(counted(published(), 2026, "2026-12-31") == Counts{1, 0, 1, 0, 0, 0, 1});
    const auto unhappy = after(answered(), act(Feedback{Satisfaction::Dissatisfied}, "2026-06-01"));
    CHECK(counted(unhappy, 2026, "2026-12-31") == Counts{1, 0, 1, 0, 0, 1, 0});
    // Without a receipt for the second answer the word about the first one stands.
    const auto again = after(unhappy, act(AnswerAgain{reply("C")}, "2026-06-20"));
    CHECK(counted(again, 2026, "2026-12-31") == Counts{1, 0, 1, 0, 0, 1, 0});
    const auto content = after(again, act(Feedback{Satisfaction::Basically}, "2026-06-25"));
    CHECK(counted(content, 2026, "2026-12-31") == Counts{1, 0, 1, 0, 1, 0, 0});
    CHECK(counted(assigned("2026-03-02", Part::Joint), 2026, "2026-12-31") ==
          Counts{0, 1, 0, 0, 0, 0, 0});
    CHECK(counted(after(assigned(), act(Withdraw{}, "2026-03-20")), 2026, "2026-12-31") ==
          Counts{});
}
