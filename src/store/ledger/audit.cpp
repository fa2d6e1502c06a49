#include "store/ledger/audit.h"

#include <limits>

#include "store/ledger/body_archive.h"
#include "store/ledger/entries.h"
#include "store/ledger/names.h"
#include "store/ledger/projected_by.h"
#include "store/ledger/verify.h"
#include "store/tiles/tile_maker.h"

namespace gongkai::store {

using journal::InclusionProof;
using journal::KeptEntry;
using journal::LogKey;
using journal::TreeHead;
using journal::Verification;

namespace {

constexpr auto end = std::numeric_limits<std::int64_t>::max();

std::optional<TreeHead> head_of(Connection& connection, const LogKey& log) {
    const auto rows =
        connection.run("SELECT size, root FROM journal_head WHERE region = $1 AND organ = $2",
                       {log.region, log.organ});
    if (rows.empty()) return {};
    return TreeHead{whole(rows[0][0]), sm3_of_bytes(bytes_of(blob(rows[0][1]))).value_or(Sm3{})};
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
              verify_names(connection, key_, log), verify_adoption(connection, log),
              verify_tiles(connection, log)})
            it.faults.insert(it.faults.end(), more.begin(), more.end());
    });
    return it;
}

Result<InclusionProof> Audit::prove(const LogKey& log, std::int64_t sequence,
                                    std::optional<std::int64_t> size) const {
    std::optional<TreeNodes::Path> it;
    database_.read([&](Connection& connection) {
        const auto head = head_of(connection, log);
        if (!head || sequence < 0 || sequence >= size.value_or(head->size) ||
            size.value_or(0) > head->size)
            return;
        it = nodes_->prove(connection, log, *head, sequence, size.value_or(head->size));
    });
    if (!it)
        return Error{ErrorKind::NotFound, "journal.no-entry",
                     "没有第 " + std::to_string(sequence) + " 条记录，或者记录还没有那么多条。"};
    return InclusionProof{sequence, it->leaf, it->head, std::move(it->path)};
}

}  // namespace gongkai::store
