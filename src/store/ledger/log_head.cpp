#include "store/ledger/log_head.h"

#include "store/ledger/entries.h"
#include "store/regions.h"

namespace gongkai::store {

using journal::Frontier;
using journal::LogKey;

KeptHead take_head(Connection& connection, const LogKey& log) {
    const std::string take =
        "SELECT size, frontier, recorded_at FROM journal_head WHERE region = $1 AND organ = $2" +
        std::string(connection.row_lock());
    auto rows = connection.run(take, {log.region, log.organ});
    if (rows.empty()) {
        note_region(connection, log.region);
        connection.run(
            "INSERT INTO journal_head (region, organ, size, root, frontier, recorded_at) "
            "VALUES ($1, $2, 0, $3, $4, 0) ON CONFLICT DO NOTHING",
            {log.region, log.organ, blob_of(bytes(Frontier().root())), Blob{}});
        rows = connection.run(take, {log.region, log.organ});
    }
    auto tree = Frontier::of(whole(rows.at(0)[0]), bytes_of(blob(rows.at(0)[1])));
    if (!tree) throw StoreError("记录的树头被改动过，请运行 gongkai journal verify");
    return {std::move(*tree), whole(rows.at(0)[2])};
}

void keep_head(Connection& connection, const LogKey& log, const KeptHead& head, const Sm3& root) {
    connection.run(
        "UPDATE journal_head SET size = $3, root = $4, frontier = $5, recorded_at = $6 "
        "WHERE region = $1 AND organ = $2",
        {log.region, log.organ, head.tree.size(), blob_of(bytes(root)),
         blob_of(head.tree.bytes()), head.recorded_at});
}

}  // namespace gongkai::store
