#pragma once

#include <string>

#include "requests/assignment.h"
#include "store/ledger/histories.h"

namespace gongkai::store {

class AssignmentBook : public RepositoryOf<requests::assignments::Subject, requests::Assignments> {
public:
    AssignmentBook() : RepositoryOf("assignment") {}

    Result<records::Page<requests::AssignmentLine>> page(const journal::View& view,
                                                         const journal::LogKey& log,
                                                         const records::Ask& ask) const override;
    int open_in(const journal::View& view, std::int64_t region,
                const std::string& place) const override;
};

// A unit that a filter `unit` names, 3/2, and all that came to it by their successors: under any of
// their numbers what is assigned to it may be kept.
records::Ask with_predecessors(const journal::View& view, const journal::LogKey& log,
                               const records::Ask& ask);

}  // namespace gongkai::store
