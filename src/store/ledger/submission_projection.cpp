#include "reports/submission.h"
#include "store/ledger/people.h"
#include "store/ledger/projection.h"
#include "store/ledger/submission_repository.h"

namespace gongkai::store {

namespace {

// How far each body's report of a year is: what a superior's list is read from.
const Table submission_table{"submission", {"subject"}, {"year", "state"}};

void apply(const journal::Entry& entry, Rows& rows) {
    const auto it = submission_of(rows.entries(entry.log, entry.subject),
                                  {entry.log, int(number_of(entry.subject))});
    rows.put(submission_table, entry.log, {entry.subject},
             {std::int64_t{it.key().year}, std::string(name(it.state()))});
}

}  // namespace

const Projection submission_projection{"report.", {&submission_table}, apply};

}  // namespace gongkai::store
