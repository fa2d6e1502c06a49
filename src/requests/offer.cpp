#include "requests/offer.h"

#include "requests/clock.h"
#include "requests/transition.h"

namespace gongkai::requests {

namespace {

constexpr int usual_correction_period = 15;  // days offered on the screen; the organ sets its own

// An act of the kind as it would usually be, to see what it does.
Act usual(ActKind kind, const Request& request, Date today) {
    Act act;
    act.kind = kind;
    act.on = act.recorded_on = today;
    act.days = extension_days;
    act.yuan = 1;
    act.until = today + std::chrono::days{usual_correction_period};
    act.words = act.evidence = {"usual", "usual"};
    act.public_interest = true;
    for (int item = 1; item <= request.application().items; ++item)
        act.items.push_back({item, law::DecisionCode::G2});
    return act;
}

bool needs_reference(ActKind kind) {
    return kind == ActKind::Serve || kind == ActKind::Opinion || kind == ActKind::RemedyResult ||
           kind == ActKind::Annul;
}

// The one act, or the several, that an act of this kind may refer to, with the first that works.
struct Trial {
    std::vector<int> refers_to;
    std::optional<Request> after;
};

void take(Trial& trial, const Request& request, const Act& act, const Rules& rules) {
    auto after = request.after(act, rules);
    if (!after.ok()) return;
    if (act.refers_to) trial.refers_to.push_back(*act.refers_to);
    if (!trial.after) trial.after = std::move(after.value());
}

Trial attempt(ActKind kind, const Request& request, const Rules& rules, Date today) {
    Trial trial;
    Act act = usual(kind, request, today);
    if (!needs_reference(kind)) {
        take(trial, request, act, rules);
        if (trial.after || kind != ActKind::Decide) return trial;
        // While reasons are awaited the only decision is that there are none.
        for (ItemDecision& it : act.items)
            it.code = law::DecisionCode::N4;
        take(trial, request, act, rules);
        return trial;
    }
    for (int i = 0; i < int(request.acts().size()); ++i) {
        act.refers_to = i;
        take(trial, request, act, rules);
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
    for (const Transition& it : transitions()) {
        Trial trial = attempt(it.kind, request, rules, today);
        if (!trial.after) continue;
        const auto after = answer_clock(*trial.after, rules, today);
        Offer offer{it.kind, it.title, it.clause, std::move(trial.refers_to), {}, {}, {}};
        if (now) offer.due_now = now->due;
        if (after) offer.due_after = after->due;
        offer.effect = effect(offer, after);
        all.push_back(std::move(offer));
    }
    return all;
}

}  // namespace gongkai::requests
