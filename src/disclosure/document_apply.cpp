#include "disclosure/document.h"

// What each kind of act makes of a document.
namespace gongkai::disclosure {

namespace {

// Where the act stands: its day and who did it, and its number among all acts.
struct Position {
    const records::Dated& act;
    int index;
};

void begin_revision(const Position& at, Progress& now) {
    now.stage = Stage::Draft;
    Revision revision;
    revision.begun = revision.text = at.index;
    revision.authors.push_back(at.act.by);
    now.revisions.push_back(std::move(revision));
}

void apply(const Draft&, const Position& at, Progress& now) { begin_revision(at, now); }
void apply(const Revise&, const Position& at, Progress& now) { begin_revision(at, now); }

void apply(const Edit&, const Position& at, Progress& now) {
    now.stage = Stage::Draft;
    Revision& revision = now.revisions.back();
    revision.text = at.index;
    revision.refused_on.reset();
    revision.authors.push_back(at.act.by);
}

void apply(const Submit&, const Position&, Progress& now) {
    now.stage = Stage::InReview;
    now.revisions.back().refused_on.reset();
}

Stage stage_after(Verdict verdict) {
    switch (verdict) {
        case Verdict::Public: return Stage::Cleared;
        case Verdict::AfterWork: return Stage::ToWork;
        case Verdict::NotPublic: return Stage::NotPublic;
        case Verdict::AskOthers: return Stage::AskedFor;
    }
    return Stage::InReview;
}

void apply(const Review& act, const Position& at, Progress& now) {
    const Verdict verdict = act.conclusion.verdict;
    now.stage = stage_after(verdict);
    now.revisions.back().review = at.index;
    if (verdict == Verdict::NotPublic) now.revisions.back().refused_on = at.act.on;
}

void apply(const Publish&, const Position& at, Progress& now) {
    now.stage = Stage::None;
    now.standing = Standing::Public;
    now.revisions.back().publication = at.index;
    now.revisions.back().published_on = at.act.on;
    now.shown = int(now.revisions.size()) - 1;
    if (!now.first_published_on) now.first_published_on = at.act.on;
    now.withdrawn_on.reset();
}

// UNSETTLED Q41: what was cleared before the reason of the withdrawal was known is looked at again.
void apply(const Withdraw&, const Position& at, Progress& now) {
    now.standing = Standing::Withdrawn;
    now.shown = -1;
    now.withdrawn_on = at.act.on;
    if (now.stage == Stage::Cleared) now.stage = Stage::Draft;
}

void apply(const Repeal& act, const Position&, Progress& now) {
    now.ending = Ending{true, act.ends_on};
}

void apply(const Expire& act, const Position&, Progress& now) {
    now.ending = Ending{false, act.ends_on};
}

}  // namespace

void DocumentSubject::apply(const Kinds& what, const records::Dated& act, int index,
                            Progress& progress) {
    records::applied(what, [&](const auto& kind) {
        disclosure::apply(kind, {act, index}, progress);
    });
}

}  // namespace gongkai::disclosure
