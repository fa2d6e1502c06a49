#include "store/ledger/requests.h"

#include "store/ledger/projection.h"

// The list of requests: its rows, and what is read from them.
namespace gongkai::store {

namespace {

using journal::Entry;
using namespace requests;

// The acts themselves are the journal's entries.
const Table request_table{"request", {"subject"}, {"number", "is_open"}};

void apply(const Entry& entry, Rows& rows) {
    const auto row = records::row_of_entry(Subject::table(), entry.kind);
    if (!row.ok()) damaged_record(Subject::table(), entry.subject);
    const auto kind = std::size_t(row.value() - Subject::table().rows.data());
    const std::string number = number_in(Subject::table(), entry.subject);
    const auto put = [&](bool open) {
        rows.put(request_table, entry.log, {entry.subject}, {number, std::int64_t{open}});
    };
    if (kind == 0) return put(true);
    // The others cost no reading of the whole history.
    if (!changes_whether_open(kind)) return;
    const auto request = history_of<Subject>(rows.entries(entry.log, entry.subject));
    put(is_open(request.progress().state));
}

}  // namespace

const Projection request_projection{"request.", {&request_table}, apply};

std::vector<Request> RequestRepository::open(const journal::View& view,
                                             const journal::LogKey& log) const {
    std::vector<Request> all;
    each_history<Subject>(view, log, {"request s", " AND s.is_open = 1"}, {log.region, log.organ},
                          [&](const Request& request) { all.push_back(request); });
    return all;
}

}  // namespace gongkai::store
