#include "requests/offer.h"

#include "records/refer.h"
#include "requests/clock.h"

namespace gongkai::requests {

namespace {

constexpr std::chrono::days usual_correction_period{15};  // on the screen; the organ sets its own

// The particulars of each kind as they would usually be, to see what the act does.
struct Usual {
    const Request& request;
    Date today;

    void fill(AskCorrection& act) const { act.until = today + usual_correction_period; }
    void fill(FixPeriod& act) const { act.until = today + usual_correction_period; }
    void fill(ProposeExtension& act) const { act.days = extension_days; }
    void fill(Extend& act) const { act.days = extension_days; }
    void fill(FeeNotice& act) const { act.yuan = 1; }
    void fill(Decide& act) const {
        act.public_interest = true;
        act.evidence = records::in_clear("usual");
        for (int item = 1; item <= application_of(request).items; ++item)
            act.items.push_back({item, law::DecisionCode::G2});
    }
    // These need nothing, or no more than the act that they refer to.
    void fill(Register&) const {}
    void fill(Confirm&) const {}
    void fill(Correct&) const {}
    void fill(LapseUncorrected&) const {}
    void fill(AskReasons&) const {}
    void fill(GiveReasons&) const {}
    void fill(Consult&) const {}
    void fill(Serve&) const {}
    void fill(Opinion&) const {}
    void fill(Pay&) const {}
    void fill(LapseUnpaid&) const {}
    void fill(Deliver&) const {}
    void fill(Withdraw&) const {}
    void fill(FileRemedy&) const {}
    void fill(RemedyResult&) const {}
    void fill(Annul&) const {}

    Act act(std::size_t kind) const {
        Act act;
        act.on = act.recorded_on = today;
        act.words = records::in_clear("usual");
        records::emplace(act.what, kind);
        std::visit([&](auto& what) { fill(what); }, act.what);
        return act;
    }
};

// The one act, or the several, that an act of this kind may refer to, with the first that works.
struct Trial {
    std::vector<int> refers_to;
    std::optional<Request> after;

    void take(Result<Request> tried) {
        if (tried.ok() && !after) after = std::move(tried.value());
    }
};

// While reasons are awaited the only decision is that there are none.
void take_without_reasons(Act act, const Request& request, const Rules& rules, Trial& trial) {
    auto* decision = std::get_if<Decide>(&act.what);
    if (!decision) return;
    for (ItemDecision& each : decision->items)
        each.code = law::DecisionCode::N4;
    trial.take(request.after(std::move(act), rules));
}

Trial attempt(std::size_t kind, const Request& request, const Rules& rules, Date today) {
    Trial trial;
    Act act = Usual{request, today}.act(kind);
    if (!records::refer(act, 0)) {
        trial.take(request.after(act, rules));
        if (!trial.after) take_without_reasons(std::move(act), request, rules, trial);
        return trial;
    }
    for (int i = 0; i < int(request.acts().size()); ++i) {
        records::refer(act, i);
        auto tried = request.after(act, rules);
        if (!tried.ok()) continue;
        trial.refers_to.push_back(i);
        trial.take(std::move(tried));
    }
    return trial;
}

std::string effect(const Offer& offer, const std::optional<Clock>& after) {
    const bool settled = after && after->met_on;
    if (!after || settled || offer.due_now == offer.due_after) return {};
    if (!offer.due_after)
        return after->state == ClockState::Stopped ? "答复期限停止计算，此后重新起算"
                                                   : "答复期限暂停计算";
    const std::string day = chinese(*offer.due_after);
    return offer.due_now ? "答复期限从" + chinese(*offer.due_now) + "变为" + day
                         : "答复期限为" + day;
}

}  // namespace

std::vector<Offer> offers(const Request& request, const Rules& rules, Date today) {
    std::vector<Offer> all;
    const auto now = answer_clock(request, rules, today);
    const Progress progress = request.progress();
    const auto rows = Subject::table().rows;
    for (std::size_t kind = 1; kind < rows.size(); ++kind) {
        if (!Subject::lawful(rows[kind].lawful_in, progress)) continue;
        Trial trial = attempt(kind, request, rules, today);
        if (!trial.after) continue;
        const auto after = answer_clock(*trial.after, rules, today);
        Offer offer{&rows[kind], std::move(trial.refers_to), {}, {}, {}};
        if (now) offer.due_now = now->due;
        if (after) offer.due_after = after->due;
        offer.effect = effect(offer, after);
        all.push_back(std::move(offer));
    }
    return all;
}

}  // namespace gongkai::requests
