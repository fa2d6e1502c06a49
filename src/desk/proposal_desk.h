#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/actor.h"
#include "desk/opened.h"
#include "interaction/proposal_counts.h"
#include "interaction/proposal_offer.h"
#include "interaction/proposal_repository.h"
#include "interaction/proposal_view.h"
#include "journal/ledger.h"
#include "organs/organ_acts.h"

namespace gongkai::desk {

// A proposal with what is sealed, for those who handle it.
struct ProposalFile {
    interaction::proposals::Proposal proposal;
    OpenedData data;

    // What is not there any more was erased.
    std::optional<interaction::proposals::Proposer> proposer() const;
};

// What is due of proposals on a body's desk: its own answers, opinions, second answers and
// promises, and the opinions that it still awaits from others.
struct ProposalDuty {
    std::string number, title;
    interaction::proposals::ClockId what{};
    std::string about;  // the unit whose opinion is awaited
    Date due{};
    int working_days_left = 0;  // negative: past
};

// The use cases of proposals (建议、提案): each loads, decides and records in one change.
class ProposalDesk {
public:
    ProposalDesk(journal::Ledger& ledger, const interaction::proposals::Repository& proposals,
                 const organs::Repository& organs, const law::Calendar& calendar,
                 const interaction::proposals::Settings& settings)
        : ledger_(ledger), proposals_(proposals), organs_(organs), rules_{calendar, settings} {}

    using Act = interaction::proposals::Act;
    using Answer = Result<interaction::proposals::Proposal>;
    using Key = interaction::proposals::ProposalKey;
    using LogKey = journal::LogKey;

    // The act that begins it, in the clear; the terms that hold on that day are kept with it.
    // Refusals: those of the proposal's history, of check_exists() and check_units(),
    // proposal.twice where one of this number, session and kind is there.
    Answer assign(const Actor& by, const LogKey& log, Act act);
    // Any other act, its words in the clear. `seen`: how many acts the caller had before him.
    // Refusals: those of the history and of proposal_checks.h.
    Answer record(const Actor& by, const Key& key, Act act, std::size_t seen);

    Result<ProposalFile> open(const Key& key) const;
    std::vector<interaction::proposals::Offer> offers(
        const interaction::proposals::Proposal& proposal, std::string_view actor, Date today) const;

    Result<records::Page<interaction::proposals::Listed>> page(const LogKey& log,
                                                               const records::Ask& ask,
                                                               Date today) const;
    // What is due of the proposals of a page of the list, the earliest day first.
    Result<records::Page<ProposalDuty>> duties(const LogKey& log, const records::Ask& ask,
                                               Date today) const;

    // For the public.
    Result<records::Page<interaction::proposals::ListedAnswer>> answers(
        const LogKey& log, const records::Ask& ask) const;
    std::vector<std::string> public_sessions(const LogKey& log) const;
    std::optional<interaction::proposals::PublicView> answer(const Key& key, Date today) const;

    // What happened in a year, up to today while it lasts; and as a sentence for the narrative of
    // the annual report, which the clerk may put into part one or six. Empty where nothing did.
    interaction::proposals::CountsOfForms counts(const LogKey& log, int year, Date today) const;
    static std::string sentence(const interaction::proposals::CountsOfForms& counts, int year,
                                Date today);

    const interaction::proposals::Rules& rules() const { return rules_; }

private:
    journal::Ledger& ledger_;
    const interaction::proposals::Repository& proposals_;
    const organs::Repository& organs_;
    interaction::proposals::Rules rules_;

    std::vector<ProposalDuty> duties_of(const journal::View& view, const LogKey& log,
                                        const interaction::proposals::Listed& it, Date today) const;
};

}  // namespace gongkai::desk
