#include "store/tiles/shelf.h"

#include "base/damaged.h"
#include "store/ledger/entries.h"

namespace gongkai::store {

using journal::LogKey;

std::optional<tlog::TreeHead> Shelf::head(const LogKey& log) const {
    const auto rows =
        database_.run("SELECT size, root FROM log_tree WHERE region = $1 AND organ = $2",
                      {log.region, log.organ});
    if (rows.empty()) return {};
    const auto root = sm3_of_bytes(bytes_of(blob(rows[0][1])));
    if (!root) throw Damaged("公开日志的树根不完整");
    return tlog::TreeHead{whole(rows[0][0]), *root};
}

std::string Shelf::hashes(const LogKey& log, int level, std::int64_t number) const {
    const auto rows = database_.run(
        "SELECT hashes FROM log_tile WHERE region = $1 AND organ = $2 AND level = $3 AND number = "
        "$4",
        {log.region, log.organ, std::int64_t{level}, number});
    return rows.empty() ? std::string() : bytes_of(blob(rows[0][0]));
}

std::vector<tlog::Note> Shelf::cosigned(const LogKey& log) const {
    std::vector<tlog::Note> all;
    database_.each(
        "SELECT note FROM log_cosigned WHERE region = $1 AND organ = $2 ORDER BY size DESC, "
        "witness",
        {log.region, log.organ}, [&](const Row& row) {
            auto note = tlog::parse_note(text(row[0]));
            if (!note.ok()) throw Damaged("共同签名的检查点不完整");
            all.push_back(std::move(note.value()));
        });
    return all;
}

std::vector<std::pair<LogKey, std::int64_t>> Shelf::grown_since_cosigned(
    const std::string& witness) const {
    std::vector<std::pair<LogKey, std::int64_t>> all;
    database_.each(
        "SELECT t.region, t.organ, coalesce(c.size, 0) FROM log_tree t LEFT JOIN log_cosigned c ON "
        "c.region = t.region AND c.organ = t.organ AND c.witness = $1 WHERE t.size > "
        "coalesce(c.size, 0) ORDER BY t.region, t.organ",
        {witness}, [&](const Row& row) {
            all.push_back({{whole(row[0]), whole(row[1])}, whole(row[2])});
        });
    return all;
}

void Shelf::keep_cosigned(const LogKey& log, const std::string& witness, std::int64_t size,
                          const tlog::Note& note) {
    database_.transaction([&](Connection& connection) {
        connection.run(
            "INSERT INTO log_cosigned (region, organ, witness, size, note) VALUES ($1, $2, $3, $4, "
            "$5) ON CONFLICT (region, organ, witness) DO UPDATE SET size = excluded.size, note = "
            "excluded.note WHERE log_cosigned.size <= excluded.size",
            {log.region, log.organ, witness, size, written(note)});
    });
}

}  // namespace gongkai::store
