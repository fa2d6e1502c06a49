#include "interaction/proposal_clock.h"

#include <doctest/doctest.h>

#include "proposals_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing::proposals;

namespace {

// The clocks of one id as "start due state", one after the other.
std::string told(const Proposal& it, ClockId id, std::string_view as_of,
                 const Rules& by = rules()) {
    std::string all;
    for (const Clock& clock : clocks(it, by, day(as_of)))
        if (clock.id == id)
            all += (all.empty() ? "" : "; ") + iso(clock.start) + " " + iso(clock.due) + " " +
                   std::string(name(clock.state)) + (clock.provisional ? "?" : "");
    return all;
}

std::string next(const Proposal& it, std::string_view as_of) {
    const auto clock = next_duty(it, rules(), day(as_of));
    return clock ? std::string(name(clock->id)) + " " + iso(clock->due) : "";
}

}  // namespace

TEST_CASE("three months from the assignment to the answer") {
    CHECK(told(assigned(), ClockId::Answer, "2026-06-02") == "2026-03-02 2026-06-02 running");
    CHECK(told(assigned(), ClockId::Answer, "2026-06-03") == "2026-03-02 2026-06-02 overdue");
    CHECK(told(answered("A", "2026-06-02"), ClockId::Answer, "2026-07-01") ==
          "2026-03-02 2026-06-02 met");
    CHECK(told(answered("A", "2026-06-03"), ClockId::Answer, "2026-07-01") ==
          "2026-03-02 2026-06-02 met_late");
    // What was done later is not seen.
    CHECK(told(answered("A", "2026-05-20"), ClockId::Answer, "2026-05-19") ==
          "2026-03-02 2026-06-02 running");
    // February has no 30th; the holiday of May; no notice for 2027.
    CHECK(told(assigned("2025-11-30"), ClockId::Answer, "2025-12-01") ==
          "2025-11-30 2026-02-28 running");
    CHECK(told(assigned("2026-02-02"), ClockId::Answer, "2026-02-03") ==
          "2026-02-02 2026-05-06 running");
    CHECK(told(assigned("2026-11-30"), ClockId::Answer, "2026-12-01") ==
          "2026-11-30 2027-03-01 running?");
    CHECK(told(assigned("2026-03-02", Part::Separate), ClockId::Answer, "2026-03-03") ==
          "2026-03-02 2026-06-02 running");
    const auto gone = after(assigned(), act(Withdraw{}, "2026-03-20"));
    CHECK(told(gone, ClockId::Answer, "2026-07-01") == "2026-03-02 2026-06-02 closed");
}

TEST_CASE("six months where it was extended in time") {
    const auto in_time = after(assigned(), saying(act(Extend{}, "2026-06-02")));
    CHECK(told(in_time, ClockId::Answer, "2026-06-03") == "2026-03-02 2026-09-02 running");
    const auto late = after(assigned(), saying(act(Extend{}, "2026-06-03")));
    CHECK(told(late, ClockId::Answer, "2026-06-03") == "2026-03-02 2026-06-02 overdue");
    Settings lenient;
    lenient.late_extension_moves_day = true;
    CHECK(told(late, ClockId::Answer, "2026-06-03", {testing::calendar(), lenient}) ==
          "2026-03-02 2026-09-02 running");
}

TEST_CASE("a wrong assignment goes back within five working days") {
    // 3, 4, 5, 6 and 9 March.
    CHECK(told(assigned(), ClockId::Return, "2026-03-09") == "2026-03-02 2026-03-09 running");
    CHECK(told(assigned(), ClockId::Return, "2026-03-10") == "2026-03-02 2026-03-09 closed");
    const auto asked = after(assigned(), saying(act(Return{}, "2026-03-10")));
    CHECK(told(asked, ClockId::Return, "2026-03-10") == "2026-03-02 2026-03-09 met_late");
    Settings ten;
    ten.return_within = {10, Unit::WorkingDays};
    CHECK(told(assigned(), ClockId::Return, "2026-03-09", {testing::calendar(), ten}) ==
          "2026-03-02 2026-03-16 running");
}

TEST_CASE("each who joins has a day for the opinion") {
    // A month from 5 March is Sunday 5 April, in the holiday of 4 to 6 April.
    const auto it = assigned("2026-03-05");
    const auto one = after(it, saying(act(ReceiveOpinion{"县财政局"}, "2026-04-08")));
    CHECK(told(one, ClockId::Opinion, "2026-04-08") ==
          "2026-03-05 2026-04-07 met_late; 2026-03-05 2026-04-07 overdue");
    const auto sent = after(one, act(Answer{reply()}, "2026-04-20"));
    CHECK(told(sent, ClockId::Opinion, "2026-04-21") ==
          "2026-03-05 2026-04-07 met_late; 2026-03-05 2026-04-07 closed");
    CHECK(told(assigned("2026-03-02", Part::Separate), ClockId::Opinion, "2026-03-03") == "");
    const auto joint = assigned("2026-03-05", Part::Joint);
    CHECK(told(joint, ClockId::Answer, "2026-03-06") == "");
    CHECK(told(joint, ClockId::OwnOpinion, "2026-04-08") == "2026-03-05 2026-04-07 overdue");
    const auto given = after(joint, saying(act(GiveOpinion{}, "2026-04-07")));
    CHECK(told(given, ClockId::OwnOpinion, "2026-04-08") == "2026-03-05 2026-04-07 met");
    // 重庆: 30 working days behind 2 March: 20 to the 30th, and without 6 April ten more.
    Settings thirty;
    thirty.opinion = {30, Unit::WorkingDays};
    CHECK(told(assigned("2026-03-02", Part::Joint), ClockId::OwnOpinion, "2026-03-03",
               {testing::calendar(), thirty}) == "2026-03-02 2026-04-14 running");
}

TEST_CASE("the receipt, the second answer and its receipt") {
    CHECK(told(answered(), ClockId::Feedback, "2026-06-10") == "2026-05-20 2026-06-10 running");
    // One that never came is no fault.
    CHECK(told(answered(), ClockId::Feedback, "2026-06-11") == "2026-05-20 2026-06-10 closed");
    const auto unhappy = after(answered(), act(Feedback{Satisfaction::Dissatisfied}, "2026-06-01"));
    CHECK(told(unhappy, ClockId::AnswerAgain, "2026-07-01") == "2026-06-01 2026-07-01 running");
    CHECK(told(unhappy, ClockId::AnswerAgain, "2026-07-02") == "2026-06-01 2026-07-01 overdue");
    const auto again = after(unhappy, act(AnswerAgain{reply("C")}, "2026-07-02"));
    CHECK(told(again, ClockId::AnswerAgain, "2026-07-03") == "2026-06-01 2026-07-01 met_late");
    CHECK(told(again, ClockId::Feedback, "2026-07-03") ==
          "2026-05-20 2026-06-10 met; 2026-07-02 2026-07-23 running");
}

TEST_CASE("a promise runs until the day that was promised") {
    CHECK(told(answered("B"), ClockId::Promise, "2026-12-31") == "2026-05-20 2026-12-31 running");
    CHECK(told(answered("B"), ClockId::Promise, "2027-01-01") == "2026-05-20 2026-12-31 overdue");
    const auto kept = after(answered("B"), saying(act(EndPromise{1}, "2026-12-30")));
    CHECK(told(kept, ClockId::Promise, "2027-01-01") == "2026-05-20 2026-12-31 met");
}

TEST_CASE("what this body has to do next") {
    CHECK(next(assigned(), "2026-03-03") == "answer 2026-06-02");
    CHECK(next(assigned("2026-03-02", Part::Joint), "2026-03-03") == "own_opinion 2026-04-02");
    CHECK(next(answered(), "2026-05-21") == "");
    CHECK(next(answered("B"), "2026-05-21") == "promise 2026-12-31");
    const auto unhappy =
        after(answered("B"), act(Feedback{Satisfaction::Dissatisfied}, "2026-06-01"));
    CHECK(next(unhappy, "2026-06-02") == "answer_again 2026-07-01");
    CHECK(next(unhappy, "2027-01-04") == "answer_again 2026-07-01");
}

TEST_CASE("an offer tells what it does to the next day") {
    const auto effect = [](const Proposal& it, std::string_view kind,
                           std::string_view today = "2026-05-20") {
        for (const Offer& each : offers(it, rules(), "account/1", day(today)))
            if (each.row->name == kind) return each.effect;
        return std::string("not offered");
    };
    CHECK(effect(assigned(), "extend") == "答复期限从2026年6月2日变为2026年9月2日");
    CHECK(effect(assigned("2026-09-01"), "extend", "2026-09-02") ==
          "答复期限从2026年12月1日变为2027年3月1日（当年放假安排未公布，暂定）");
    CHECK(effect(assigned(), "answer") == "");
    CHECK(effect(answered(), "feedback") == "");
}

TEST_CASE("a promise that was not kept is not met") {
    const auto ended = [](PromiseEnd how, std::string_view on) {
        return told(after(answered("B"), saying(act(EndPromise{1, how}, on))), ClockId::Promise,
                    "2027-02-01");
    };
    CHECK(ended(PromiseEnd::Impossible, "2026-10-15") == "2026-05-20 2026-12-31 broken");
    CHECK(ended(PromiseEnd::Impossible, "2027-01-15") == "2026-05-20 2026-12-31 broken");
    CHECK(ended(PromiseEnd::Kept, "2027-01-15") == "2026-05-20 2026-12-31 met_late");
    // What a later answer replaced.
    auto it = after(answered("B"), act(Feedback{Satisfaction::Dissatisfied}, "2026-06-01"));
    it = after(it, act(AnswerAgain{reply("B")}, "2026-06-20"));
    it = after(it, saying(act(EndPromise{1, PromiseEnd::Replaced}, "2026-06-20")));
    CHECK(told(it, ClockId::Promise, "2026-07-01") ==
          "2026-05-20 2026-12-31 closed; 2026-06-20 2026-12-31 running");
}

TEST_CASE("a promise is put off in time or stays overdue") {
    const auto put_off = [](std::string_view on) {
        return after(answered("B"), saying(act(DeferPromise{1, day("2027-06-30")}, on)));
    };
    CHECK(told(put_off("2026-12-31"), ClockId::Promise, "2027-02-01") ==
          "2026-05-20 2027-06-30 running");
    const auto late = put_off("2027-01-04");
    CHECK(told(late, ClockId::Promise, "2027-02-01") == "2026-05-20 2026-12-31 overdue");
    CHECK(clocks(late, rules(), day("2027-02-01")).back().about ==
          "修复大堤一公里（已告知推迟到2027年6月30日）");
    const auto kept = after(late, saying(act(EndPromise{1}, "2027-03-01")));
    CHECK(told(kept, ClockId::Promise, "2027-03-01") == "2026-05-20 2026-12-31 met_late");
    Settings lenient;
    lenient.late_deferral_moves_day = true;
    CHECK(told(late, ClockId::Promise, "2027-02-01", {testing::calendar(), lenient}) ==
          "2026-05-20 2027-06-30 running");
}

TEST_CASE("what was counted by on the day of the assignment stays") {
    Settings two_months;
    two_months.answer = {2, Unit::Months};
    const Rules changed{testing::calendar(), two_months};
    // Without terms of its own, as an old entry is, it is judged by the settings of today.
    CHECK(told(answered("A", "2026-06-02"), ClockId::Answer, "2026-07-01", changed) ==
          "2026-03-02 2026-05-06 met_late");
    Register with_terms = assignment();
    with_terms.terms = settings();
    auto it =
        Proposal::begin({{330302, 7}, "2026-0001"}, act(with_terms, "2026-03-02"), rules()).value();
    it = after(it, act(Answer{reply()}, "2026-06-02"));
    CHECK(told(it, ClockId::Answer, "2026-07-01", changed) == "2026-03-02 2026-06-02 met");
}

TEST_CASE("an old answer in public is replaced or taken down within twenty working days") {
    auto it = after(published(), act(Feedback{Satisfaction::Dissatisfied}, "2026-06-01"));
    it = after(it, act(AnswerAgain{reply("C")}, "2026-06-12"));
    // 15 to 18 June, without the 19th (端午节), 22 to 26, 29 to 3 July, 6 to 10 July, and the 13th.
    CHECK(told(it, ClockId::Replace, "2026-06-13") == "2026-06-12 2026-07-13 running");
    CHECK(next(it, "2026-06-13") == "replace 2026-07-13");
    const auto heard = after(it, act(Feedback{Satisfaction::Satisfied}, "2026-06-15"));
    CHECK(is_open(heard.progress()));
    const auto down = after(heard, saying(act(TakeDown{}, "2026-06-16")));
    CHECK(told(down, ClockId::Replace, "2026-06-16") == "2026-06-12 2026-07-13 met");
    CHECK_FALSE(is_open(down.progress()));
    auto anew = after(heard, act(prepared(), "2026-07-14"));
    anew = after(anew, act(passed(8), "2026-07-14", "account/2"));
    anew = after(anew, act(Publish{}, "2026-07-14"));
    CHECK(told(anew, ClockId::Replace, "2026-07-14") == "2026-06-12 2026-07-13 met_late");
}

TEST_CASE("who becomes the lead, or is asked again, has the time from then on") {
    const Units lead{Part::Lead, "县水务局", {}};
    const auto given =
        after(assigned("2026-03-02", Part::Joint), saying(act(GiveOpinion{}, "2026-03-20")));
    const auto leads = after(given, saying(act(ChangeUnits{lead}, "2026-07-01")));
    CHECK(told(leads, ClockId::Answer, "2026-07-02") == "2026-07-01 2026-10-08 running");
    Settings strict;
    strict.new_part_counts_anew = false;
    CHECK(told(leads, ClockId::Answer, "2026-07-02", {testing::calendar(), strict}) ==
          "2026-03-02 2026-06-02 overdue");
    const Units again{Part::Joint, "县交通运输局", {"县水务局"}};
    const auto asked = after(given, saying(act(ChangeUnits{again}, "2026-07-01")));
    CHECK(told(asked, ClockId::OwnOpinion, "2026-07-02") == "2026-07-01 2026-08-03 running");
    // What stays the lead's counts as before.
    const auto other = after(assigned(), saying(act(ChangeUnits{lead}, "2026-04-01")));
    CHECK(told(other, ClockId::Answer, "2026-04-02") == "2026-03-02 2026-06-02 running");
    // Given to others, it is nobody's duty here.
    const Units gone{Part::Gone, "县交通运输局", {}};
    const auto theirs = after(assigned(), saying(act(ChangeUnits{gone}, "2026-04-01")));
    CHECK(told(theirs, ClockId::Answer, "2026-07-02") == "");
    CHECK(next(theirs, "2026-07-02") == "");
}
