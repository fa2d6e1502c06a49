#include <algorithm>

#include "requests/request.h"

// What each kind of act makes of a request.
namespace gongkai::requests {

namespace {

// Where the act stands: its day and who did it, and its number among all acts.
struct Position {
    const records::Dated& act;
    int index;
};

void apply(const Register& act, const Position&, Progress& now) {
    // Reg. 31: the day of handing in, of signing for the letter, or of the confirmation by both.
    const bool waits = needs_confirmation(act.application.channel);
    now.state = waits ? State::AwaitingConfirmation : State::Handling;
    if (!waits) now.received_on = act.application.received_on;
}

void apply(const Confirm&, const Position& at, Progress& now) {
    now.state = State::Handling;
    now.received_on = at.act.on;
}

void apply(const AskCorrection& act, const Position& at, Progress& now) {
    now.state = State::AwaitingCorrection;
    now.correction_asked_on = at.act.on;
    now.correction_until = act.until;
}

void apply(const Correct&, const Position& at, Progress& now) {
    now.state = State::Handling;
    now.corrected_on = at.act.on;
    now.corrected_act = at.index;
}

void end(const Position& at, law::DecisionCode as, Progress& now) {
    now.state = State::Ended;
    now.ended_on = at.act.on;
    now.ended_as = as;
}

void apply(const LapseUncorrected&, const Position& at, Progress& now) {
    end(at, law::DecisionCode::O1, now);
}

void apply(const AskReasons&, const Position& at, Progress& now) {
    now.state = State::AwaitingReasons;
    now.reasons_asked_on = at.act.on;
}

void apply(const GiveReasons&, const Position& at, Progress& now) {
    now.state = State::Handling;
    now.reasons_given_on = at.act.on;
}

void apply(const FixPeriod& act, const Position& at, Progress& now) {
    now.period_fixed_on = at.act.on;
    now.fixed_until = act.until;
    now.fixed_act = at.index;
}

void apply(const Consult& act, const Position& at, Progress& now) {
    now.state = State::Consulting;
    now.consultations.push_back({at.index, act.party, at.act.on, {}, {}, {}});
}

void apply(const Serve& act, const Position& at, Progress& now) {
    if (!act.refers_to) return;
    if (act.refers_to->act == now.fee_act) now.fee_served_on = at.act.on;
    for (Consultation& each : now.consultations)
        if (act.refers_to->act == each.act) each.served_on = at.act.on;
}

void apply(const Opinion& act, const Position& at, Progress& now) {
    for (Consultation& each : now.consultations) {
        if (!act.refers_to || act.refers_to->act != each.act) continue;
        each.answered_on = at.act.on;
        each.answer = act.answer;
    }
    if (!now.is_consulting()) now.state = State::Handling;
}

void apply(const ProposeExtension&, const Position& at, Progress& now) {
    now.extension_proposed = at.index;
    now.proposed_by = at.act.by;
}

void apply(const Extend& act, const Position& at, Progress& now) {
    now.extended_on = at.act.on;
    now.extension_days = act.days;
    now.extended_act = at.index;
    now.extension_proposed = -1;
}

void apply(const FeeNotice&, const Position& at, Progress& now) {
    now.state = State::AwaitingPayment;
    now.fee_act = at.index;
    now.fee_sent_on = at.act.on;
}

void apply(const Pay&, const Position& at, Progress& now) {
    now.state = State::Handling;
    now.paid_on = at.act.on;
    now.paid_act = at.index;
}

void apply(const LapseUnpaid&, const Position& at, Progress& now) {
    end(at, law::DecisionCode::O2, now);
}

void apply(const Decide& act, const Position& at, Progress& now) {
    now.state = State::Decided;
    now.decided = act.items;
    now.decided_on = at.act.on;
}

void apply(const Deliver&, const Position& at, Progress& now) {
    now.state = State::Delivered;
    now.delivered_on = at.act.on;
}

void apply(const Withdraw&, const Position& at, Progress& now) {
    end(at, law::DecisionCode::O3, now);
}

void apply(const FileRemedy& act, const Position& at, Progress& now) {
    now.remedies.push_back({at.index, act.remedy, at.act.on, {}, {}});
}

void apply(const RemedyResult& act, const Position& at, Progress& now) {
    for (RemedyCase& each : now.remedies) {
        if (!act.refers_to || act.refers_to->act != each.act) continue;
        each.ended_on = at.act.on;
        each.outcome = act.outcome;
    }
}

}  // namespace

void Subject::apply(const Kinds& what, const records::Dated& act, int index, Progress& progress) {
    records::applied(what, [&](const auto& kind) {
        requests::apply(kind, {act, index}, progress);
    });
}

}  // namespace gongkai::requests
