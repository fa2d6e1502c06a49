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
    now.assigned_on = now.answer_asked_on = now.opinion_asked_on = at.act.on;
    now.units = act.units;
    now.terms = act.terms;
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

void apply(const ChangeUnits& act, const Position& at, Progress& now) {
    const bool joined = now.units.part == Part::Joint, joins = act.units.part == Part::Joint;
    now.units = act.units;
    if (act.units.part == Part::Gone) return end(at, End::Returned, now);
    if (joined && !joins) now.answer_asked_on = at.act.on;
    const bool asked_again = now.state == State::OpinionGiven;
    if (joins && (!joined || asked_again)) now.opinion_asked_on = at.act.on;
    if (!asked_again) return;
    now.state = State::Handling;
    now.opinion_given_on.reset();
}

void apply(const ReceiveOpinion& act, const Position& at, Progress& now) {
    now.opinions.push_back({act.unit, at.act.on});
}

void apply(const GiveOpinion&, const Position& at, Progress& now) {
    now.state = State::OpinionGiven;
    now.opinion_given_on = at.act.on;
}

void apply(const Extend&, const Position& at, Progress& now) { now.extended_on = at.act.on; }

// What the public reads is of an answer before the last one, and nothing was said of that yet.
void note_old_in_public(Progress& now) {
    const bool is_old = now.standing == Standing::Public && now.answers.back().act > now.shown;
    if (is_old && !now.shows_old_since()) now.old_in_public.push_back({now.answers.back().on, {}});
}

void send(const Reply& reply, const Position& at, Progress& now) {
    now.state = State::Answered;
    now.answers.push_back({at.index, at.act.on, reply.answer_class, {}, {}, {}});
    for (const Promise& each : reply.promises)
        now.promises.push_back({at.index, each.what, each.until, {}, at.act.on, {}, {}, {}});
    // The text on its way, and a decision that there shall be none, were about the answer before.
    if (now.stage != Stage::None) now.stage = Stage::Outdated;
    note_old_in_public(now);
}

void apply(const Answer& act, const Position& at, Progress& now) { send(act.reply, at, now); }
void apply(const AnswerAgain& act, const Position& at, Progress& now) { send(act.reply, at, now); }

void apply(const Feedback& act, const Position& at, Progress& now) {
    Sent& answer = now.answers.back();
    answer.feedback_on = at.act.on;
    answer.satisfaction = act.satisfaction;
    if (!answer.first_feedback_on) answer.first_feedback_on = at.act.on;
    const bool again = act.satisfaction == Satisfaction::Dissatisfied;
    now.state = again ? State::Dissatisfied : State::Settled;
    // Another answer is owed: nobody who looked at this one knew.
    if (again && (now.stage == Stage::Proposed || now.stage == Stage::Cleared))
        now.stage = Stage::Outdated;
}

void apply(const Close&, const Position&, Progress& now) { now.state = State::Settled; }

// The judge has seen that it is there.
PromiseMade& promise(int number, Progress& now) { return now.promises.at(std::size_t(number - 1)); }

void apply(const ReportPromise& act, const Position& at, Progress& now) {
    PromiseMade& its = promise(act.promise, now);
    its.reported_on = its.latest = at.act.on;
}

void apply(const DeferPromise& act, const Position& at, Progress& now) {
    PromiseMade& its = promise(act.promise, now);
    its.deferrals.push_back({at.act.on, act.until});
    its.latest = at.act.on;
}

void apply(const EndPromise& act, const Position& at, Progress& now) {
    PromiseMade& its = promise(act.promise, now);
    its.ended_on = its.latest = at.act.on;
    its.end = act.result;
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

void end_old_in_public(const Position& at, Progress& now) {
    if (now.shows_old_since()) now.old_in_public.back().ended_on = at.act.on;
}

void apply(const Publish&, const Position& at, Progress& now) {
    end_old_in_public(at, now);
    now.stage = Stage::None;
    now.standing = Standing::Public;
    now.shown = now.prepared;
    now.shown_by = now.prepared_by;
    now.shown_reviewed_by = now.reviewed_by;
    now.published_on = at.act.on;
    if (!now.first_published_on) now.first_published_on = at.act.on;
    note_old_in_public(now);  // an older program let it through
}

void apply(const TakeDown&, const Position& at, Progress& now) {
    end_old_in_public(at, now);
    now.standing = Standing::Withdrawn;
    now.shown = -1;
    now.published_on.reset();
}

void apply(const Withdraw&, const Position& at, Progress& now) { end(at, End::Withdrawn, now); }

}  // namespace

namespace {

enum class Order { Handling, Opinions, Promise, Publication };

template <class Kind>
constexpr Order order_of = std::same_as<Kind, ReceiveOpinion> ? Order::Opinions
                           : (std::same_as<Kind, ReportPromise> ||
                              std::same_as<Kind, DeferPromise> || std::same_as<Kind, EndPromise>)
                               ? Order::Promise
                           : (std::same_as<Kind, Prepare> || std::same_as<Kind, Review> ||
                              std::same_as<Kind, Publish> || std::same_as<Kind, TakeDown>)
                               ? Order::Publication
                               : Order::Handling;

}  // namespace

Date Subject::latest_before(const Kinds& what, const Progress& now) {
    return std::visit(
        [&]<class Kind>(const Kind& act) {
            if constexpr (order_of<Kind> == Order::Opinions) return now.assigned_on;
            if constexpr (order_of<Kind> == Order::Promise)
                if (act.promise >= 1 && act.promise <= int(now.promises.size()))
                    return now.promises[std::size_t(act.promise - 1)].latest;
            return order_of<Kind> == Order::Publication ? now.latest : now.handled;
        },
        what);
}

void Subject::apply(const Kinds& what, const records::Dated& act, int index, Progress& progress) {
    records::applied(what, [&](const auto& kind) {
        proposals::apply(kind, {act, index}, progress);
        if constexpr (order_of<std::remove_cvref_t<decltype(kind)>> == Order::Handling)
            progress.handled = std::max(progress.handled, act.on);
    });
}

bool Progress::has_open_promise() const {
    return std::ranges::any_of(promises, [](const PromiseMade& it) { return !it.ended_on; });
}

std::optional<Date> Progress::shows_old_since() const {
    if (old_in_public.empty() || old_in_public.back().ended_on) return {};
    return old_in_public.back().since;
}

const Terms& terms_of(const Progress& progress, const Rules& rules) {
    return progress.terms ? *progress.terms : rules.settings;
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
        case State::Settled: return progress.has_open_promise() || progress.shows_old_since();
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
