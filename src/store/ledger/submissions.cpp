#include "store/ledger/submissions.h"

#include "store/ledger/people.h"
#include "store/ledger/projection.h"

// The reports on their way: their rows.
namespace gongkai::store {

namespace {

using reports::submissions::Subject;

// How far each body's report of a year is: what a superior's list is read from.
const Table submission_table{"submission", {"subject"}, {"year", "state"}};

void apply(const journal::Entry& entry, Rows& rows) {
    const auto history = history_of<Subject>(rows.entries(entry.log, entry.subject));
    rows.put(submission_table, entry.log, {entry.subject},
             {number_of(entry.subject), std::string(name(history.progress().state))});
}

}  // namespace

const Projection submission_projection{"report.", {&submission_table}, apply};

}  // namespace gongkai::store
