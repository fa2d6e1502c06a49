#include "requests/request.h"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "requests/offer.h"
#include "requests_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;
using law::DecisionCode;

namespace {

const Date first = day("2025-03-03");

std::string code(const Result<Request>& result) { return result.ok() ? "" : result.error().code; }

// A request in each state, with an act of each kind that is right in itself.
std::vector<std::pair<State, Request>> in_every_state() {
    const Request received = request(first);
    const auto then = [&](std::vector<Act> acts) { return told(received, acts); };
    return {
        {State::AwaitingConfirmation, request(first, Channel::Internet)},
        {State::Handling, received},
        {State::AwaitingCorrection, then({ask_correction(first, day("2025-03-14"))})},
        {State::AwaitingReasons, then({act(AskReasons{}, first)})},
        {State::Consulting, then({consult(first)})},
        {State::AwaitingPayment, then({fee(first)})},
        {State::Decided, then({decide(first)})},
        {State::Delivered, then({decide(first), act(Deliver{}, first)})},
        {State::Ended, then({act(Withdraw{}, first)})},
        {State::Annulled, then({annul(first, 0)})},
    };
}

}  // namespace

TEST_CASE("in every state, the acts of the table are allowed and no others") {
    // Written out from the articles, apart from the table of the program.
    using Names = std::set<std::string_view>;
    const Names remedies{"file_remedy", "annul"};
    const auto and_remedies = [&](Names all) {
        all.insert(remedies.begin(), remedies.end());
        return all;
    };
    const std::map<State, Names> lawful{
        {State::AwaitingConfirmation, and_remedies({"confirm", "withdraw"})},
        {State::Handling,
         and_remedies({"ask_correction", "ask_reasons", "consult", "propose_extension", "extend",
                       "fee_notice", "decide", "withdraw"})},
        {State::AwaitingCorrection, and_remedies({"correct", "lapse_uncorrected", "withdraw"})},
        {State::AwaitingReasons, and_remedies({"give_reasons", "decide", "withdraw"})},
        {State::Consulting,
         and_remedies({"consult", "serve", "opinion", "propose_extension", "extend", "withdraw"})},
        {State::AwaitingPayment, and_remedies({"serve", "pay", "withdraw"})},
        {State::Decided, and_remedies({"deliver"})},
        {State::Delivered, remedies},
        {State::Ended, remedies},
        {State::Annulled, {}},
    };
    for (const auto& [state, it] : in_every_state()) {
        CAPTURE(name(state));
        REQUIRE(it.progress().state == state);
        Names offered;
        // Long after, so that what must lapse has lapsed.
        for (const Offer& offer : offers(it, rules(), day("2025-12-01")))
            offered.insert(offer.row->name);
        CHECK(offered == lawful.at(state));
    }
}

TEST_CASE("what the law has no place for is refused, and says why") {
    const Request it = request(first, Channel::InPerson, 2);
    const Date next = day("2025-03-04");
    const auto after = [&](std::vector<Act> acts, const Act& last) {
        return code(told(it, acts).after(last, rules()));
    };
    const auto asked = ask_correction(first, day("2025-03-14"));
    const auto served = serve(next, 1);
    CHECK(after({}, act(Register{}, next)) == "request.act.not-now");
    CHECK(after({}, act(Deliver{}, next)) == "request.act.not-now");
    CHECK(after({}, decide(day("2025-03-01"), {DecisionCode::G2, DecisionCode::G2})) ==
          "request.act.out-of-order");
    // In the words of the form, not of the program.
    const auto early =
        it.after(decide(day("2025-03-01"), {DecisionCode::G2, DecisionCode::G2}), rules());
    CHECK(early.error().message.starts_with("“决定日期”2025年3月1日早于上一环节的2025年3月3日。"));
    Act tomorrow = decide(next, {DecisionCode::G2, DecisionCode::G2});
    tomorrow.recorded_on = first;
    CHECK(after({}, tomorrow) == "request.act.future");
    CHECK(after({}, ask_correction(next, next)) == "request.correction.until");
    CHECK(after({asked, act(Correct{}, next)}, ask_correction(next, day("2025-03-20"))) ==
          "request.correction.twice");
    CHECK(after({asked}, act(LapseUncorrected{}, "2025-03-14")) == "request.correction.not-lapsed");
    CHECK(after({asked}, act(LapseUncorrected{}, "2025-03-15")) == "");
    CHECK(after({extend(first)}, extend(next)) == "request.extend.twice");
    CHECK(after({}, extend(next, 21)) == "request.extend.days");
    CHECK(after({consult(first)}, opinion(next, 1, Answer::Silent)) ==
          "request.opinion.not-served");
    CHECK(after({consult(first), served}, opinion(day("2025-03-25"), 1, Answer::Silent)) ==
          "request.opinion.not-lapsed");
    CHECK(after({consult(first), served}, opinion(day("2025-03-26"), 1, Answer::Silent)) == "");
    CHECK(after({consult(first, Party::OtherOrgan)}, opinion(next, 1, Answer::Silent)) ==
          "request.opinion.no-term");
    CHECK(after({consult(first)}, opinion(next, 0)) == "request.opinion.which");
    CHECK(after({}, decide(next)) == "request.decide.items");
    CHECK(after({}, decide(next, {DecisionCode::U3, DecisionCode::G2})) ==
          "request.decide.never-corrected");
    CHECK(after({}, decide(next, {DecisionCode::N4, DecisionCode::N4})) ==
          "request.decide.reasons-never-asked");
    CHECK(after({}, decide(next, {DecisionCode::O1, DecisionCode::G2})) == "request.decide.lapse");
    Act no_search = decide(next, {DecisionCode::U1a, DecisionCode::G2});
    std::get<Decide>(no_search.what).evidence = {};
    CHECK(after({}, no_search) == "request.decide.search");
    const std::vector<Act> refuses{consult(first), opinion(next, 1, Answer::Refuses)};
    CHECK(after(refuses, decide(next, {DecisionCode::G2, DecisionCode::D4})) ==
          "request.decide.third-party-refused");
    CHECK(after(refuses, decide(next, {DecisionCode::D4, DecisionCode::D4})) == "");
    const Act suit = act(FileRemedy{Remedy::SuitAfterReview}, next);
    CHECK(after({}, suit) == "request.remedy.no-review");
    const Act upheld = act(RemedyResult{Reference{1}, RemedyOutcome::Upheld}, next);
    const Act review = act(FileRemedy{}, first);
    CHECK(after({review}, upheld) == "");
    CHECK(after({}, upheld) == "request.remedy.none");
    CHECK(after({review, review}, act(RemedyResult{Reference{3}, RemedyOutcome::Upheld}, next)) ==
          "request.remedy.which");
    CHECK(after({review, review, upheld}, upheld) == "request.remedy.twice");
}

// 409 for the web: another state would let it pass. 422: this content never would.
TEST_CASE("a refusal is about the state, or about what was said") {
    const Date next = day("2025-03-04");
    const auto kind = [&](const std::vector<Act>& before, const Act& act) {
        const auto refused = told(request(first, Channel::InPerson, 2), before).after(act, rules());
        REQUIRE_FALSE(refused.ok());
        return refused.error().kind;
    };
    const Act review = act(FileRemedy{}, first);
    const Act upheld = act(RemedyResult{Reference{1}, RemedyOutcome::Upheld}, next);
    const Act wrong = extend(first);
    using enum ErrorKind;
    CHECK(kind({}, act(Deliver{}, next)) == NotAllowed);
    CHECK(kind({}, upheld) == NotAllowed);
    CHECK(kind({review, upheld}, upheld) == NotAllowed);
    CHECK(kind({wrong, annul(next, 1)}, annul(next, 1)) == NotAllowed);
    CHECK(kind({extend(first)}, extend(next)) == NotAllowed);
    CHECK(kind({}, annul(next, 9)) == Invalid);
    CHECK(kind({}, extend(next, 21)) == Invalid);
    CHECK(kind({review}, act(RemedyResult{Reference{9}, RemedyOutcome::Upheld}, next)) == Invalid);
    CHECK(kind({}, decide(next, {DecisionCode::O1, DecisionCode::G2})) == Invalid);
    Act silent = ask_correction(first, day("2025-03-14"));
    silent.words = {};
    CHECK(kind({}, silent) == Invalid);
}

TEST_CASE("a period that an organ sets is a reasonable one") {
    const auto asked = [](Date until) {
        return code(request(first).after(ask_correction(first, until), rules()));
    };
    CHECK(asked(first) == "request.correction.until");
    CHECK(asked(day("2026-03-04")) == "");
    CHECK(asked(day("9999-12-31")) == "request.correction.until");
}

TEST_CASE("a registration that contradicts itself is refused") {
    const auto begin = [](void (*change)(Act&)) {
        return code(
            Request::begin({{1, 1}, "2025-0001"}, with(registration(first), change), rules()));
    };
    CHECK(begin([](Act&) {}) == "");
    CHECK(begin([](Act& it) { application_in(it).items = 0; }) == "request.items");
    CHECK(begin([](Act& it) { application_in(it).submitted_on += std::chrono::days{1}; }) ==
          "request.received-before-submitted");
    CHECK(begin([](Act& it) { it.recorded_on -= std::chrono::days{1}; }) == "request.act.future");
    CHECK(begin([](Act& it) { application_in(it).content = {}; }) == "request.contents");
    CHECK(begin([](Act& it) { application_in(it).submitted_on = day("2008-04-30"); }) ==
          "request.before-regulation");
    CHECK(begin([](Act& it) { application_in(it).submitted_on = day("2008-05-01"); }) == "");
}

TEST_CASE("a wrong entry is annulled unless others rest on it") {
    const Request it = told(request(first), {consult(first), opinion(first, 1), extend(first)});
    const Date later = day("2025-03-05");
    CHECK(code(it.after(annul(later, 1), rules())) == "request.annul.others-rest-on-it");
    const Request without = told(it, {annul(later, 3)});
    CHECK(without.progress().extension_days == 0);
    CHECK(told(without, {extend(later, 5)}).progress().extension_days == 5);
    CHECK(code(without.after(annul(later, 3), rules())) == "request.annul.twice");
    CHECK(code(without.after(annul(later, 4), rules())) == "request.annul.which");
    CHECK(code(without.after(annul(later, 9), rules())) == "request.annul.which");
    const Request both = told(without, {annul(later, 2), annul(later, 1)});
    CHECK(both.progress().consultations.empty());
    CHECK(told(both, {annul(later, 0)}).progress().state == State::Annulled);
    Act silent = annul(later, 3);
    silent.words = {};
    CHECK(code(it.after(silent, rules())) == "request.annul.reason");
    CHECK(code(it.after(annul(first - std::chrono::days{1}, 3), rules())) ==
          "request.act.out-of-order");
}

TEST_CASE("an annulled act hides nothing that happened before its day") {
    const Date later = day("2025-04-01");
    const Request it =
        told(request(first), {consult(later), annul(later, 1), extend(day("2025-03-10"))});
    CHECK(it.progress(day("2025-03-20")).extension_days == 20);
}

TEST_CASE("a request counts once") {
    const auto counted = [](std::vector<DecisionCode> codes) {
        Act it = decide(first, codes);
        std::get<Decide>(it.what).public_interest = true;
        const Request done = told(request(first, Channel::InPerson, int(codes.size())), {it});
        return outcome(done.progress(), rules().settings);
    };
    CHECK(counted({DecisionCode::G2}) == DecisionCode::G2);
    CHECK(counted({DecisionCode::G2, DecisionCode::D5}) == DecisionCode::G3);
    CHECK(counted({DecisionCode::U1a, DecisionCode::D5}) == DecisionCode::D5);
    const Request withdrawn = told(request(first), {act(Withdraw{}, first)});
    CHECK(outcome(withdrawn.progress(), rules().settings) == DecisionCode::O3);
    CHECK_FALSE(outcome(request(first).progress(), rules().settings));
}

TEST_CASE("an act is read back from its record as it was") {
    Act every = registration(first, Channel::Fax, 3);
    application_in(every).query_code = sealed("q");
    application_in(every).needs_help = true;
    const std::vector<Act> acts{every,
                                ask_correction(first, day("2025-03-14")),
                                consult(first, Party::CoMaker),
                                opinion(first, 2, Answer::Refuses),
                                extend(first, 7),
                                fee(first),
                                decide(first, {DecisionCode::G1, DecisionCode::U1b}),
                                annul(first, 4),
                                act(Deliver{Delivery::Online}, first),
                                act(FileRemedy{Remedy::SuitDirect}, first),
                                act(RemedyResult{Reference{9}, RemedyOutcome::Corrected}, first)};
    for (const Act& each : acts) {
        const std::string kind = records::entry_kind<Subject>(each);
        CAPTURE(kind);
        const auto bytes = journal::canonical(records::record<Subject>(each));
        auto back = records::act_of<Subject>(kind, journal::parse_canonical(bytes).value());
        REQUIRE(back.ok());
        back.value().by = each.by;
        CHECK(back.value() == each);
    }
    const auto reads = [](std::string_view kind, const journal::Record& record) {
        return records::act_of<Subject>(kind, record).ok();
    };
    CHECK_FALSE(reads("request.extend", journal::Record{}));
    CHECK_FALSE(reads("request.register", records::record<Subject>(consult(first))));
    CHECK_FALSE(reads("document.publish", records::record<Subject>(consult(first))));
}
