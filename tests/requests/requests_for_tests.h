#pragma once

#include <string>
#include <vector>

#include "calendar_for_tests.h"
#include "requests/clock.h"
#include "requests/request.h"
#include "requests/transition.h"

namespace gongkai::testing {

using namespace requests;

inline const Rules& rules() {
    static const Rules it{calendar()};
    return it;
}

inline Act act(ActKind kind, Date on) {
    Act it;
    it.kind = kind;
    it.on = it.recorded_on = on;
    it.by = "account/1";
    return it;
}
inline Act act(ActKind kind, std::string_view on) { return act(kind, day(on)); }

inline Act with(Act it, void (*change)(Act&)) {
    change(it);
    return it;
}

inline Act registration(Date received, Channel channel = Channel::InPerson, int items = 1) {
    Act it = act(ActKind::Register, received);
    it.application.channel = channel;
    it.application.submitted_on = it.application.received_on = received;
    it.application.items = items;
    it.application.applicant = {"a", "digest"};
    it.application.content = {"c", "digest"};
    return it;
}

inline Request request(Date received, Channel channel = Channel::InPerson, int items = 1) {
    return Request::begin({{330302, 7}, "2026-0001"}, registration(received, channel, items))
        .value();
}

inline Act ask_correction(Date on, Date until) {
    Act it = act(ActKind::AskCorrection, on);
    it.until = until;
    it.words = {"w", "digest"};
    return it;
}
inline Act consult(Date on, Party party = Party::ThirdParty) {
    Act it = act(ActKind::Consult, on);
    it.party = party;
    return it;
}
inline Act about(Act it, int index) {
    it.refers_to = index;
    return it;
}
inline Act opinion(Date on, int index, Answer answer = Answer::Agrees) {
    Act it = about(act(ActKind::Opinion, on), index);
    it.answer = answer;
    return it;
}
inline Act extend(Date on, int days = 20) {
    Act it = act(ActKind::Extend, on);
    it.days = days;
    return it;
}
inline Act fee(Date on) {
    Act it = act(ActKind::FeeNotice, on);
    it.yuan = 100;
    return it;
}
inline Act decide(Date on, std::vector<law::DecisionCode> codes = {law::DecisionCode::G2}) {
    Act it = act(ActKind::Decide, on);
    for (std::size_t i = 0; i < codes.size(); ++i)
        it.items.push_back({int(i) + 1, codes[i]});
    it.evidence = {"e", "digest"};
    return it;
}
inline Act annul(Date on, int index) {
    Act it = about(act(ActKind::Annul, on), index);
    it.words = {"w", "digest"};
    return it;
}

// One act each, as its name says.
inline Act confirmed(std::string_view on) { return act(ActKind::Confirm, on); }
inline Act correction_asked(std::string_view on, std::string_view until) {
    return ask_correction(day(on), day(until));
}
inline Act corrected(std::string_view on) { return act(ActKind::Correct, on); }
inline Act lapsed_uncorrected(std::string_view on) { return act(ActKind::LapseUncorrected, on); }
inline Act reasons_asked(std::string_view on) { return act(ActKind::AskReasons, on); }
inline Act reasons_given(std::string_view on) { return act(ActKind::GiveReasons, on); }
inline Act period_fixed(std::string_view on, std::string_view until) {
    Act it = act(ActKind::FixPeriod, on);
    it.until = day(until);
    return it;
}
inline Act consulted(std::string_view on, Party party = Party::ThirdParty) {
    return consult(day(on), party);
}
inline Act served(std::string_view on, int letter) {
    return about(act(ActKind::Serve, on), letter);
}
inline Act answered(std::string_view on, int letter, Answer answer) {
    return opinion(day(on), letter, answer);
}
inline Act extended(std::string_view on, int days = 20) { return extend(day(on), days); }
inline Act fee_noticed(std::string_view on) { return fee(day(on)); }
inline Act paid(std::string_view on) { return act(ActKind::Pay, on); }
inline Act lapsed_unpaid(std::string_view on) { return act(ActKind::LapseUnpaid, on); }
inline Act decided(std::string_view on,
                   std::vector<law::DecisionCode> codes = {law::DecisionCode::G2}) {
    return decide(day(on), std::move(codes));
}
inline Act delivered(std::string_view on) { return act(ActKind::Deliver, on); }
inline Act withdrawn(std::string_view on) { return act(ActKind::Withdraw, on); }
inline Act remedy_filed(std::string_view on, Remedy remedy) {
    Act it = act(ActKind::FileRemedy, on);
    it.remedy = remedy;
    return it;
}
inline Act remedy_ended(std::string_view on, int filing, RemedyOutcome outcome) {
    Act it = about(act(ActKind::RemedyResult, on), filing);
    it.outcome = outcome;
    return it;
}

// The request after all the acts; throws where one is refused.
inline Request told(Request it, const std::vector<Act>& acts, const Rules& by = rules()) {
    for (const Act& each : acts) {
        auto next = it.after(each, by);
        if (!next.ok()) throw std::logic_error(next.error().code + ": " + next.error().message);
        it = std::move(next.value());
    }
    return it;
}

}  // namespace gongkai::testing
