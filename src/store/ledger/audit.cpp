#include "store/ledger/audit.h"

#include <limits>

#include "store/ledger/body_archive.h"
#include "store/ledger/entries.h"
#include "store/ledger/names.h"
#include "store/ledger/projected_by.h"
#include "store/ledger/verify.h"

namespace gongkai::store {

using journal::InclusionProof;
using journal::KeptEntry;
using journal::LogKey;
using journal::Verification;

namespace {

constexpr auto end = std::numeric_limits<std::int64_t>::max();

// The kept digests of the entries before one, in order. A missing or damaged one is left out: the
// tree then shows that it is not whole.
std::vector<Sm3> leaves_of(Connection& connection, const LogKey& log, std::int64_t before) {
    std::vector<Sm3> leaves;
    connection.each(
        "SELECT leaf FROM journal_entry WHERE region = $1 AND organ = $2 AND sequence < $3 "
        "ORDER BY sequence",
        {log.region, log.organ, before}, [&](const Row& row) {
            if (const auto leaf = sm3_of_bytes(bytes_of(blob(row[0])))) leaves.push_back(*leaf);
        });
    return leaves;
}

}  // namespace

Audit::Audit(Database& database, const VaultKey& key) : Audit(database, key, carried_rules()) {}

std::vector<KeptEntry> Audit::entries(const LogKey& log, std::optional<std::int64_t> before,
                                      int count) const {
    std::vector<KeptEntry> all;
    database_.read([&](Connection& connection) {
        connection.each(
            "SELECT sequence, recorded_at, actor, subject, kind, payload, leaf FROM journal_entry "
            "WHERE region = $1 AND organ = $2 AND sequence < $3 ORDER BY sequence DESC LIMIT $4",
            {log.region, log.organ, before.value_or(end), std::int64_t{count}}, [&](Row& row) {
                all.push_back({entry_of(log, row), bytes_of(blob(row[6]))});
            });
    });
    return all;
}

Verification Audit::verify(const LogKey& log) const {
    Verification it;
    database_.read([&](Connection& connection) {
        it = verify_log(connection, log);
        // Rows are compared with a replay only where the log itself is whole.
        if (!it.faults.empty()) return;
        for (auto& more :
             {verify_projections(connection, log, rules_), verify_sealed(connection, key_, log),
              verify_names(connection, key_, log), verify_adoption(connection, log)})
            it.faults.insert(it.faults.end(), more.begin(), more.end());
    });
    return it;
}

Result<InclusionProof> Audit::prove(const LogKey& log, std::int64_t sequence,
                                    std::optional<std::int64_t> size) const {
    std::vector<Sm3> leaves;
    database_.read(
        [&](Connection& connection) { leaves = leaves_of(connection, log, size.value_or(end)); });
    const auto count = std::int64_t(leaves.size());
    if (sequence < 0 || sequence >= count || (size && *size != count))
        return Error{ErrorKind::NotFound, "journal.no-entry",
                     "没有第 " + std::to_string(sequence) + " 条记录，或者记录还没有那么多条。"};
    journal::Frontier tree;
    for (const Sm3& it : leaves)
        tree.add(it);
    return InclusionProof{sequence,
                          leaves[std::size_t(sequence)],
                          {count, tree.root()},
                          journal::inclusion_path(leaves, sequence)};
}

}  // namespace gongkai::store
