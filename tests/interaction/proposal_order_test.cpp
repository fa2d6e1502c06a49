#include <doctest/doctest.h>

#include "proposals_for_tests.h"

// What a later act does to one before it, and which acts wait for which.
using namespace gongkai;
using namespace gongkai::testing::proposals;

namespace {

Proposal cleared() {
    const auto written = after(answered(), act(prepared(), "2026-05-21"));
    return after(written, act(passed(2), "2026-05-22", "account/2"));
}

bool is_offered(const Proposal& it, std::string_view kind, std::string_view actor = "account/1") {
    for (const Offer& each : offers(it, rules(), actor, day("2026-07-01")))
        if (each.row->name == kind && each.why_not.empty()) return true;
    return false;
}

}  // namespace

TEST_CASE("a text that was cleared does not outlive its answer") {
    CHECK(is_offered(cleared(), "publish"));
    const auto unhappy = after(cleared(), act(Feedback{Satisfaction::Dissatisfied}, "2026-06-01"));
    const auto again = after(unhappy, act(AnswerAgain{reply("C")}, "2026-06-20"));
    for (const Proposal& it : {unhappy, again}) {
        CHECK(it.progress().stage == Stage::Outdated);
        CHECK_FALSE(is_offered(it, "publish"));
        CHECK(code(it, act(Publish{}, "2026-06-21")) == "proposal.act.not-now");
        CHECK(is_offered(it, "prepare"));
    }
    // Before the review as well: it would have passed what nobody answers any more.
    const auto waiting = after(after(answered(), act(prepared(), "2026-05-21")),
                               act(Feedback{Satisfaction::Dissatisfied}, "2026-06-01"));
    CHECK(code(waiting, act(passed(2), "2026-06-02", "account/2")) == "proposal.act.not-now");
    // A decision not to publish was about the first answer.
    auto none =
        after(answered(), act(Prepare{Manner::None, "", "", "", "", "商业秘密"}, "2026-05-21"));
    none = after(none, act(passed(2), "2026-05-22", "account/2"));
    none = after(none, act(Feedback{Satisfaction::Dissatisfied}, "2026-06-01"));
    CHECK(none.progress().stage == Stage::NotPublic);
    none = after(none, act(AnswerAgain{reply("C")}, "2026-06-20"));
    CHECK(none.progress().stage == Stage::Outdated);
    // Who is content changes nothing.
    CHECK(after(cleared(), act(Feedback{Satisfaction::Satisfied}, "2026-06-01")).progress().stage ==
          Stage::Cleared);
    // Prepared anew, it goes its way.
    auto anew = after(again, act(prepared(), "2026-06-22"));
    anew = after(anew, act(passed(6), "2026-06-22", "account/2"));
    CHECK(code(anew, act(Publish{}, "2026-06-22")) == "");
}

TEST_CASE("what an older program let through can still be put right") {
    // Published after the second answer, and a receipt that was entered wrongly.
    auto acts = cleared().acts();
    acts.push_back(act(Feedback{Satisfaction::Dissatisfied}, "2026-06-01"));
    acts.push_back(act(AnswerAgain{reply("C")}, "2026-06-20"));
    acts.push_back(act(Publish{}, "2026-06-22"));
    acts.push_back(act(Feedback{Satisfaction::Basically}, "2026-06-25"));
    const auto old = Proposal::recorded({{330302, 7}, "2026-0001"}, acts);
    CHECK(code(old, saying(act(Annul{{7}}, "2026-07-01"))) == "");
    // What others refer to stays.
    CHECK(code(old, saying(act(Annul{{2}}, "2026-07-01"))) == "proposal.annul.others-rest-on-it");
}

TEST_CASE("what was done today keeps out no day before of another matter") {
    // Published on 2026-05-22; what follows is written down later, with its true day.
    Act receipt = act(Feedback{Satisfaction::Satisfied}, "2026-05-21");
    receipt.recorded_on = day("2026-05-25");
    CHECK(code(published(), receipt) == "");
    CHECK(code(published(), act(Feedback{}, "2026-05-19")) == "proposal.act.out-of-order");
    // An opinion that came late, an answer that went out before.
    const auto opinion = after(assigned(), saying(act(ReceiveOpinion{"县财政局"}, "2026-04-20")));
    CHECK(code(opinion, act(Answer{reply()}, "2026-04-15")) == "");
    CHECK(code(answered(), saying(act(ReceiveOpinion{"县财政局"}, "2026-03-20"))) == "");
    CHECK(code(answered(), saying(act(ReceiveOpinion{"县财政局"}, "2026-03-01"))) ==
          "proposal.act.out-of-order");
    // A report on a promise, and the receipt and the second answer before it.
    const auto reported = after(answered("B"), saying(act(ReportPromise{1}, "2026-10-15")));
    const auto unhappy = after(reported, act(Feedback{Satisfaction::Dissatisfied}, "2026-06-01"));
    CHECK(code(unhappy, act(AnswerAgain{reply()}, "2026-05-31")) == "proposal.act.out-of-order");
    const auto again = after(unhappy, act(AnswerAgain{reply("B")}, "2026-06-20"));
    CHECK(code(again, saying(act(EndPromise{1}, "2026-10-14"))) == "proposal.act.out-of-order");
    CHECK(code(again, saying(act(ReportPromise{2}, "2026-07-01"))) == "");
    CHECK(code(again, saying(act(ReportPromise{2}, "2026-06-19"))) == "proposal.act.out-of-order");
    // As of a day there is what had happened by then, in whatever order it was written down.
    CHECK(unhappy.progress(day("2026-06-01")).state == State::Dissatisfied);
    CHECK_FALSE(unhappy.progress(day("2026-06-01")).promises[0].reported_on);
    CHECK(unhappy.progress().latest == day("2026-10-15"));
}

TEST_CASE("nothing is left without a way on") {
    const auto given =
        after(assigned("2026-03-02", Part::Joint), saying(act(GiveOpinion{}, "2026-03-20")));
    const auto leads =
        after(given, saying(act(ChangeUnits{{Part::Lead, "县水务局", {}}}, "2026-04-01")));
    CHECK(leads.progress().state == State::Handling);
    CHECK(code(leads, act(Answer{reply()}, "2026-04-20")) == "");
    // The assigning office never decides on the return.
    const auto asked = after(assigned(), saying(act(Return{}, "2026-03-05")));
    const auto sent = after(asked, act(Answer{reply()}, "2026-05-20"));
    CHECK(sent.progress().state == State::Answered);
    const auto taken = after(asked, act(AnswerReturn{ReturnAnswer::TakenBack}, "2026-03-10"));
    CHECK(taken.progress().state == State::Handling);
    // It went to others.
    const auto gone =
        after(assigned(), saying(act(ChangeUnits{{Part::Gone, "县财政局", {}}}, "2026-04-01")));
    CHECK(gone.progress().state == State::Ended);
    CHECK(gone.progress().end == End::Returned);
    Register nobodys = assignment(Part::Gone);
    CHECK(Proposal::begin({{330302, 7}, "2026-0001"}, act(nobodys, "2026-03-02"), rules())
              .error()
              .code == "proposal.part");
}

TEST_CASE("a deputy may change his word") {
    const auto content = after(answered(), act(Feedback{Satisfaction::Satisfied}, "2026-06-01"));
    const auto unhappy = after(content, act(Feedback{Satisfaction::Dissatisfied}, "2026-06-08"));
    CHECK(unhappy.progress().state == State::Dissatisfied);
    CHECK(unhappy.acts().size() == 4);
    const auto its = clocks(unhappy, rules(), day("2026-06-09"));
    const auto again = std::ranges::find(its, ClockId::AnswerAgain, &Clock::id);
    REQUIRE(again != its.end());
    CHECK(again->start == day("2026-06-08"));
    // The receipt came in time the first time.
    CHECK(std::ranges::find(its, ClockId::Feedback, &Clock::id)->met_on == day("2026-06-01"));
    const auto back = after(unhappy, act(Feedback{Satisfaction::Basically}, "2026-06-10"));
    CHECK(back.progress().state == State::Settled);
    CHECK(code(back, act(AnswerAgain{reply()}, "2026-06-11")) == "proposal.act.not-now");
}

TEST_CASE("a promise is not put off for ever") {
    const auto until = [](const Proposal& it, std::string_view to, std::string_view on) {
        return code(it, saying(act(DeferPromise{1, day(to)}, on)));
    };
    const auto it = answered("B");  // answered 2026-05-20, promised for 2026-12-31
    CHECK(until(it, "2029-09-03", "2026-09-01") == "");  // 1 September 2029 is a Saturday
    CHECK(until(it, "2029-09-04", "2026-09-01") == "proposal.promise.until");
    // Its new day must still be ahead.
    CHECK(until(it, "2027-02-01", "2027-02-01") == "proposal.promise.until");
    CHECK(until(it, "2027-02-02", "2027-02-01") == "");
    // Three times three years are more than ten years after the answer.
    auto longer = after(it, saying(act(DeferPromise{1, day("2029-08-31")}, "2026-09-01")));
    longer = after(longer, saying(act(DeferPromise{1, day("2032-08-31")}, "2029-08-31")));
    longer = after(longer, saying(act(DeferPromise{1, day("2035-08-31")}, "2032-08-31")));
    CHECK(until(longer, "2036-05-16", "2035-08-31") == "");
    CHECK(until(longer, "2036-06-30", "2035-08-31") == "proposal.promise.until");
}
