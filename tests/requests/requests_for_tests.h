#pragma once

#include <string>
#include <vector>

#include "calendar_for_tests.h"
#include "requests/clock.h"
#include "requests/offer.h"
#include "requests/request.h"

namespace gongkai::testing {

using namespace requests;

const Rules& rules();

Act act(Kinds what, Date on);
Act act(Kinds what, std::string_view on);

Act with(Act act, void (*change)(Act&));

// As if it had been sealed before.
records::SealedText sealed(std::string id);

Act saying(Act act);

Application& application_in(Act& act);

Act registration(Date received, Channel channel = Channel::InPerson, int items = 1);

Request request(Date received, Channel channel = Channel::InPerson, int items = 1);

Act ask_correction(Date on, Date until);
Act consult(Date on, Party party = Party::ThirdParty);
Act serve(Date on, int index);
Act serve(std::string_view on, int index);
Act opinion(Date on, int index, Answer answer = Answer::Agrees);
Act extend(Date on, int days = 20);
Act fee(Date on);
Act decide(Date on, std::vector<law::DecisionCode> codes = {law::DecisionCode::G2});
Act annul(Date on, int index);

// One act each, as its name says.
Act confirmed(std::string_view on);
Act correction_asked(std::string_view on, std::string_view until);
Act corrected(std::string_view on);
Act lapsed_uncorrected(std::string_view on);
Act reasons_asked(std::string_view on);
Act reasons_given(std::string_view on);
Act period_fixed(std::string_view on, std::string_view until);
Act consulted(std::string_view on, Party party = Party::ThirdParty);
Act served(std::string_view on, int letter);
Act answered(std::string_view on, int letter, Answer answer);
Act extended(std::string_view on, int days = 20);
Act fee_noticed(std::string_view on);
Act paid(std::string_view on);
Act lapsed_unpaid(std::string_view on);
Act decided(std::string_view on, std::vector<law::DecisionCode> codes = {law::DecisionCode::G2});
Act delivered(std::string_view on);
Act withdrawn(std::string_view on);
Act remedy_filed(std::string_view on, Remedy remedy);
Act remedy_ended(std::string_view on, int filing, RemedyOutcome outcome);

// The request after all the acts; throws where one is refused.
Request told(Request request, const std::vector<Act>& acts, const Rules& by = rules());

}  // namespace gongkai::testing
