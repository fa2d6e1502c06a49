#include "interaction/proposal_offer.h"

#include <algorithm>

namespace gongkai::interaction::proposals {

namespace {

// What is usually given with an act, to see whether it can be done.
struct Usual {
    const Progress& now;
    const Rules& rules;
    Date today;

    int open_promise() const {
        const auto it = std::ranges::find_if(
            now.promises, [](const PromiseMade& each) { return !each.ended_on; });
        return it == now.promises.end() ? 1 : int(it - now.promises.begin()) + 1;
    }

    void operator()(ChangeUnits& act) const {
        act.units = now.units;
        act.units.co_units.emplace_back("usual");
    }
    void operator()(ReceiveOpinion& act) const {
        for (const std::string& unit : now.units.co_units)
            if (std::ranges::find(now.opinions, unit, &OpinionReceived::unit) == now.opinions.end())
                act.unit = unit;
    }
    void operator()(Answer& act) const { fill(act.reply); }
    void operator()(AnswerAgain& act) const { fill(act.reply); }
    void operator()(ReportPromise& act) const { act.promise = open_promise(); }
    void operator()(DeferPromise& act) const {
        act.promise = open_promise();
        if (act.promise > int(now.promises.size())) return;
        const PromiseMade& its = now.promises[std::size_t(act.promise - 1)];
        act.until =
            std::max(its.deferrals.empty() ? its.until : its.deferrals.back().until, today) +
            std::chrono::days{1};
    }
    void operator()(EndPromise& act) const { act.promise = open_promise(); }
    // Another word than the one that was said.
    void operator()(Feedback& act) const {
        const Sent* last = now.last_answer();
        if (last && last->satisfaction == Satisfaction::Satisfied)
            act.satisfaction = Satisfaction::Basically;
    }
    void operator()(Prepare& act) const { act.answer_text = "usual"; }
    void operator()(Review& act) const {
        act.refers_to = {now.prepared};
        act.checklist = {true, true, true, true};
    }
    // These need nothing.
    void operator()(Register&) const {}
    void operator()(Return&) const {}
    void operator()(AnswerReturn&) const {}
    void operator()(GiveOpinion&) const {}
    void operator()(Extend&) const {}
    void operator()(Close&) const {}
    void operator()(Publish&) const {}
    void operator()(TakeDown&) const {}
    void operator()(Withdraw&) const {}
    void operator()(Annul&) const {}

private:
    void fill(Reply& reply) const {
        reply.document_number = reply.signed_by = reply.contact = reply.phone = "usual";
        reply.text = records::in_clear("usual");
        for (const AnswerClass& it : rules.settings.classes)
            if (reply.answer_class.empty() || !it.promises) {
                reply.answer_class = it.code;
                reply.promises.clear();
                if (it.promises) reply.promises.push_back({"usual", today + std::chrono::days{30}});
            }
    }
};

// Refusals that stay whatever is filled in: nobody is offered what is not his business.
bool is_out_of_place(const Error& error) {
    constexpr std::string_view codes[] = {
        "proposal.opinion.not-lead", "proposal.opinion.not-joint", "proposal.extend.twice",
        "proposal.extend.joint",     "proposal.answer.joint",      "proposal.feedback.twice",
        "proposal.promise.none",     "proposal.promise.ended",     "proposal.opinion.which"};
    return std::ranges::find(codes, error.code) != std::end(codes);
}

std::vector<int> acts_to_annul(const Proposal& proposal, const Rules& rules, Act act) {
    std::vector<int> which;
    for (int i = 0; i < int(proposal.acts().size()); ++i) {
        act.what = Annul{{i}};
        if (proposal.after(act, rules).ok()) which.push_back(i);
    }
    return which;
}

std::optional<Date> due_of(const std::optional<Clock>& clock) {
    return clock ? std::optional(clock->due) : std::nullopt;
}

std::string effect(const std::optional<Clock>& now, const std::optional<Clock>& after) {
    if (due_of(now) == due_of(after) || !after) return {};
    const std::string name(chinese(after->id));
    // A day of rest or of work that nobody has announced yet may still move it.
    const std::string until =
        chinese(after->due) + (after->provisional ? "（当年放假安排未公布，暂定）" : "");
    if (now && now->id == after->id) return name + "从" + chinese(now->due) + "变为" + until;
    return name + "为" + until;
}

class Offers {
public:
    Offers(const Proposal& proposal, const Rules& rules, std::string_view actor, Date today)
        : proposal_(proposal),
          rules_(rules),
          actor_(actor),
          today_(today),
          now_(proposal.progress()),
          due_(next_duty(proposal, rules, today)) {}

    std::optional<Offer> of(const records::Row& row) const {
        Offer offer{&row, {}, {}, due_of(due_), due_of(due_), {}};
        Act act = usual(row);
        if (act.is<Annul>()) {
            offer.refers_to = acts_to_annul(proposal_, rules_, std::move(act));
            return offer.refers_to.empty() ? std::nullopt : std::optional(std::move(offer));
        }
        if (const auto* review = act.as<Review>()) offer.refers_to = {review->refers_to.act};
        const auto after = proposal_.after(std::move(act), rules_);
        if (!after.ok()) {
            if (is_out_of_place(after.error())) return {};
            offer.why_not = after.error().message;
            return offer;
        }
        const auto then = next_duty(after.value(), rules_, today_);
        offer.due_after = due_of(then);
        offer.effect = effect(due_, then);
        return offer;
    }

    bool lawful(const records::Row& row) const { return Subject::lawful(row.lawful_in, now_); }

private:
    const Proposal& proposal_;
    const Rules& rules_;
    std::string_view actor_;
    Date today_;
    Progress now_;
    std::optional<Clock> due_;

    Act usual(const records::Row& row) const {
        Act act;
        act.on = act.recorded_on = today_;
        act.by = actor_;
        act.words = records::in_clear("usual");
        records::emplace(act.what, std::size_t(&row - Subject::table().rows.data()));
        std::visit(Usual{now_, rules_, today_}, act.what);
        return act;
    }
};

}  // namespace

std::vector<Offer> offers(const Proposal& proposal, const Rules& rules, std::string_view actor,
                          Date today) {
    std::vector<Offer> all;
    const Offers of(proposal, rules, actor, today);
    for (const records::Row& row : Subject::table().rows) {
        if (!of.lawful(row)) continue;
        if (auto offer = of.of(row)) all.push_back(std::move(*offer));
    }
    return all;
}

}  // namespace gongkai::interaction::proposals
