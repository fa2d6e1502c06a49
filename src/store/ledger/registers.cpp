#include "store/ledger/registers.h"

#include "store/ledger/projection.h"

// The lines of the registers: their rows, and what is read from them.
namespace gongkai::store {

namespace {

using disclosure::RegisterLine;
using disclosure::registers::Subject;

const Table line_table{"register_line", {"subject"}, {"number", "kind", "counted_on", "annulled"}};

void apply(const journal::Entry& entry, Rows& rows) {
    const auto line = history_of<Subject>(rows.entries(entry.log, entry.subject));
    rows.put(line_table, entry.log, {entry.subject},
             {line.key().number, std::string(name(entry_of(line).kind)),
              iso(line.acts().front().on), std::int64_t{is_annulled(line)}});
}

}  // namespace

const Projection register_projection{"register.", {&line_table}, apply};

std::vector<RegisterLine> RegisterRepository::of_year(const journal::View& view,
                                                      const journal::LogKey& log, int year) const {
    std::vector<RegisterLine> all;
    each_history<Subject>(
        view, log, {"register_line s", " AND s.counted_on >= $3 AND s.counted_on <= $4"},
        {log.region, log.organ, std::to_string(year) + "-01-01", std::to_string(year) + "-12-31"},
        [&](const RegisterLine& line) { all.push_back(line); });
    return all;
}

}  // namespace gongkai::store
