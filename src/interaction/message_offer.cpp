#include "interaction/message_offer.h"

#include "records/refer.h"

namespace gongkai::interaction::messages {

namespace {

constexpr std::chrono::days usual_extension{14};

// The particulars of each kind as they would usually be, to see what the act does.
struct Usual {
    const Message& message;
    const Progress& now;

    void fill(PassOn& act) const { act.unit = "usual"; }
    void fill(Transfer& act) const { act.to = "usual"; }
    void fill(HandOver& act) const { act.request = "usual"; }
    void fill(Reply& act) const { act.answer = records::in_clear("usual"); }
    void fill(Extend& act) const { act.until = due(now).value_or(now.latest) + usual_extension; }
    // Another kind than now, as any change is one.
    void fill(Reclassify& act) const {
        act.matter = now.matter;
        act.secrecy = now.secrecy;
        act.reply_wished = !now.reply_wished;
    }
    void fill(Propose& act) const { act.text.clear = "usual"; }
    void fill(Review& act) const { act.checklist = {true, true, true, true}; }
    void fill(Publish& act) const { act.text = {"usual", "usual", "usual"}; }
    // These need nothing, or no more than the act that they refer to.
    void fill(Enter&) const {}
    void fill(Accept&) const {}
    void fill(CallBack&) const {}
    void fill(Close&) const {}
    void fill(SendBack&) const {}
    // The ground on which also what is designated may be refused.
    void fill(Refuse& act) const { act.ground = Ground::Litigation; }
    void fill(Designate&) const {}
    void fill(Reopen&) const {}
    void fill(Withdraw&) const {}
    void fill(Annul&) const {}

    MessageAct act(std::size_t kind, Date today) const {
        MessageAct act;
        act.on = act.recorded_on = today;
        act.words = records::in_clear("usual");
        records::emplace(act.what, kind);
        std::visit([&](auto& what) { fill(what); }, act.what);
        return act;
    }
};

// The acts that an act of this kind may refer to, and the message after the first that works.
struct Trial {
    std::vector<int> refers_to;
    std::optional<Message> after;
};

Trial attempt(MessageAct act, const Message& message) {
    Trial trial;
    const auto take = [&](Result<Message> tried, int earlier) {
        if (!tried.ok()) return;
        if (earlier >= 0) trial.refers_to.push_back(earlier);
        if (!trial.after) trial.after = std::move(tried.value());
    };
    if (!records::refer(act, 0)) {
        take(message.after(std::move(act)), -1);
        return trial;
    }
    for (int i = 0; i < int(message.acts().size()); ++i) {
        records::refer(act, i);
        take(message.after(act), i);
    }
    return trial;
}

std::string effect(const std::optional<Date>& before, const std::optional<Clock>& after) {
    if (!after || after->met_on || before == after->due) return {};
    const std::string day = chinese(after->due);
    return before ? "办理期限从" + chinese(*before) + "变为" + day : "办理期限为" + day;
}

}  // namespace

std::vector<Offer> offers(const Message& message, const Counting& counting, Date today) {
    std::vector<Offer> all;
    const Progress now = message.progress();
    const auto rows = Subject::table().rows;
    for (std::size_t kind = 1; kind < rows.size(); ++kind) {
        if (!Subject::lawful(rows[kind].lawful_in, now)) continue;
        MessageAct act = Usual{message, now}.act(kind, today);
        set_term(act, &message, counting);
        Trial trial = attempt(std::move(act), message);
        if (!trial.after) continue;
        const auto after = answer_clock(*trial.after, counting.calendar, today);
        Offer offer{&rows[kind], std::move(trial.refers_to), due(now), {}, {}};
        if (after) offer.due_after = after->due;
        offer.effect = effect(offer.due_now, after);
        all.push_back(std::move(offer));
    }
    return all;
}

}  // namespace gongkai::interaction::messages
