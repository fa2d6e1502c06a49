#include "interaction/proposal_view.h"

namespace gongkai::interaction::proposals {

namespace {

const Prepare& text_of(const Proposal& proposal, int act) {
    return std::get<Prepare>(proposal.acts().at(std::size_t(act)).what);
}

// The last letter that had been sent when the text for the public was written: a later one has not
// been looked at with it.
const Sent& letter_of(const Progress& now) {
    const Sent* letter = &now.answers.front();
    for (const Sent& it : now.answers)
        if (it.act < now.shown) letter = &it;
    return *letter;
}

}  // namespace

publication::Claim claim_of(const Proposal& proposal, Date today) {
    const Progress now = proposal.progress(today);
    publication::Claim claim;
    if (now.state == State::Annulled) claim.bar = "登记有误，已作废，不能公开。";
    if (now.standing != Standing::Public || now.shown < 0) return claim;
    claim.writers = {now.shown_by};
    claim.reviewer = now.shown_reviewed_by;
    claim.passed = true;  // what did not pass can never be shown
    claim.published_on = now.published_on;
    return claim;
}

std::optional<PublicView> PublicView::of(const Proposal& proposal, Date today) {
    const auto pass = publication::Pass::of(claim_of(proposal, today), today);
    if (!pass) return {};
    const Progress now = proposal.progress(today);
    const Register& assignment = assignment_of(proposal);
    const Sent& letter = letter_of(now);
    const Reply& reply = *reply_of(proposal.acts().at(std::size_t(letter.act)));
    PublicView view(*pass);
    view.key_ = proposal.key();
    view.form_ = assignment.form;
    view.session_ = assignment.session;
    view.assigned_number_ = assignment.assigned_number;
    view.text_ = text_of(proposal, now.shown);
    view.title_ = view.text_.heading.empty() ? assignment.matter : view.text_.heading;
    view.units_ = now.units;
    view.answer_class_ = reply.answer_class;
    view.document_number_ = reply.document_number;
    view.signed_by_ = reply.signed_by;
    view.contact_ = reply.contact;
    view.phone_ = reply.phone;
    view.answered_on_ = letter.on;
    view.answered_again_on_ = now.shows_old_since();
    return view;
}

std::string why_not_public(const Proposal& proposal) {
    const Progress now = proposal.progress();
    return now.stage == Stage::NotPublic ? text_of(proposal, now.prepared).why_not : std::string();
}

}  // namespace gongkai::interaction::proposals
