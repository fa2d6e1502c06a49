#include "store/ledger/requests.h"

#include "store/ledger/projection.h"

// The list of requests: its rows, and what is read from them.
namespace gongkai::store {

namespace {

using journal::Entry;
using namespace requests;

// is_open: neither answered nor ended nor annulled. The acts themselves are the journal's entries.
const Table request_table{"request", {"subject"}, {"number", "is_open"}};

bool is_open(State state) {
    return state != State::Delivered && state != State::Ended && state != State::Annulled;
}

template <class Kind, class... Listed>
inline constexpr bool is_among = (std::same_as<Kind, Listed> || ...);

// Which kinds can change whether it is open. Each kind stands in one of the two lists, or it does
// not compile: the others cost no reading of the whole history.
template <class Kind>
constexpr bool changes_whether_open() {
    constexpr bool can = is_among<Kind, LapseUncorrected, LapseUnpaid, Deliver, Withdraw, Annul>;
    constexpr bool cannot =
        is_among<Kind, Register, Confirm, AskCorrection, Correct, AskReasons, GiveReasons,
                 FixPeriod, Consult, Serve, Opinion, ProposeExtension, Extend, FeeNotice, Pay,
                 Decide, FileRemedy, RemedyResult>;
    static_assert(can != cannot, "whether this kind can close a request is not said");
    return can;
}

template <class... Kind>
bool changes_whether_open(std::size_t kind, const std::variant<Kind...>*) {
    constexpr bool changes[] = {changes_whether_open<Kind>()...};
    return changes[kind];
}

void apply(const Entry& entry, Rows& rows) {
    const auto row = records::row_of_entry(Subject::table(), entry.kind);
    if (!row.ok()) damaged_record(Subject::table(), entry.subject);
    const auto kind = std::size_t(row.value() - Subject::table().rows.data());
    const std::string number = number_in(Subject::table(), entry.subject);
    const auto put = [&](bool open) {
        rows.put(request_table, entry.log, {entry.subject}, {number, std::int64_t{open}});
    };
    if (kind == 0) return put(true);
    constexpr Kinds* all = nullptr;
    if (!changes_whether_open(kind, all)) return;
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
