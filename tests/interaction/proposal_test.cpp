#include "interaction/proposal.h"

#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <set>

#include "interaction/proposal_view.h"
#include "proposals_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing::proposals;

namespace {

std::string begun(const std::function<void(Register&)>& change) {
    Register it = assignment();
    change(it);
    const auto first = Proposal::begin({{330302, 7}, "2026-0001"}, act(it, "2026-03-02"), rules());
    return first.ok() ? std::string() : first.error().code;
}

std::string answering(const std::function<void(Reply&)>& change, std::string its_class = "A") {
    Reply it = reply(std::move(its_class));
    change(it);
    return code(assigned(), act(Answer{it}, "2026-05-20"));
}

std::string preparing(const std::function<void(Prepare&)>& change, const Rules& by = rules()) {
    Prepare it = prepared();
    change(it);
    return code(answered(), act(it, "2026-05-21"), by);
}

// One proposal in each state.
std::vector<Proposal> in_every_state() {
    const auto returning = after(assigned(), saying(act(Return{}, "2026-03-05")));
    const auto unhappy = after(answered(), act(Feedback{Satisfaction::Dissatisfied}, "2026-06-01"));
    return {assigned(),
            returning,
            after(assigned("2026-03-02", Part::Joint), saying(act(GiveOpinion{}, "2026-03-20"))),
            answered(),
            unhappy,
            after(answered(), act(Feedback{Satisfaction::Satisfied}, "2026-06-01")),
            after(returning, act(AnswerReturn{ReturnAnswer::Accepted}, "2026-03-09")),
            after(assigned(), saying(act(Annul{{0}}, "2026-03-03")))};
}

std::set<std::string> offered(const Proposal& it, std::string_view actor = "account/1") {
    std::set<std::string> all;
    for (const Offer& each : offers(it, rules(), actor, day("2026-07-01")))
        if (each.why_not.empty()) all.emplace(each.row->name);
    return all;
}

using Names = std::set<std::string>;

}  // namespace

TEST_CASE("an assignment says what was proposed and who handles it") {
    CHECK(begun([](Register&) {}) == "");
    CHECK(begun([](Register& it) { it.assigned_number = " "; }) == "proposal.number");
    CHECK(begun([](Register& it) { it.session.clear(); }) == "proposal.session");
    CHECK(begun([](Register& it) { it.matter = "\xff"; }) == "proposal.matter");
    CHECK(begun([](Register& it) { it.proposer = {}; }) == "proposal.proposer");
    CHECK(begun([](Register& it) { it.content = {}; }) == "proposal.content");
    CHECK(begun([](Register& it) { it.units.lead.clear(); }) == "proposal.lead");
    CHECK(begun([](Register& it) { it.units.co_units = {""}; }) == "proposal.co_units");
    CHECK(begun([](Register& it) {
              it.units.co_units = {"甲", "甲"};
          }) == "proposal.co_units.twice");
    CHECK(begun([](Register& it) { it.units.co_units = {it.units.lead}; }) ==
          "proposal.co_units.twice");
    CHECK(begun([](Register& it) {
              it.units = {Part::Joint, "县水务局", {}};
          }) == "proposal.co_units.none");
    CHECK(begun([](Register& it) { it.units = {Part::Separate, "县水务局", {}}; }) == "");
}

TEST_CASE("what is lawful in each state, for one who did not write the text") {
    const auto all = in_every_state();
    CHECK(offered(all[0]) == Names{"return", "change_units", "receive_opinion", "extend", "answer",
                                   "withdraw", "annul"});
    CHECK(offered(all[1]) == Names{"answer_return", "change_units", "receive_opinion", "extend",
                                   "answer", "withdraw", "annul"});
    CHECK(offered(all[2]) == Names{"change_units", "annul"});
    // 2026-07-01 is behind the day for the receipt, 2026-06-10.
    CHECK(offered(all[3]) == Names{"receive_opinion", "feedback", "close", "prepare", "annul"});
    CHECK(offered(all[4]) ==
          Names{"receive_opinion", "feedback", "answer_again", "prepare", "annul"});
    CHECK(offered(all[5]) == Names{"receive_opinion", "feedback", "prepare", "annul"});
    CHECK(offered(all[6]) == Names{"annul"});
    CHECK(offered(all[7]) == Names{});
    CHECK(offered(assigned("2026-03-02", Part::Joint)) ==
          Names{"return", "change_units", "give_opinion", "withdraw", "annul"});
    CHECK(offered(answered("B")) == Names{"receive_opinion", "feedback", "close", "report_promise",
                                          "defer_promise", "end_promise", "prepare", "annul"});
    const auto waiting = after(answered(), act(prepared(), "2026-05-21"));
    CHECK(offered(waiting) == Names{"receive_opinion", "feedback", "close", "prepare", "annul"});
    CHECK(offered(waiting, "account/2") ==
          Names{"receive_opinion", "feedback", "close", "prepare", "review", "annul"});
    // Nothing of it can be annulled now without changing what the public reads: it is taken down
    // first.
    CHECK(offered(published()) ==
          Names{"receive_opinion", "feedback", "close", "prepare", "take_down"});
}

TEST_CASE("every state can be left for an end, and put right") {
    // What ends it, or brings it nearer to its end.
    const std::map<State, std::string> onward = {{State::Handling, "answer"},
                                                 {State::AwaitingReturn, "answer_return"},
                                                 {State::Answered, "close"},
                                                 {State::Dissatisfied, "answer_again"}};
    std::set<State> seen;
    for (const Proposal& it : in_every_state()) {
        const State state = it.progress().state;
        CAPTURE(name(state));
        CHECK(seen.insert(state).second);
        if (onward.contains(state)) CHECK(offered(it).contains(onward.at(state)));
        CHECK(is_open(it.progress()) == onward.contains(state));
        if (state != State::Annulled) CHECK(offered(it).contains("annul"));
    }
    CHECK(seen.size() == count_of<State>);
}

TEST_CASE("an act where its state does not allow it is refused") {
    CHECK(code(assigned(), act(AnswerReturn{}, "2026-03-03")) == "proposal.act.not-now");
    CHECK(code(assigned(), act(Feedback{}, "2026-03-03")) == "proposal.act.not-now");
    CHECK(code(assigned(), act(prepared(), "2026-03-03")) == "proposal.act.not-now");
    CHECK(code(answered(), act(Answer{reply()}, "2026-06-01")) == "proposal.act.not-now");
    CHECK(code(answered(), act(AnswerAgain{reply()}, "2026-06-01")) == "proposal.act.not-now");
    CHECK(code(answered(), act(Publish{}, "2026-06-01")) == "proposal.act.not-now");
    CHECK(code(answered(), act(Withdraw{}, "2026-06-01")) == "proposal.act.not-now");
    CHECK(code(answered(), saying(act(Return{}, "2026-06-01"))) == "proposal.act.not-now");
    CHECK(code(answered(), saying(act(TakeDown{}, "2026-06-01"))) == "proposal.act.not-now");
    CHECK(code(assigned(), act(Answer{reply()}, "2026-03-01")) == "proposal.act.out-of-order");
}

TEST_CASE("a return is decided by the assigning office") {
    CHECK(code(assigned(), act(Return{}, "2026-03-05")) == "proposal.act.words");
    const auto asked = after(assigned(), saying(act(Return{}, "2026-03-05")));
    const auto back = after(asked, act(AnswerReturn{ReturnAnswer::Refused}, "2026-03-09"));
    CHECK(back.progress().state == State::Handling);
    const auto gone = after(asked, act(AnswerReturn{ReturnAnswer::Accepted}, "2026-03-09"));
    CHECK(gone.progress().state == State::Ended);
    CHECK(gone.progress().end == End::Returned);
    // Late, and on record all the same.
    CHECK(code(assigned(), saying(act(Return{}, "2026-04-01"))) == "");
    const auto withdrawn = after(assigned(), act(Withdraw{}, "2026-03-20"));
    CHECK(withdrawn.progress().end == End::Withdrawn);
}

TEST_CASE("units may change, with a reason") {
    const Units other{Part::Joint, "县交通运输局", {"县水务局"}};
    CHECK(code(assigned(), act(ChangeUnits{other}, "2026-03-10")) == "proposal.act.words");
    CHECK(code(assigned(), saying(act(ChangeUnits{assignment().units}, "2026-03-10"))) ==
          "proposal.units.same");
    CHECK(code(assigned(), saying(act(ChangeUnits{{Part::Lead, "", {}}}, "2026-03-10"))) ==
          "proposal.lead");
    const auto changed = after(assigned(), saying(act(ChangeUnits{other}, "2026-03-10")));
    CHECK(changed.progress().units == other);
    CHECK(code(changed, act(Answer{reply()}, "2026-03-20")) == "proposal.answer.joint");
    CHECK(code(changed, saying(act(Extend{}, "2026-03-20"))) == "proposal.extend.joint");
}

TEST_CASE("who joins gives the lead an opinion, once each") {
    const auto opinion = [](std::string unit) {
        return saying(act(ReceiveOpinion{std::move(unit)}, "2026-03-20"));
    };
    CHECK(code(assigned(), opinion("县公安局")) == "proposal.opinion.which");
    CHECK(code(assigned(), act(ReceiveOpinion{"县财政局"}, "2026-03-20")) == "proposal.act.words");
    const auto one = after(assigned(), opinion("县财政局"));
    CHECK(code(one, opinion("县财政局")) == "proposal.opinion.twice");
    CHECK(code(one, opinion("柳河镇人民政府")) == "");
    CHECK(code(assigned("2026-03-02", Part::Separate), opinion("县财政局")) ==
          "proposal.opinion.not-lead");
    CHECK(code(assigned(), saying(act(GiveOpinion{}, "2026-03-20"))) ==
          "proposal.opinion.not-joint");
    CHECK(code(assigned("2026-03-02", Part::Joint), act(GiveOpinion{}, "2026-03-20")) ==
          "proposal.act.words");
}

TEST_CASE("the time to answer is extended once, with a reason") {
    CHECK(code(assigned(), act(Extend{}, "2026-05-20")) == "proposal.act.words");
    const auto longer = after(assigned(), saying(act(Extend{"县政府办公室"}, "2026-05-20")));
    CHECK(code(longer, saying(act(Extend{}, "2026-05-21"))) == "proposal.extend.twice");
    CHECK(code(assigned(), saying(act(Extend{" "}, "2026-05-20"))) == "proposal.extend.agreed");
}

TEST_CASE("an answer has its class, number, signer, contact and text") {
    CHECK(answering([](Reply&) {}) == "");
    CHECK(answering([](Reply& it) { it.answer_class = "E"; }) == "proposal.answer.class");
    CHECK(answering([](Reply& it) { it.answer_class.clear(); }) == "proposal.answer.class");
    CHECK(answering([](Reply& it) { it.document_number = " "; }) == "proposal.answer.number");
    CHECK(answering([](Reply& it) { it.signed_by.clear(); }) == "proposal.answer.signed");
    CHECK(answering([](Reply& it) { it.contact.clear(); }) == "proposal.answer.contact");
    CHECK(answering([](Reply& it) { it.phone.clear(); }) == "proposal.answer.contact");
    CHECK(answering([](Reply& it) { it.text = {}; }) == "proposal.answer.text");
}

TEST_CASE("class B promises what and until when, the others promise nothing") {
    CHECK(answering([](Reply&) {}, "B") == "");
    CHECK(answering([](Reply& it) { it.promises.clear(); }, "B") == "proposal.answer.promise");
    CHECK(answering([](Reply& it) { it.promises[0].what.clear(); }, "B") ==
          "proposal.answer.promise.until");
    CHECK(answering([](Reply& it) { it.promises[0].until = day("2026-05-20"); }, "B") ==
          "proposal.answer.promise.until");
    CHECK(answering([](Reply& it) { it.promises[0].until = day("2026-05-21"); }, "B") == "");
    CHECK(answering([](Reply& it) { it.promises[0].until = day("2037-01-01"); }, "B") ==
          "proposal.answer.promise.until");
    for (const auto* other : {"A", "C", "D"})
        CHECK(answering(
                  [](Reply& it) {
                      it.promises = {{"修", day("2026-12-31")}};
                  },
                  other) == "proposal.answer.promise.class");
}

TEST_CASE("feedback is counted once for each answer; without it the proposal can be closed") {
    const auto unhappy = after(answered(), act(Feedback{Satisfaction::Dissatisfied}, "2026-06-01"));
    CHECK(unhappy.progress().state == State::Dissatisfied);
    const auto again = after(unhappy, act(AnswerAgain{reply("C")}, "2026-06-20"));
    CHECK(again.progress().state == State::Answered);
    CHECK(again.progress().answers.size() == 2);
    const auto content = after(again, act(Feedback{Satisfaction::Basically}, "2026-06-25"));
    CHECK(content.progress().state == State::Settled);
    CHECK(code(content, act(Feedback{Satisfaction::Basically}, "2026-06-26")) ==
          "proposal.feedback.twice");
    // 15 working days behind 2026-05-20 end on 2026-06-10.
    CHECK(code(answered(), act(Close{}, "2026-06-10")) == "proposal.close.waiting");
    const auto closed = after(answered(), act(Close{}, "2026-06-11"));
    CHECK(closed.progress().state == State::Settled);
    CHECK_FALSE(closed.progress().last_answer()->satisfaction);
    // It came after all.
    CHECK(code(closed, act(Feedback{Satisfaction::Dissatisfied}, "2026-06-12")) == "");
}

TEST_CASE("a promise is reported on, deferred and ended") {
    const auto promised = answered("B");
    const auto about = [](auto what, std::string_view on = "2026-10-15") {
        return saying(act(std::move(what), on));
    };
    CHECK(code(answered("A"), about(ReportPromise{1})) == "proposal.promise.none");
    CHECK(code(promised, about(ReportPromise{2})) == "proposal.promise.which");
    CHECK(code(promised, about(ReportPromise{0})) == "proposal.promise.which");
    CHECK(code(promised, act(ReportPromise{1}, "2026-10-15")) == "proposal.act.words");
    CHECK(code(promised, about(DeferPromise{1, day("2026-12-31")})) == "proposal.promise.until");
    const auto deferred = after(promised, about(DeferPromise{1, day("2027-03-31")}));
    CHECK(deferred.progress().promises[0].until == day("2026-12-31"));
    CHECK(day_of(deferred.progress().promises[0], settings()).due == day("2027-03-31"));
    CHECK(code(deferred, about(EndPromise{1, PromiseEnd::Replaced})) ==
          "proposal.promise.replaced");
    const auto settled = after(deferred, act(Feedback{Satisfaction::Satisfied}, "2026-10-16"));
    CHECK(is_open(settled.progress()));
    const auto kept = after(settled, about(EndPromise{1, PromiseEnd::Kept}, "2026-11-02"));
    CHECK_FALSE(is_open(kept.progress()));
    CHECK(code(kept, about(EndPromise{1}, "2026-11-03")) == "proposal.promise.ended");
    const auto unhappy = after(promised, act(Feedback{Satisfaction::Dissatisfied}, "2026-06-01"));
    const auto again = after(unhappy, act(AnswerAgain{reply("B")}, "2026-06-20"));
    CHECK(code(again, about(EndPromise{1, PromiseEnd::Replaced}, "2026-06-21")) == "");
    CHECK(code(again, about(EndPromise{2, PromiseEnd::Replaced}, "2026-06-21")) ==
          "proposal.promise.replaced");
}

TEST_CASE("what the public reads is written for it") {
    CHECK(preparing([](Prepare&) {}) == "");
    CHECK(preparing([](Prepare& it) { it.answer_text.clear(); }) == "proposal.prepare.answer");
    CHECK(preparing([](Prepare& it) { it.about = " "; }) == "proposal.prepare.text");
    CHECK(preparing([](Prepare& it) { it.manner = Manner::None; }) == "proposal.prepare.why-not");
    CHECK(preparing([](Prepare& it) { it = {Manner::None, "", "", "", "", "涉及商业秘密"}; }) ==
          "");
    const auto named = [](Prepare& it) { it.proposer_shown = "王代表"; };
    CHECK(preparing(named) == "proposal.prepare.proposer");
    Settings by_name;
    by_name.proposer = ProposerShown::Name;
    CHECK(preparing(named, {testing::calendar(), by_name}) == "");
}

TEST_CASE("another person looks before it is public") {
    const auto written = after(answered(), act(prepared(), "2026-05-21"));
    CHECK(code(written, act(passed(2), "2026-05-22")) == "proposal.review.own");
    CHECK(code(written, act(passed(1), "2026-05-22", "account/2")) == "proposal.review.which");
    CHECK(code(written, act(Publish{}, "2026-05-22")) == "proposal.act.not-now");
    for (bool Checklist::*question : {&Checklist::secrecy_checked, &Checklist::without_person,
                                      &Checklist::without_business, &Checklist::correct}) {
        Review review = passed(2);
        review.checklist.*question = false;
        CHECK(code(written, act(review, "2026-05-22", "account/2")) == "proposal.review.why");
        const auto sent_back = after(written, saying(act(review, "2026-05-22", "account/2")));
        CHECK(sent_back.progress().stage == Stage::ToWork);
        CHECK(code(sent_back, act(Publish{}, "2026-05-22")) == "proposal.act.not-now");
    }
    // Whoever writes it anew has it reviewed anew.
    const auto cleared = after(written, act(passed(2), "2026-05-22", "account/2"));
    CHECK(cleared.progress().stage == Stage::Cleared);
    const auto anew = after(cleared, act(prepared(), "2026-05-23"));
    CHECK(code(anew, act(Publish{}, "2026-05-23")) == "proposal.act.not-now");
    CHECK(code(anew, act(passed(2), "2026-05-23", "account/2")) == "proposal.review.which");
    // That nothing becomes public is looked at as well.
    const auto nothing =
        after(answered(), act(Prepare{Manner::None, "", "", "", "", "涉及商业秘密"}, "2026-05-21"));
    const auto agreed = after(nothing, act(passed(2), "2026-05-22", "account/2"));
    CHECK(agreed.progress().stage == Stage::NotPublic);
    CHECK(why_not_public(agreed) == "涉及商业秘密");
    CHECK(why_not_public(nothing) == "");
}

TEST_CASE("what is wrong is annulled, and what rests on it first") {
    const auto annul = [](int which) { return saying(act(Annul{{which}}, "2026-07-01")); };
    CHECK(code(answered(), act(Annul{{1}}, "2026-07-01")) == "proposal.annul.reason");
    const auto undone = after(answered(), annul(1));
    CHECK(undone.progress().state == State::Handling);
    CHECK(undone.progress().answers.empty());
    CHECK(code(undone, annul(1)) == "proposal.annul.twice");
    CHECK(code(undone, annul(7)) == "proposal.annul.which");
    CHECK(code(published(), annul(0)) == "proposal.annul.public");
    CHECK(code(published(), annul(2)) == "proposal.annul.others-rest-on-it");
    CHECK(code(published(), annul(4)) == "proposal.annul.public");
    CHECK(code(published(), annul(1)) == "proposal.annul.others-rest-on-it");
    const auto down = after(published(), saying(act(TakeDown{}, "2026-06-01")));
    CHECK(code(down, annul(0)) == "");
    // Nothing comes back to the public by a correction.
    CHECK(code(down, annul(5)) == "proposal.annul.public");
}
