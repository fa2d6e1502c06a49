#include <algorithm>

#include "interaction/proposal.h"

// What each kind of act makes of a proposal.
namespace gongkai::interaction::proposals {

namespace {

// Where the act stands: its day and who did it, and its number among all acts.
struct Position {
    const records::Dated& act;
    int index;
};

void apply(const Register& act, const Position& at, Progress& now) {
    now.state = State::Handling;
    now.assigned_on = at.act.on;
    now.units = act.units;
}

void apply(const Return&, const Position& at, Progress& now) {
    now.state = State::AwaitingReturn;
    if (!now.return_asked_on) now.return_asked_on = at.act.on;
}

void end(const Position& at, End as, Progress& now) {
    now.state = State::Ended;
    now.ended_on = at.act.on;
    now.end = as;
}

void apply(const AnswerReturn& act, const Position& at, Progress& now) {
    if (act.decision == ReturnAnswer::Accepted)
        end(at, End::Returned, now);
    else
        now.state = State::Handling;
}

void apply(const ChangeUnits& act, const Position&, Progress& now) { now.units = act.units; }

void apply(const ReceiveOpinion& act, const Position& at, Progress& now) {
    now.opinions.push_back({act.unit, at.act.on});
}

void apply(const GiveOpinion&, const Position& at, Progress& now) {
    now.state = State::OpinionGiven;
    now.opinion_given_on = at.act.on;
}

void apply(const Extend&, const Position& at, Progress& now) { now.extended_on = at.act.on; }

void send(const Reply& reply, const Position& at, Progress& now) {
    now.state = State::Answered;
    now.answers.push_back({at.index, at.act.on, reply.answer_class, {}, {}});
    for (const Promise& each : reply.promises)
        now.promises.push_back({at.index, each.what, each.until, {}, {}, {}});
}

void apply(const Answer& act, const Position& at, Progress& now) { send(act.reply, at, now); }
void apply(const AnswerAgain& act, const Position& at, Progress& now) { send(act.reply, at, now); }

void apply(const Feedback& act, const Position& at, Progress& now) {
    now.answers.back().feedback_on = at.act.on;
    now.answers.back().satisfaction = act.satisfaction;
    now.state =
        act.satisfaction == Satisfaction::Dissatisfied ? State::Dissatisfied : State::Settled;
}

void apply(const Close&, const Position&, Progress& now) { now.state = State::Settled; }

// The judge has seen that it is there.
PromiseMade& promise(int number, Progress& now) { return now.promises.at(std::size_t(number - 1)); }

void apply(const ReportPromise& act, const Position& at, Progress& now) {
    promise(act.promise, now).reported_on = at.act.on;
}

void apply(const DeferPromise& act, const Position&, Progress& now) {
    promise(act.promise, now).until = act.until;
}

void apply(const EndPromise& act, const Position& at, Progress& now) {
    promise(act.promise, now).ended_on = at.act.on;
    promise(act.promise, now).end = act.result;
}

void apply(const Prepare& act, const Position& at, Progress& now) {
    now.stage = Stage::Proposed;
    now.prepared = at.index;
    now.prepared_by = at.act.by;
    now.reviewed_by.clear();
    now.manner = act.manner;
}

void apply(const Review& act, const Position& at, Progress& now) {
    now.reviewed_by = at.act.by;
    if (!act.checklist.passes())
        now.stage = Stage::ToWork;
    else
        now.stage = now.manner == Manner::None ? Stage::NotPublic : Stage::Cleared;
}

void apply(const Publish&, const Position& at, Progress& now) {
    now.stage = Stage::None;
    now.standing = Standing::Public;
    now.shown = now.prepared;
    now.shown_by = now.prepared_by;
    now.shown_reviewed_by = now.reviewed_by;
    now.published_on = at.act.on;
    if (!now.first_published_on) now.first_published_on = at.act.on;
}

void apply(const TakeDown&, const Position&, Progress& now) {
    now.standing = Standing::Withdrawn;
    now.shown = -1;
    now.published_on.reset();
}

void apply(const Withdraw&, const Position& at, Progress& now) { end(at, End::Withdrawn, now); }

}  // namespace

void Subject::apply(const Kinds& what, const records::Dated& act, int index, Progress& progress) {
    records::applied(what, [&](const auto& kind) {
        proposals::apply(kind, {act, index}, progress);
    });
}

bool Progress::has_open_promise() const {
    return std::ranges::any_of(promises, [](const PromiseMade& it) { return !it.ended_on; });
}

const Register& assignment_of(const Proposal& proposal) {
    return std::get<Register>(proposal.acts().front().what);
}

const Reply* reply_of(const Act& act) {
    if (const auto* it = act.as<Answer>()) return &it->reply;
    if (const auto* it = act.as<AnswerAgain>()) return &it->reply;
    return nullptr;
}

bool is_open(const Progress& progress) {
    switch (progress.state) {
        case State::Handling:
        case State::AwaitingReturn:
        case State::Answered:
        case State::Dissatisfied: return true;
        case State::Settled: return progress.has_open_promise();
        case State::OpinionGiven:
        case State::Ended:
        case State::Annulled: break;
    }
    return false;
}

const AnswerClass* Settings::find(std::string_view code) const {
    const auto found = std::ranges::find(classes, code, &AnswerClass::code);
    return found == classes.end() ? nullptr : &*found;
}

}  // namespace gongkai::interaction::proposals
