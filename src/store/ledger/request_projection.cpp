#include <stdexcept>

#include "requests/record.h"
#include "store/ledger/projection.h"
#include "store/ledger/request_repository.h"

namespace gongkai::store {

namespace {

using journal::Entry;
using requests::ActKind;
using requests::State;

// is_open: neither answered nor ended nor annulled. The acts themselves are the journal's entries.
const Table request_table{"request", {"subject"}, {"number", "is_open"}};

bool is_open(State state) {
    return state != State::Delivered && state != State::Ended && state != State::Annulled;
}

void apply(const Entry& entry, Rows& rows) {
    const auto kind = requests::kind_of_entry(entry.kind);
    if (!kind) throw std::logic_error("unknown act on a request: " + entry.kind);
    switch (*kind) {
        case ActKind::Register:
            return rows.put(request_table, entry.log, {entry.subject},
                            {request_number(entry.subject), std::int64_t{1}});
        case ActKind::Deliver:
        case ActKind::Withdraw:
        case ActKind::LapseUncorrected:
        case ActKind::LapseUnpaid:
        case ActKind::Annul: break;
        default: return;  // it was open and stays so
    }
    const auto request = request_of(rows.entries(entry.log, entry.subject));
    const bool open = is_open(request.progress().state);
    rows.put(request_table, entry.log, {entry.subject}, {request.key().number, std::int64_t{open}});
}

}  // namespace

const Projection request_projection{"request.", {&request_table}, apply};

}  // namespace gongkai::store
