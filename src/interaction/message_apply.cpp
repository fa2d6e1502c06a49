#include "interaction/message.h"

// What each kind of act makes of a message.
namespace gongkai::interaction::messages {

namespace {

// Where the act stands: its day and who did it, and its number among all acts.
struct Position {
    const records::Dated& act;
    int index;
};

// A term begins; an extension of the one before is over with it.
void begin_term(const std::optional<Term>& term, const Position& at, Progress& now) {
    now.begun_on = at.act.on;
    now.term = term;
    now.extended_on.reset();
    now.extended_until.reset();
}

void take_up(const Position& at, Progress& now) {
    now.state = State::Handling;
    now.handler = at.act.by;
}

void end(State state, const Position& at, Progress& now) {
    now.state = state;
    now.ended_on = at.act.on;
}

void apply(const Enter& act, const Position& at, Progress& now) {
    const Concern& it = act.concern;
    now.state = State::Received;
    now.source = it.source;
    now.matter = it.matter;
    now.urgent = it.urgent;
    now.secrecy = it.secrecy;
    now.reply_wished = it.reply_wished;
    now.designated = it.designated;
    now.received_on = at.act.on;
    begin_term(it.term, at, now);
}

void apply(const Accept&, const Position& at, Progress& now) { take_up(at, now); }

void apply(const PassOn& act, const Position& at, Progress& now) {
    take_up(at, now);
    now.unit = act.unit;
}

void apply(const Reply&, const Position& at, Progress& now) {
    now.state = State::Replied;
    now.handler = at.act.by;
    now.replied_on = at.act.on;
    if (now.first_replied_on) return;
    now.first_replied_on = at.act.on;
    const auto last = due(now);
    now.first_in_time = !last || at.act.on <= *last;
}

void apply(const CallBack& act, const Position& at, Progress& now) {
    now.called_back_on = at.act.on;
    now.call_back = act;
}

void apply(const Close&, const Position& at, Progress& now) {
    // Where no answer is wished for, the end is what has to be in time.
    if (!now.first_replied_on && now.round == 1) {
        const auto last = due(now);
        now.first_in_time = !last || at.act.on <= *last;
    }
    now.state = State::Closed;
    now.closed_on = at.act.on;
}

void apply(const Extend& act, const Position& at, Progress& now) {
    now.extended_on = at.act.on;
    now.extended_until = act.until;
}

void apply(const Transfer&, const Position& at, Progress& now) { end(State::Transferred, at, now); }

void apply(const SendBack&, const Position& at, Progress& now) { end(State::Returned, at, now); }

void apply(const Refuse&, const Position& at, Progress& now) { end(State::Refused, at, now); }

void apply(const HandOver&, const Position& at, Progress& now) { end(State::HandedOver, at, now); }

void apply(const Designate& act, const Position& at, Progress& now) {
    now.designated = true;
    // The unit has it from today: UNSETTLED Q57.
    if (now.state == State::Returned || now.state == State::Transferred) {
        now.state = State::Received;
        now.ended_on.reset();
        begin_term(act.term, at, now);
    }
}

void apply(const Withdraw&, const Position&, Progress& now) {
    now.stage = Stage::Withdrawn;
    now.published_on.reset();
}

void apply(const Reclassify& act, const Position& at, Progress& now) {
    now.matter = act.matter;
    now.secrecy = act.secrecy;
    now.reply_wished = act.reply_wished;
    if (act.term) now.term = act.term;  // counted from the day from which this round is
    // What is barred from the public is no longer there, whoever forgets to withdraw it.
    if (now.stage == Stage::Public && !claim(now).bar.empty()) apply(Withdraw{}, at, now);
}

void apply(const Reopen& act, const Position& at, Progress& now) {
    ++now.round;
    take_up(at, now);
    now.replied_on.reset();
    now.closed_on.reset();
    now.ended_on.reset();
    now.called_back_on.reset();
    now.call_back = {};
    begin_term(act.term, at, now);
}

void apply(const Propose&, const Position& at, Progress& now) {
    now.stage = Stage::Proposed;
    now.proposal = at.index;
    now.review = -1;
    now.writers = {at.act.by};
    now.reviewer.clear();
    now.passed = false;
}

void apply(const Review& act, const Position& at, Progress& now) {
    now.review = at.index;
    now.reviewer = at.act.by;
    now.passed = act.checklist.passes();
    now.stage = now.passed ? Stage::Passed : Stage::Failed;
}

void apply(const Publish&, const Position& at, Progress& now) {
    now.stage = Stage::Public;
    now.publication = at.index;
    now.published_on = at.act.on;
}

}  // namespace

void Subject::apply(const Kinds& what, const records::Dated& act, int index, Progress& progress) {
    records::applied(what, [&](const auto& kind) {
        messages::apply(kind, {act, index}, progress);
    });
}

}  // namespace gongkai::interaction::messages
