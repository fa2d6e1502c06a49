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
    now.extended_in_time = false;
}

// What stands in place of an answer is late where that was.
void note_late(Date on, Progress& now) {
    if (!now.first_in_time && is_past(now, on)) now.first_in_time = false;
}

// A text for the public is of the answer that stood when it was written. There is another one only
// after the letter was taken up again.
void outdate(Progress& now) {
    if (now.stage == Stage::Proposed || now.stage == Stage::Passed) now.stage = Stage::Outdated;
    if (now.stage == Stage::Public) now.stage = Stage::PublicOutdated;
}

void take_up(const Position& at, Progress& now) {
    now.state = State::Handling;
    now.handler = at.act.by;
}

void end(State state, const Position& at, Progress& now) {
    note_late(at.act.on, now);
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
    now.was_report = it.matter == Matter::Report;
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
    now.replied_on = now.last_replied_on = at.act.on;
    if (!now.first_replied_on) now.first_replied_on = at.act.on;
    if (!now.first_in_time) now.first_in_time = !is_past(now, at.act.on);
}

void apply(const CallBack& act, const Position& at, Progress& now) {
    now.called_back_on = at.act.on;
    const bool said_something =
        act.solved != Solved::NoAnswer || act.satisfaction != Satisfaction::NoAnswer;
    if (now.said_on && !said_something) return;
    now.said_on = at.act.on;
    now.said.contacted = act.contacted;
    if (act.solved != Solved::NoAnswer) now.said.solved = act.solved;
    if (act.satisfaction != Satisfaction::NoAnswer) now.said.satisfaction = act.satisfaction;
}

void apply(const Close&, const Position& at, Progress& now) {
    // Where no answer is wished for, the end is what has to be in time.
    note_late(at.act.on, now);
    now.state = State::Closed;
    now.closed_on = at.act.on;
}

void apply(const Extend& act, const Position& at, Progress& now) {
    now.extended_in_time = !is_past(now, at.act.on);
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
    now.hidden_by_bar = false;
}

void apply(const Reclassify& act, const Position& at, Progress& now) {
    now.matter = act.matter;
    now.was_report = now.was_report || act.matter == Matter::Report;
    now.secrecy = act.secrecy;
    now.reply_wished = act.reply_wished;
    // Counted from the day from which this round is. What was answered was answered under the term
    // that ran then, and what has run out does not run again under another name.
    if (act.term && awaits_answer(now.state) && !is_past(now, at.act.on)) now.term = act.term;
    // What is barred from the public is no longer there, whoever forgets to withdraw it.
    if (is_public(now.stage) && !claim(now).bar.empty()) {
        apply(Withdraw{}, at, now);
        now.hidden_by_bar = true;
    }
}

void apply(const Reopen& act, const Position& at, Progress& now) {
    ++now.round;
    take_up(at, now);
    now.replied_on.reset();
    now.closed_on.reset();
    now.ended_on.reset();
    now.called_back_on.reset();
    begin_term(act.term, at, now);
    outdate(now);
}

void apply(const Propose&, const Position& at, Progress& now) {
    now.stage = Stage::Proposed;
    now.hidden_by_bar = false;
    now.proposal = at.index;
    now.proposed_on = at.act.on;
    now.text_replied_on = now.last_replied_on;
    now.review = -1;
    now.writers = {at.act.by};
    now.reviewer.clear();
    now.passed = false;
}

void apply(const Review& act, const Position& at, Progress& now) {
    now.review = at.index;
    now.reviewer = at.act.by;
    now.passed = act.checklist.passes();
    if (now.stage != Stage::Outdated) now.stage = now.passed ? Stage::Passed : Stage::Failed;
}

void apply(const Publish&, const Position& at, Progress& now) {
    // Programs before let out what another answer had overtaken: it is told to be so.
    now.stage = now.stage == Stage::Outdated ? Stage::PublicOutdated : Stage::Public;
    now.publication = at.index;
    now.public_replied_on = now.text_replied_on;
    now.published_on = at.act.on;
}

// What is said of a matter and of its publication is recorded on the day on which it is written
// down, and orders nothing of what happened to the matter itself.
bool is_handling(const Kinds& what) {
    return !std::holds_alternative<Reclassify>(what) && !std::holds_alternative<Propose>(what) &&
           !std::holds_alternative<Review>(what) && !std::holds_alternative<Publish>(what) &&
           !std::holds_alternative<Withdraw>(what);
}

}  // namespace

Date Subject::latest_before(const Kinds& what, const Progress& now) {
    if (std::holds_alternative<Review>(what)) return now.proposed_on.value_or(now.handled_on);
    return now.handled_on;
}

void Subject::apply(const Kinds& what, const records::Dated& act, int index, Progress& progress) {
    if (is_handling(what)) progress.handled_on = act.on;
    records::applied(what, [&](const auto& kind) {
        messages::apply(kind, {act, index}, progress);
    });
}

}  // namespace gongkai::interaction::messages
