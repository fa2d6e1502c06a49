#pragma once

#include <string>
#include <vector>

#include "desk/actor.h"
#include "organs/account_acts.h"
#include "organs/organ_acts.h"
#include "organs/unit.h"
#include "requests/assignment.h"

namespace gongkai::desk {

// A unit with what is its own now; of one that ended its successor has it.
struct KnownUnit {
    organs::Unit unit;
    std::vector<std::string> people;  // the accounts, account/12, closed ones too
    int open_cases = 0;               // requests that are assigned to it and not finished
};

// The units inside bodies (内设机构): setting them up, who works there, and ending them.
class UnitDesk {
public:
    UnitDesk(journal::Ledger& ledger, const organs::Repository& organs, const organs::Units& units,
             const organs::Accounts& accounts, const requests::Assignments& assignments)
        : ledger_(ledger),
          organs_(organs),
          units_(units),
          accounts_(accounts),
          assignments_(assignments) {}

    // Refusals unit.name, unit.name-taken, fields.line, organ.not-found, and organ.ended of a body
    // that is no more.
    Result<KnownUnit> establish(const Actor& by, const journal::LogKey& body,
                                const organs::UnitAct& act);
    // What follows on a unit. Refusals besides: unit.in-use and unit.successor; unit.person for
    // whoever is nobody of the body, or, where he is released, is not in the unit; unit.changed
    // where `seen`, the number of acts that whoever acts has seen, is no longer theirs; those of
    // histories.
    Result<KnownUnit> act_on(const Actor& by, const organs::UnitKey& key,
                             const organs::UnitAct& act, std::size_t seen);

    // All of a body, ended ones too, by number.
    std::vector<KnownUnit> of_body(const journal::LogKey& body) const;

private:
    journal::Ledger& ledger_;
    const organs::Repository& organs_;
    const organs::Units& units_;
    const organs::Accounts& accounts_;
    const requests::Assignments& assignments_;

    std::vector<KnownUnit> known(const journal::View& view, const journal::LogKey& body) const;
    Result<KnownUnit> known_one(const organs::UnitKey& key) const;
    bool holds(const journal::View& view, const journal::LogKey& body,
               const organs::UnitMember& member) const;
    Status check_leaving(const journal::View& view, const organs::UnitKey& key,
                         const organs::units::End& end) const;
    Status check_member(const journal::View& view, const organs::UnitKey& key,
                        const std::string& person) const;
    // Fills in how many acts the account has had.
    Status admit(const journal::View& view, const organs::UnitKey& key,
                 organs::units::Admit& act) const;
};

}  // namespace gongkai::desk
