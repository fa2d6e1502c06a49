#pragma once

#include "interaction/proposal.h"
#include "journal/ledger.h"
#include "organs/organ.h"

// What an act on a proposal has to be held against besides the acts before it: the body whose it
// is, and what was sealed.
namespace gongkai::desk {

// Refusal organ.ended: the body was not there yet, or no more, on the day of the assignment.
Status check_exists(const organs::Organ& body, Date on);

// Whether the units say of this body what its part says: proposal.units.lead,
// proposal.units.separate, proposal.units.joint, proposal.units.gone.
Status check_units(const organs::Organ& body, const interaction::proposals::Units& units);

// Refusal proposal.return.same-ground: a second return with the words of one that was refused. The
// words of `act` are in the clear.
Status check_return(const journal::View& view, const interaction::proposals::Proposal& before,
                    const interaction::proposals::Act& act);

// What would be public of a proposal, on being written and on going out: nothing of the sealed
// proposers but, where the setting has it, their names, and nobody's name but theirs. Refusals,
// naming the field: proposal.prepare.person, proposal.prepare.proposer.
Status check_text(const journal::View& view, const interaction::proposals::Proposal& proposal,
                  const interaction::proposals::Prepare& text,
                  const interaction::proposals::Settings& settings);

}  // namespace gongkai::desk
