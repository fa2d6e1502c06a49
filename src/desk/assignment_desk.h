#pragma once

#include <string>

#include "desk/actor.h"
#include "organs/account_acts.h"
#include "organs/organ_acts.h"
#include "organs/unit.h"
#include "requests/assignment.h"
#include "requests/repository.h"

namespace gongkai::desk {

// How a request stands assigned; its unit is the one that goes on with the unit that it was given.
struct KnownAssignment {
    requests::AssignmentLine line;
    std::string unit_name;
};

// Who in the house works on requests (交办).
class AssignmentDesk {
public:
    AssignmentDesk(journal::Ledger& ledger, const organs::Repository& organs,
                   const organs::Units& units, const organs::Accounts& accounts,
                   const requests::Repository& requests, const requests::Assignments& assignments)
        : ledger_(ledger),
          organs_(organs),
          units_(units),
          accounts_(accounts),
          requests_(requests),
          assignments_(assignments) {}

    // For the first time or anew; the last one counts. The body of the order is filled in here.
    // Refusals request.not-found, assignment.closed of a request that is finished, assignment.unit
    // and assignment.person for what is none of the body's, or of the one that goes on for it, or
    // has ended; assignment.until for a day that has passed; assignment.changed where `seen`, the
    // number of acts of the assignment that whoever decides has seen, is no longer theirs.
    Result<KnownAssignment> assign(const Actor& by, const requests::RequestKey& key,
                                   requests::assignments::Order order, std::size_t seen);
    // Refusals assignment.not-found, assignment.act.not-now, assignment.changed.
    Status take_back(const Actor& by, const requests::RequestKey& key, std::size_t seen);

    // By the page: requests::Assignments::page().
    Result<records::Page<KnownAssignment>> page(const journal::LogKey& log,
                                                const records::Ask& ask) const;
    // The body whose units and people work on the cases of a log: the body itself, or the one that
    // goes on for it. Refusal assignment.unit where nobody does.
    Result<journal::LogKey> at_work(const journal::LogKey& log, Date today) const;

private:
    journal::Ledger& ledger_;
    const organs::Repository& organs_;
    const organs::Units& units_;
    const organs::Accounts& accounts_;
    const requests::Repository& requests_;
    const requests::Assignments& assignments_;

    Result<journal::LogKey> home_of(const journal::View& view, const journal::LogKey& log,
                                    Date today) const;
    Status check_request(const journal::View& view, const requests::RequestKey& key) const;
    Status check_order(const journal::View& view, const journal::LogKey& log, Date today,
                       requests::assignments::Order& order) const;
    KnownAssignment known(const journal::View& view, std::int64_t region,
                          const requests::AssignmentLine& line) const;
};

}  // namespace gongkai::desk
