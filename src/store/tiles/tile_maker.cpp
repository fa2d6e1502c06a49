#include "store/tiles/tile_maker.h"

#include <algorithm>
#include <map>
#include <optional>

#include "store/ledger/entries.h"
#include "tlog/edge.h"

namespace gongkai::store {

namespace {

using journal::LogKey;
using tlog::Edge;

// Entries of a step: some 20 ms of reading and hashing, and 130 KB to write.
constexpr std::int64_t at_once = 4096;
constexpr std::int64_t nothing_yet = 0;

// A log whose tiles are behind its entries.
struct Behind {
    LogKey log;
    std::int64_t size = 0, in_tiles = 0;
};

// What a step adds to a log.
struct Growth {
    LogKey log;
    std::int64_t before = 0;
    Edge edge;
};

std::vector<Behind> behind(Connection& connection) {
    std::vector<Behind> all;
    connection.each(
        "SELECT h.region, h.organ, h.size, coalesce(t.size, 0) FROM journal_head h LEFT JOIN "
        "log_tree t ON t.region = h.region AND t.organ = h.organ WHERE h.size > coalesce(t.size, "
        "0) ORDER BY h.region, h.organ LIMIT $1",
        {at_once}, [&](const Row& row) {
            all.push_back({{whole(row[0]), whole(row[1])}, whole(row[2]), whole(row[3])});
        });
    return all;
}

// The right edge of the tiles that are kept; nothing where they are not whole.
std::optional<Edge> edge_of(Connection& connection, const LogKey& log, std::int64_t size) {
    std::vector<std::string> partial(std::size_t(Edge::levels(size)));
    for (std::size_t level = 0; level < partial.size(); ++level) {
        const auto number = tlog::hashes_at(int(level), size) / tlog::tile_width;
        const auto rows = connection.run(
            "SELECT hashes FROM log_tile WHERE region = $1 AND organ = $2 AND level = $3 AND "
            "number = $4",
            {log.region, log.organ, std::int64_t(level), number});
        if (!rows.empty()) partial[level] = bytes_of(blob(rows[0][0]));
    }
    return Edge::of(size, std::move(partial));
}

// False where entries are missing.
bool take_in(Connection& connection, const LogKey& log, std::int64_t until, Edge& edge) {
    bool is_whole = true;
    connection.each(
        "SELECT sequence, recorded_at, actor, subject, kind, payload FROM journal_entry WHERE "
        "region = $1 AND organ = $2 AND sequence >= $3 AND sequence < $4 ORDER BY sequence",
        {log.region, log.organ, edge.size(), until}, [&](Row& row) {
            is_whole = is_whole && whole(row[0]) == edge.size();
            if (is_whole) edge.add(tlog::Sha256Hash::leaf(canonical(entry_of(log, row))));
        });
    return is_whole && edge.size() == until;
}

struct Step {
    std::vector<Growth> growths;
    bool is_last = true;
    std::optional<LogKey> damaged;  // does not keep the others from growing
};

Step next_step(Connection& connection) {
    Step step;
    std::int64_t left = at_once;
    const auto logs = behind(connection);
    step.is_last = std::int64_t(logs.size()) < at_once;
    for (const Behind& it : logs) {
        const auto count = std::min(it.size - it.in_tiles, left);
        step.is_last = step.is_last && it.in_tiles + count == it.size;
        if (count == 0) break;
        auto edge = edge_of(connection, it.log, it.in_tiles);
        if (!edge || !take_in(connection, it.log, it.in_tiles + count, *edge)) {
            step.damaged = it.log;
            continue;
        }
        step.growths.push_back({it.log, it.in_tiles, std::move(*edge)});
        left -= count;
    }
    return step;
}

void write(Connection& connection, const LogKey& log, Edge& edge) {
    for (const auto& tile : edge.changed())
        connection.run(
            "INSERT INTO log_tile (region, organ, level, number, hashes) VALUES ($1, $2, $3, $4, "
            "$5) ON CONFLICT (region, organ, level, number) DO UPDATE SET hashes = "
            "excluded.hashes",
            {log.region, log.organ, std::int64_t{tile.level}, tile.number, blob_of(tile.hashes)});
    connection.run("UPDATE log_tree SET size = $3, root = $4 WHERE region = $1 AND organ = $2",
                   {log.region, log.organ, edge.size(), blob_of(bytes(edge.root()))});
}

// Takes the row of a log; how much of it is in tiles.
std::int64_t locked(Connection& connection, const LogKey& log) {
    connection.run(
        "INSERT INTO log_tree (region, organ, size, root) VALUES ($1, $2, $3, $4) ON CONFLICT DO "
        "NOTHING",
        {log.region, log.organ, nothing_yet, blob_of(bytes(tlog::Sha256Hash::nothing()))});
    const auto rows = connection.run("SELECT size FROM log_tree WHERE region = $1 AND organ = $2" +
                                         std::string(connection.row_lock()),
                                     {log.region, log.organ});
    return whole(rows.at(0)[0]);
}

using Tiles = std::map<std::pair<std::int64_t, std::int64_t>, std::string>;

Tiles kept_tiles(Connection& connection, const LogKey& log) {
    Tiles kept;
    connection.each("SELECT level, number, hashes FROM log_tile WHERE region = $1 AND organ = $2",
                    {log.region, log.organ}, [&](const Row& row) {
                        kept[{whole(row[0]), whole(row[1])}] = bytes_of(blob(row[2]));
                    });
    return kept;
}

}  // namespace

bool TileMaker::advance() {
    const std::string state = database_.state();
    if (state == state_) return false;
    Step step;
    database_.read([&](Connection& connection) { step = next_step(connection); });
    if (!step.growths.empty())
        database_.transaction([&](Connection& connection) {
            for (Growth& it : step.growths)
                // Another program may have been quicker: then the next step sees what it did.
                if (locked(connection, it.log) == it.before) write(connection, it.log, it.edge);
        });
    if (step.damaged)
        throw StoreError("机关 " + std::to_string(step.damaged->region) + "-" +
                         std::to_string(step.damaged->organ) +
                         " 的记录不完整，请运行 gongkai journal verify");
    // Whatever was committed meanwhile has another state than the one that was read.
    if (step.growths.empty()) state_ = state;
    return !step.is_last;
}

std::vector<journal::LogFault> verify_tiles(Connection& connection, const LogKey& log) {
    const auto rows =
        connection.run("SELECT size, root FROM log_tree WHERE region = $1 AND organ = $2",
                       {log.region, log.organ});
    const auto size = rows.empty() ? 0 : whole(rows[0][0]);
    const auto entries =
        connection.run("SELECT count(*) FROM journal_entry WHERE region = $1 AND organ = $2",
                       {log.region, log.organ});
    if (size > whole(entries[0][0])) return {{{}, "公开日志的条数比记录还多"}};
    Edge edge;
    take_in(connection, log, size, edge);
    std::vector<journal::LogFault> faults;
    if (!rows.empty() && bytes_of(blob(rows[0][1])) != bytes(edge.root()))
        faults.push_back({{}, "公开日志的树根与各条记录不符，被改动过"});
    Tiles kept = kept_tiles(connection, log);
    for (const auto& tile : edge.changed())
        if (kept[{tile.level, tile.number}] != tile.hashes)
            faults.push_back({{},
                              "公开日志的 " + path(tlog::Tile{tile.level, tile.number}) +
                                  " 与各条记录不符，被改动过"});
    return faults;
}

void rebuild_tiles(Connection& connection, const LogKey& log) {
    const auto size = locked(connection, log);
    Edge edge;
    if (!take_in(connection, log, size, edge))
        throw StoreError("记录不完整，请运行 gongkai journal verify");
    connection.run("DELETE FROM log_tile WHERE region = $1 AND organ = $2",
                   {log.region, log.organ});
    write(connection, log, edge);
}

}  // namespace gongkai::store
