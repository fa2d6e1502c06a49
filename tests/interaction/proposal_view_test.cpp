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
    CHECK(counted(assigned(), 2026, "2026-12-31") == Counts{1, 0, 0, 0, 0, 0, 0, 0, 0});
    CHECK(counted(assigned(), 2025, "2026-12-31") == Counts{});
    CHECK(counted(assigned(), 2026, "2026-03-01") == Counts{});
    CHECK(counted(answered(), 2026, "2026-12-31") == Counts{1, 0, 0, 1, 0, 0, 0, 0, 0});
    CHECK(counted(answered(), 2026, "2026-05-19") == Counts{1, 0, 0, 0, 0, 0, 0, 0, 0});
    CHECK(counted(published(), 2026, "2026-12-31") == Counts{1, 0, 0, 1, 0, 0, 0, 1, 0});
    const auto unhappy = after(answered(), act(Feedback{Satisfaction::Dissatisfied}, "2026-06-01"));
    CHECK(counted(unhappy, 2026, "2026-12-31") == Counts{1, 0, 0, 1, 0, 0, 1, 0, 0});
    // Without a receipt for the second answer the word about the first one stands.
    const auto again = after(unhappy, act(AnswerAgain{reply("C")}, "2026-06-20"));
    CHECK(counted(again, 2026, "2026-12-31") == Counts{1, 0, 0, 1, 0, 0, 1, 0, 0});
    const auto content = after(again, act(Feedback{Satisfaction::Basically}, "2026-06-25"));
    CHECK(counted(content, 2026, "2026-12-31") == Counts{1, 0, 0, 1, 0, 1, 0, 0, 0});
    CHECK(counted(assigned("2026-03-02", Part::Joint), 2026, "2026-12-31") ==
          Counts{0, 0, 1, 0, 0, 0, 0, 0, 0});
    CHECK(counted(after(assigned(), act(Withdraw{}, "2026-03-20")), 2026, "2026-12-31") ==
          Counts{});
}

TEST_CASE("each act stands in the sentence of its own year") {
    const auto counted = [](const Proposal& it, int year, std::string_view today = "2026-11-30") {
        CountsOfForms counts{};
        count(it, year, day(today), counts);
        return counts[std::size_t(Form::Suggestion)];
    };
    // Assigned in 2024; answered, judged, published and taken down in 2025; judged anew in 2026.
    auto it = after(assigned("2024-11-20"), act(Answer{reply()}, "2025-01-10"));
    it = after(it, act(Feedback{Satisfaction::Satisfied}, "2025-01-20"));
    it = after(it, act(prepared(), "2025-02-03"));
    it = after(it, act(passed(3), "2025-02-04", "account/2"));
    it = after(it, act(Publish{}, "2025-02-04"));
    it = after(it, saying(act(TakeDown{}, "2025-03-03")));
    it = after(it, act(Feedback{Satisfaction::Dissatisfied}, "2026-01-12"));
    CHECK(counted(it, 2023) == Counts{});
    CHECK(counted(it, 2024) == Counts{1, 0, 0, 0, 0, 0, 0, 0, 0});
    CHECK(counted(it, 2025) == Counts{0, 1, 0, 1, 1, 0, 0, 1, 0});
    CHECK(counted(it, 2026) == Counts{0, 0, 0, 0, 0, 0, 1, 0, 0});
    // While the year lasts, up to today.
    CHECK(counted(it, 2025, "2025-01-15") == Counts{0, 1, 0, 1, 0, 0, 0, 0, 0});
    CHECK(counted(it, 2025, "2024-12-31") == Counts{});
    CHECK(last_counted(2025, day("2025-06-01")) == day("2025-06-01"));
    CHECK(last_counted(2025, day("2026-06-01")) == day("2025-12-31"));
    // Taken back in the next year: it was this body's until then.
    const auto gone = after(assigned("2024-11-20"), act(Withdraw{}, "2025-01-05"));
    CHECK(counted(gone, 2024) == Counts{1, 0, 0, 0, 0, 0, 0, 0, 0});
    CHECK(counted(gone, 2025) == Counts{});
}

TEST_CASE("what changes a past year afterwards is told") {
    const auto belated = [](const Proposal& it, int year) {
        CountsOfForms counts{};
        count(it, year, day("2026-11-30"), counts);
        return counts[std::size_t(Form::Suggestion)].belated;
    };
    Act late = act(Answer{reply()}, "2024-12-05");
    late.recorded_on = day("2025-01-06");
    const auto it = after(assigned("2024-11-20"), std::move(late));
    CHECK(belated(it, 2024) == 1);
    CHECK(belated(it, 2025) == 0);
    CHECK(belated(answered("A", "2026-05-20"), 2026) == 0);
    const auto undone = after(after(assigned("2024-11-20"), act(Answer{reply()}, "2024-12-05")),
                              saying(act(Annul{{1}}, "2025-02-03")));
    CHECK(belated(undone, 2024) == 1);
    CHECK(belated(undone, 2025) == 0);
}

TEST_CASE("the public is told that an answer no longer holds") {
    const auto again_on = [](const Proposal& it, std::string_view on) {
        return PublicView::of(it, day(on))->answered_again_on();
    };
    auto it = after(published(), act(Feedback{Satisfaction::Dissatisfied}, "2026-06-01"));
    CHECK_FALSE(again_on(it, "2026-06-19"));
    it = after(it, act(AnswerAgain{reply("C")}, "2026-06-20"));
    CHECK_FALSE(again_on(it, "2026-06-19"));
    CHECK(again_on(it, "2026-06-20") == day("2026-06-20"));
    it = after(it, act(prepared(), "2026-06-22"));
    it = after(it, act(passed(7), "2026-06-22", "account/2"));
    CHECK(again_on(it, "2026-06-23") == day("2026-06-20"));
    it = after(it, act(Publish{}, "2026-06-24"));
    CHECK_FALSE(again_on(it, "2026-06-24"));
    // Under an older program the old text could go out after the second answer.
    auto acts = published().acts();
    const Act publish = acts.back();
    acts.pop_back();
    acts.push_back(act(Feedback{Satisfaction::Dissatisfied}, "2026-06-01"));
    acts.push_back(act(AnswerAgain{reply("C")}, "2026-06-20"));
    acts.push_back(publish);
    acts.back().on = day("2026-06-22");
    const auto old = Proposal::recorded({{330302, 7}, "2026-0001"}, acts);
    CHECK(PublicView::of(old, day("2026-06-22"))->answer_class() == "A");
    CHECK(again_on(old, "2026-06-22") == day("2026-06-20"));
}
