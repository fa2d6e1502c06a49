#pragma once

#include <optional>
#include <string>

#include "interaction/proposal.h"
#include "publication/gate.h"

namespace gongkai::interaction::proposals {

// What a proposal has to show at the gate to the public on a day.
publication::Claim claim_of(const Proposal& proposal, Date today);

// What the public may see of a proposal: the text that was written for it and passed the gate, and
// the head of the letter. Pages and interfaces take this and no Proposal.
class PublicView {
public:
    // Nothing unless it is public on that day.
    static std::optional<PublicView> of(const Proposal& proposal, Date today);

    const ProposalKey& key() const { return key_; }
    Form form() const { return form_; }
    const std::string& session() const { return session_; }
    const std::string& assigned_number() const { return assigned_number_; }
    const std::string& title() const { return title_; }
    const std::string& proposer() const { return text_.proposer_shown; }  // empty: by number alone
    const std::string& about() const { return text_.about; }
    const std::string& answer() const { return text_.answer_text; }
    Manner manner() const { return text_.manner; }
    const std::string& lead() const { return units_.lead; }
    const std::vector<std::string>& co_units() const { return units_.co_units; }
    const std::string& answer_class() const { return answer_class_; }
    const std::string& document_number() const { return document_number_; }
    const std::string& signed_by() const { return signed_by_; }
    const std::string& contact() const { return contact_; }
    const std::string& phone() const { return phone_; }
    Date answered_on() const { return answered_on_; }
    Date published_on() const { return published_on_; }
    // The day of a later answer, which is not public yet: this one no longer holds.
    std::optional<Date> answered_again_on() const { return answered_again_on_; }

private:
    explicit PublicView(const publication::Pass& pass) : published_on_(pass.published_on()) {}

    ProposalKey key_;
    Form form_{};
    std::string session_, assigned_number_, title_;
    Prepare text_;
    Units units_;
    std::string answer_class_, document_number_, signed_by_, contact_, phone_;
    Date answered_on_{}, published_on_;
    std::optional<Date> answered_again_on_;
};

// Why an answer is not public, where that was decided (国办发〔2014〕46号): empty otherwise.
std::string why_not_public(const Proposal& proposal);

}  // namespace gongkai::interaction::proposals
