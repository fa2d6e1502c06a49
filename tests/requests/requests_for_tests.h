#pragma once

#include <string>
#include <vector>

#include "calendar_for_tests.h"
#include "requests/clock.h"
#include "requests/offer.h"
#include "requests/request.h"

namespace gongkai::testing {

using namespace requests;

inline const Rules& rules() {
    static const Rules all{calendar()};
    return all;
}

inline Act act(Kinds what, Date on) {
    Act act;
    act.on = act.recorded_on = on;
    act.by = "account/1";
    act.what = std::move(what);
    return act;
}
inline Act act(Kinds what, std::string_view on) { return act(std::move(what), day(on)); }

inline Act with(Act act, void (*change)(Act&)) {
    change(act);
    return act;
}

// As if it had been sealed before.
inline records::SealedText sealed(std::string id) { return {{{}, {std::move(id), "digest"}}}; }

inline Act saying(Act act) {
    act.words = sealed("w");
    return act;
}

inline Application& application_in(Act& act) { return std::get<Register>(act.what).application; }

inline Act registration(Date received, Channel channel = Channel::InPerson, int items = 1) {
    Application application;
    application.channel = channel;
    application.submitted_on = application.received_on = received;
    application.items = items;
    application.applicant.seal = {"a", "digest"};
    application.content.seal = {"c", "digest"};
    return act(Register{application}, received);
}

inline Request request(Date received, Channel channel = Channel::InPerson, int items = 1) {
    return Request::begin({{330302, 7}, "2026-0001"}, registration(received, channel, items),
                          rules())
        .value();
}

inline Act ask_correction(Date on, Date until) { return saying(act(AskCorrection{until}, on)); }
inline Act consult(Date on, Party party = Party::ThirdParty) { return act(Consult{party}, on); }
inline Act serve(Date on, int index) { return act(Serve{Reference{index}}, on); }
inline Act serve(std::string_view on, int index) { return serve(day(on), index); }
inline Act opinion(Date on, int index, Answer answer = Answer::Agrees) {
    return act(Opinion{Reference{index}, answer}, on);
}
inline Act extend(Date on, int days = 20) { return act(Extend{days}, on); }
inline Act fee(Date on) { return act(FeeNotice{100}, on); }
inline Act decide(Date on, std::vector<law::DecisionCode> codes = {law::DecisionCode::G2}) {
    Decide decision;
    for (std::size_t i = 0; i < codes.size(); ++i)
        decision.items.push_back({int(i) + 1, codes[i]});
    decision.evidence = sealed("e");
    return act(decision, on);
}
inline Act annul(Date on, int index) { return saying(act(Annul{{index}}, on)); }

// One act each, as its name says.
inline Act confirmed(std::string_view on) { return act(Confirm{}, on); }
inline Act correction_asked(std::string_view on, std::string_view until) {
    return ask_correction(day(on), day(until));
}
inline Act corrected(std::string_view on) { return act(Correct{}, on); }
inline Act lapsed_uncorrected(std::string_view on) { return act(LapseUncorrected{}, on); }
inline Act reasons_asked(std::string_view on) { return act(AskReasons{}, on); }
inline Act reasons_given(std::string_view on) { return act(GiveReasons{}, on); }
inline Act period_fixed(std::string_view on, std::string_view until) {
    return act(FixPeriod{day(until)}, on);
}
inline Act consulted(std::string_view on, Party party = Party::ThirdParty) {
    return consult(day(on), party);
}
inline Act served(std::string_view on, int letter) { return serve(on, letter); }
inline Act answered(std::string_view on, int letter, Answer answer) {
    return opinion(day(on), letter, answer);
}
inline Act extended(std::string_view on, int days = 20) { return extend(day(on), days); }
inline Act fee_noticed(std::string_view on) { return fee(day(on)); }
inline Act paid(std::string_view on) { return act(Pay{}, on); }
inline Act lapsed_unpaid(std::string_view on) { return act(LapseUnpaid{}, on); }
inline Act decided(std::string_view on,
                   std::vector<law::DecisionCode> codes = {law::DecisionCode::G2}) {
    return decide(day(on), std::move(codes));
}
inline Act delivered(std::string_view on) { return act(Deliver{}, on); }
inline Act withdrawn(std::string_view on) { return act(Withdraw{}, on); }
inline Act remedy_filed(std::string_view on, Remedy remedy) { return act(FileRemedy{remedy}, on); }
inline Act remedy_ended(std::string_view on, int filing, RemedyOutcome outcome) {
    return act(RemedyResult{Reference{filing}, outcome}, on);
}

// The request after all the acts; throws where one is refused.
inline Request told(Request request, const std::vector<Act>& acts, const Rules& by = rules()) {
    for (const Act& each : acts) {
        auto next = request.after(each, by);
        if (!next.ok()) throw std::logic_error(next.error().code + ": " + next.error().message);
        request = std::move(next.value());
    }
    return request;
}

}  // namespace gongkai::testing
