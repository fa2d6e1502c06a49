#include "disclosure/document_transition.h"

// What each act makes of a document.
namespace gongkai::disclosure {

namespace {

void begin_revision(const Act& act, int index, Progress& it) {
    it.stage = Stage::Draft;
    Revision revision;
    revision.begun = revision.text = index;
    revision.authors.push_back(act.by);
    it.revisions.push_back(std::move(revision));
}

void edit(const Act& act, int index, Progress& it) {
    it.stage = Stage::Draft;
    Revision& revision = it.revisions.back();
    revision.text = index;
    revision.refused_on.reset();
    revision.authors.push_back(act.by);
}

void review(const Act& act, int index, Progress& it) {
    constexpr Stage after[verdicts] = {Stage::Cleared, Stage::ToWork, Stage::NotPublic,
                                       Stage::AskedFor};
    it.stage = after[std::size_t(act.review.verdict)];
    it.revisions.back().review = index;
    if (act.review.verdict == Verdict::NotPublic) it.revisions.back().refused_on = act.on;
}

void publish(const Act& act, int index, Progress& it) {
    it.stage = Stage::None;
    it.standing = Standing::Public;
    it.revisions.back().publication = index;
    it.revisions.back().published_on = act.on;
    it.shown = int(it.revisions.size()) - 1;
    if (!it.first_published_on) it.first_published_on = act.on;
    it.withdrawn_on.reset();
}

// UNSETTLED Q41: what was cleared before the reason of the withdrawal was known is looked at again.
void withdraw(const Act& act, Progress& it) {
    it.standing = Standing::Withdrawn;
    it.shown = -1;
    it.withdrawn_on = act.on;
    if (it.stage == Stage::Cleared) it.stage = Stage::Draft;
}

}  // namespace

void apply(const Act& act, int index, Progress& it) {
    it.latest = act.on;
    switch (act.kind) {
        case ActKind::Draft:
        case ActKind::Revise: return begin_revision(act, index, it);
        case ActKind::Edit: return edit(act, index, it);
        case ActKind::Submit:
            it.stage = Stage::InReview;
            it.revisions.back().refused_on.reset();
            return;
        case ActKind::Review: return review(act, index, it);
        case ActKind::Publish: return publish(act, index, it);
        case ActKind::Withdraw: return withdraw(act, it);
        case ActKind::Repeal:
        case ActKind::Expire: it.ending = Ending{act.kind, *act.ends_on}; return;
        case ActKind::Annul: return;  // it takes effect on the act that it refers to
    }
}

}  // namespace gongkai::disclosure
