#pragma once

#include <vector>

#include "records/listing.h"
#include "records/repository.h"
#include "requests/list_line.h"

namespace gongkai::requests {

// What the groups of the list are measured by: today, and the last day that counts as soon.
struct ListDays {
    Date today{}, soon{};
};

class Repository : public records::Repository<Subject> {
public:
    // All that are neither answered nor ended, by number, for telling what was sent twice: what is
    // damaged is left out.
    virtual std::vector<Request> open(const journal::View& view,
                                      const journal::LogKey& log) const = 0;

    // A page of the list. Groups: open, overdue, due_today, due_soon, waiting (for somebody else),
    // new (nobody has done anything yet). `q` finds the beginning of a number, or the whole name of
    // an applicant. Refusals: those of lists (records/listing.h).
    virtual Result<records::Page<ListLine>> page(const journal::View& view,
                                                 const journal::LogKey& log, const ListDays& days,
                                                 const records::Ask& ask) const = 0;
    virtual std::vector<records::GroupCount> groups(const journal::View& view,
                                                    const journal::LogKey& log,
                                                    const ListDays& days) const = 0;
};

}  // namespace gongkai::requests
