#include "store/ledger/retention.h"

#include "store/ledger/ledger.h"
#include "store/ledger/projection.h"

// Which cases were announced for deletion, and which are deleted.
namespace gongkai::store {

namespace {

using journal::Entry;
using journal::LogKey;
using journal::View;

// `sequence`: of the entry that deleted; -1 before it.
const Table retention_table{"retention", {"subject"}, {"announced_for", "deleted_on", "sequence"}};

void apply(const Entry& entry, Rows& rows) {
    const auto it = records::deletion_in(rows.entries(entry.log, entry.subject));
    rows.put(retention_table, entry.log, {entry.subject},
             {day_column(it.announced_for), day_column(it.deleted_on),
              it.deleted_on && !it.handled_since ? entry.sequence : std::int64_t{-1}});
}

}  // namespace

const Projection retention_projection{"retention.", {&retention_table}, apply};

std::vector<LogKey> RetentionBook::logs(const View& view) const {
    std::vector<LogKey> all;
    Connection& connection = connection_of(view);
    for (const Row& region : connection.run("SELECT region FROM region ORDER BY region", {}))
        for (const Row& organ : connection.run(
                 "SELECT organ FROM journal_head WHERE region = $1 AND organ <> 0 ORDER BY organ",
                 {region[0]}))
            all.push_back({whole(region[0]), whole(organ[0])});
    return all;
}

std::vector<std::string> RetentionBook::begun_by(const View& view, const LogKey& log,
                                                 std::string_view subject, int year) const {
    // What was acted on after its deletion may have been given new data.
    const std::string sql = "SELECT s.number FROM " + std::string(subject) +
                            " s WHERE s.region = $1 AND s.organ = $2 AND s.number < $3 AND NOT "
                            "EXISTS (SELECT 1 FROM retention r WHERE r.region = s.region AND "
                            "r.organ = s.organ AND r.subject = s.subject AND r.sequence >= 0 AND "
                            "NOT EXISTS (SELECT 1 FROM journal_entry e WHERE e.region = s.region "
                            "AND e.organ = s.organ AND e.subject = s.subject AND "
                            "e.sequence > r.sequence)) ORDER BY s.number";
    std::vector<std::string> numbers;
    for (const Row& row :
         connection_of(view).run(sql, {log.region, log.organ, std::to_string(year + 1)}))
        numbers.push_back(text(row[0]));
    return numbers;
}

}  // namespace gongkai::store
