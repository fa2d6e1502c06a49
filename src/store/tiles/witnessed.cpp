#include "store/tiles/witnessed.h"

#include "base/damaged.h"
#include "store/ledger/entries.h"

namespace gongkai::store {

namespace {

constexpr std::int64_t installation = 0, no_entries = 0;

tlog::TreeHead head_in(const Row& row) {
    const auto root = sm3_of_bytes(bytes_of(blob(row[1])));
    if (!root) throw Damaged("共同签名的记录不完整");
    return {whole(row[0]), *root};
}

}  // namespace

std::optional<tlog::TreeHead> WitnessBook::last(const std::string& origin) const {
    const auto rows =
        database_.run("SELECT size, root FROM witnessed WHERE region = $1 AND origin = $2",
                      {installation, origin});
    if (rows.empty()) return {};
    return head_in(rows[0]);
}

// The row is there before it is looked at, so that of two who come first with a log one waits.
Status WitnessBook::advance(const tlog::AddCheckpoint& it) {
    return transact(database_, [&](Connection& connection) -> Status {
        constexpr std::int64_t any_time = 0;
        if (gate_) GK_CHECK(gate_->may_write(any_time, any_time));
        const std::string& origin = it.checkpoint.origin;
        connection.run(
            "INSERT INTO witnessed (region, origin, size, root) VALUES ($1, $2, $3, $4) ON "
            "CONFLICT DO NOTHING",
            {installation, origin, no_entries, blob_of(bytes(tlog::Sha256Hash::nothing()))});
        const auto rows =
            connection.run("SELECT size, root FROM witnessed WHERE region = $1 AND origin = $2" +
                               std::string(connection.row_lock()),
                           {installation, origin});
        GK_CHECK(check_goes_on(it, head_in(rows.at(0))));
        connection.run(
            "UPDATE witnessed SET size = $3, root = $4 WHERE region = $1 AND origin = $2",
            {installation, origin, it.checkpoint.head.size,
             blob_of(bytes(it.checkpoint.head.root))});
        return Done{};
    });
}

}  // namespace gongkai::store
