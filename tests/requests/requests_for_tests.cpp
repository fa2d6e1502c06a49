#include "requests_for_tests.h"

namespace gongkai::testing {

Act act(Kinds what, Date on) {
    Act act;
    act.on = act.recorded_on = on;
    act.by = "account/1";
    act.what = std::move(what);
    return act;
}

Act act(Kinds what, std::string_view on) { return act(std::move(what), day(on)); }

Act with(Act act, void (*change)(Act&)) {
    change(act);
    return act;
}

records::SealedText sealed(std::string id) { return {{{}, {std::move(id), "digest"}}}; }

Act saying(Act act) {
    act.words = sealed("w");
    return act;
}

Application& application_in(Act& act) { return std::get<Register>(act.what).application; }

Act registration(Date received, Channel channel, int items) {
    Application application;
    application.channel = channel;
    application.submitted_on = application.received_on = received;
    application.items = items;
    application.applicant.seal = {"a", "digest"};
    application.content.seal = {"c", "digest"};
    return act(Register{application}, received);
}

Request request(Date received, Channel channel, int items) {
    return Request::begin({{330302, 7}, "2026-0001"}, registration(received, channel, items),
                          rules())
        .value();
}

Act ask_correction(Date on, Date until) { return saying(act(AskCorrection{until}, on)); }

Act consult(Date on, Party party) { return act(Consult{party}, on); }

Act serve(Date on, int index) { return act(Serve{Reference{index}}, on); }

Act serve(std::string_view on, int index) { return serve(day(on), index); }

Act opinion(Date on, int index, Answer answer) {
    return act(Opinion{Reference{index}, answer}, on);
}

Act extend(Date on, int days) { return act(Extend{days}, on); }

Act fee(Date on) { return act(FeeNotice{100}, on); }

Act decide(Date on, std::vector<law::DecisionCode> codes) {
    Decide decision;
    for (std::size_t i = 0; i < codes.size(); ++i)
        decision.items.push_back({int(i) + 1, codes[i]});
    decision.evidence = sealed("e");
    return act(decision, on);
}

Act annul(Date on, int index) { return saying(act(Annul{{index}}, on)); }

Act confirmed(std::string_view on) { return act(Confirm{}, on); }

Act correction_asked(std::string_view on, std::string_view until) {
    return ask_correction(day(on), day(until));
}

Act corrected(std::string_view on) { return act(Correct{}, on); }

Act lapsed_uncorrected(std::string_view on) { return act(LapseUncorrected{}, on); }

Act reasons_asked(std::string_view on) { return act(AskReasons{}, on); }

Act reasons_given(std::string_view on) { return act(GiveReasons{}, on); }

Act period_fixed(std::string_view on, std::string_view until) {
    return act(FixPeriod{day(until)}, on);
}

Act consulted(std::string_view on, Party party) { return consult(day(on), party); }

Act served(std::string_view on, int letter) { return serve(on, letter); }

Act answered(std::string_view on, int letter, Answer answer) {
    return opinion(day(on), letter, answer);
}

Act extended(std::string_view on, int days) { return extend(day(on), days); }

Act fee_noticed(std::string_view on) { return fee(day(on)); }

Act paid(std::string_view on) { return act(Pay{}, on); }

Act lapsed_unpaid(std::string_view on) { return act(LapseUnpaid{}, on); }

Act decided(std::string_view on, std::vector<law::DecisionCode> codes) {
    return decide(day(on), std::move(codes));
}

Act delivered(std::string_view on) { return act(Deliver{}, on); }

Act withdrawn(std::string_view on) { return act(Withdraw{}, on); }

Act remedy_filed(std::string_view on, Remedy remedy) { return act(FileRemedy{remedy}, on); }

Act remedy_ended(std::string_view on, int filing, RemedyOutcome outcome) {
    return act(RemedyResult{Reference{filing}, outcome}, on);
}

Request told(Request request, const std::vector<Act>& acts, const Rules& by) {
    for (const Act& each : acts) {
        auto next = request.after(each, by);
        if (!next.ok()) throw std::logic_error(next.error().code + ": " + next.error().message);
        request = std::move(next.value());
    }
    return request;
}

const Rules& rules() {
    static const Rules all{calendar()};
    return all;
}

}  // namespace gongkai::testing
