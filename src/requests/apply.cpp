#include <algorithm>

#include "requests/transition.h"

// What each act makes of a request.
namespace gongkai::requests {

namespace {

void begin(const Act& act, Progress& it) {
    const Application& application = act.application;
    // Reg. 31: the day of handing in, of signing for the letter, or of the confirmation by both.
    const bool waits = needs_confirmation(application.channel);
    it.state = waits ? State::AwaitingConfirmation : State::Handling;
    if (!waits) it.received_on = application.received_on;
}

void ask_correction(const Act& act, Progress& it) {
    it.state = State::AwaitingCorrection;
    it.correction_asked_on = act.on;
    it.correction_until = act.until;
}

void fix_period(const Act& act, int index, Progress& it) {
    it.period_fixed_on = act.on;
    it.fixed_until = act.until;
    it.fixed_act = index;
}

void consult(const Act& act, int index, Progress& it) {
    it.state = State::Consulting;
    it.consultations.push_back({index, act.party, act.on, {}, {}, {}});
}

void serve(const Act& act, Progress& it) {
    if (act.refers_to == it.fee_act) it.fee_served_on = act.on;
    for (Consultation& each : it.consultations)
        if (act.refers_to == each.act) each.served_on = act.on;
}

void take_opinion(const Act& act, Progress& it) {
    for (Consultation& each : it.consultations) {
        if (act.refers_to != each.act) continue;
        each.answered_on = act.on;
        each.answer = act.answer;
    }
    if (!it.is_consulting()) it.state = State::Handling;
}

void end(const Act& act, law::DecisionCode as, Progress& it) {
    it.state = State::Ended;
    it.ended_on = act.on;
    it.ended_as = as;
}

void extend(const Act& act, int index, Progress& it) {
    it.extended_on = act.on;
    it.extension_days = act.days;
    it.extended_act = index;
    it.extension_proposed = -1;
}

void ask_payment(const Act& act, int index, Progress& it) {
    it.state = State::AwaitingPayment;
    it.fee_act = index;
    it.fee_sent_on = act.on;
}

void settle_remedy(const Act& act, Progress& it) {
    for (RemedyCase& each : it.remedies) {
        if (act.refers_to != each.act) continue;
        each.ended_on = act.on;
        each.outcome = act.outcome;
    }
}

}  // namespace

void apply(const Act& act, int index, Progress& it) {
    it.latest = act.on;
    switch (act.kind) {
        case ActKind::Register: return begin(act, it);
        case ActKind::Confirm:
            it.state = State::Handling;
            it.received_on = act.on;
            return;
        case ActKind::AskCorrection: return ask_correction(act, it);
        case ActKind::Correct:
            it.state = State::Handling;
            it.corrected_on = act.on;
            it.corrected_act = index;
            return;
        case ActKind::LapseUncorrected: return end(act, law::DecisionCode::O1, it);
        case ActKind::AskReasons:
            it.state = State::AwaitingReasons;
            it.reasons_asked_on = act.on;
            return;
        case ActKind::GiveReasons:
            it.state = State::Handling;
            it.reasons_given_on = act.on;
            return;
        case ActKind::FixPeriod: return fix_period(act, index, it);
        case ActKind::Consult: return consult(act, index, it);
        case ActKind::Serve: return serve(act, it);
        case ActKind::Opinion: return take_opinion(act, it);
        case ActKind::ProposeExtension:
            it.extension_proposed = index;
            it.proposed_by = act.by;
            return;
        case ActKind::Extend: return extend(act, index, it);
        case ActKind::FeeNotice: return ask_payment(act, index, it);
        case ActKind::Pay:
            it.state = State::Handling;
            it.paid_on = act.on;
            it.paid_act = index;
            return;
        case ActKind::LapseUnpaid: return end(act, law::DecisionCode::O2, it);
        case ActKind::Decide:
            it.state = State::Decided;
            it.decided = act.items;
            it.decided_on = act.on;
            return;
        case ActKind::Deliver:
            it.state = State::Delivered;
            it.delivered_on = act.on;
            return;
        case ActKind::Withdraw: return end(act, law::DecisionCode::O3, it);
        case ActKind::FileRemedy:
            it.remedies.push_back({index, act.remedy, act.on, {}, {}});
            return;
        case ActKind::RemedyResult: return settle_remedy(act, it);
        case ActKind::Annul: return;  // it takes effect on the act that it refers to
    }
}

}  // namespace gongkai::requests
