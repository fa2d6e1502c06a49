#include "store/ledger/verify.h"

#include <algorithm>

#include "base/damaged.h"
#include "store/ledger/entries.h"
#include "store/ledger/projected_by.h"
#include "store/ledger/projection.h"
#include "store/ledger/submissions.h"

namespace gongkai::store {

namespace {

using journal::Entry;
using journal::LogKey;

constexpr std::size_t most_faults = 100;

std::string columns(const Table& table) {
    std::string names;
    for (const auto* part : {&table.key, &table.values})
        for (const std::string_view name : *part)
            (names += names.empty() ? "" : ", ") += name;
    return names;
}

MemoryRows::Kept kept_rows(Connection& connection, const LogKey& log, const Table& table) {
    MemoryRows::Kept kept;
    connection.each("SELECT " + columns(table) + " FROM " + std::string(table.name) +
                        " WHERE region = $1 AND organ = $2",
                    {log.region, log.organ}, [&](const Row& row) {
                        const auto behind_key = row.begin() + std::ptrdiff_t(table.key.size());
                        kept[{row.begin(), behind_key}] = {behind_key, row.end()};
                    });
    return kept;
}

std::string printed(const std::vector<Value>& key) {
    std::string all;
    for (const Value& value : key) {
        if (!all.empty()) all += '/';
        if (const auto* number = std::get_if<std::int64_t>(&value)) all += std::to_string(*number);
        if (const auto* word = std::get_if<std::string>(&value)) all += *word;
    }
    return all;
}

void compare(const Table& table, const MemoryRows::Kept& kept, const MemoryRows::Kept& replayed,
             std::vector<LogFault>& faults) {
    const auto fault = [&](const std::vector<Value>& key, std::string_view what) {
        faults.push_back({{},
                          "列表“" + std::string(table.name) + "”中的“" + printed(key) + "”" +
                              std::string(what)});
    };
    for (const auto& [key, values] : replayed) {
        const auto it = kept.find(key);
        if (it == kept.end())
            fault(key, "不见了，而记录里有它");
        else if (it->second != values)
            fault(key, "与记录不符，可能被直接改动过");
    }
    for (const auto& [key, values] : kept)
        if (!replayed.contains(key)) fault(key, "在记录里没有来历，可能是直接写进去的");
}

MemoryRows replay(Connection& connection, const LogKey& log, const ProjectionRules& rules) {
    MemoryRows rows(rules);
    each_entry(connection, log, [&](const Entry& entry, std::string_view) {
        rows.take(entry);
        project(entry, rows);
    });
    return rows;
}

// The head of a log as it is kept.
struct KeptHead {
    std::int64_t size = 0;
    std::string root, frontier;
    std::int64_t recorded_at = 0;
};

// One entry after the other, in the order of their numbers.
class LogReader {
public:
    void take(const Entry& entry, std::string_view kept_leaf) {
        if (entry.sequence != it_.entries)
            fault(it_.entries, "第 " + std::to_string(it_.entries) + " 条记录不见了");
        it_.entries = entry.sequence + 1;
        if (entry.recorded_at < last_at_) fault(entry.sequence, "时间早于它前面的一条");
        last_at_ = entry.recorded_at;
        const Sm3 digest = leaf(entry);
        if (bytes(digest) != kept_leaf)
            fault(entry.sequence, "内容与登记时的摘要不符，被改动过");
        else if (!journal::parse_canonical(entry.payload).ok())
            fault(entry.sequence, "内容不是规定的格式");
        tree_.add(digest);
    }

    Verification finish(const std::optional<KeptHead>& kept) {
        it_.head = {tree_.size(), tree_.root()};
        if (!kept)
            fault({}, "没有树头");
        else if (kept->size != it_.head.size)
            fault({}, "树头说有 " + std::to_string(kept->size) + " 条记录，实有 " +
                          std::to_string(it_.head.size) + " 条");
        else if (kept->root != bytes(it_.head.root))
            fault({}, "各条记录合起来的摘要与树头不符");
        // What the next entry would go on from.
        else if (kept->frontier != tree_.bytes() || kept->recorded_at != last_at_)
            fault({}, "树头里供续写的部分与各条记录不符，被改动过");
        return std::move(it_);
    }

private:
    Verification it_;
    journal::Frontier tree_;
    std::int64_t last_at_ = 0;

    void fault(std::optional<std::int64_t> sequence, std::string what) {
        if (it_.faults.size() < most_faults) it_.faults.push_back({sequence, std::move(what)});
    }
};

std::optional<KeptHead> kept_head(Connection& connection, const LogKey& log) {
    const auto rows = connection.run(
        "SELECT size, root, frontier, recorded_at FROM journal_head "
        "WHERE region = $1 AND organ = $2",
        {log.region, log.organ});
    if (rows.empty()) return {};
    return KeptHead{whole(rows[0][0]), bytes_of(blob(rows[0][1])), bytes_of(blob(rows[0][2])),
                    whole(rows[0][3])};
}

// All digests of sealed data that an entry's payload names.
void collect(const journal::Record& record, std::vector<journal::Sealed>& all) {
    const auto id = record.text("id"), digest = record.text("digest");
    if (id && digest && record.fields().size() == 2) all.push_back(journal::sealed(&record));
    for (const journal::Field& field : record.fields()) {
        if (const auto* inner = std::get_if<journal::Record>(&field.value.held))
            collect(*inner, all);
        if (const auto* list = std::get_if<journal::List>(&field.value.held))
            for (const journal::Value& value : *list)
                if (const auto* line = std::get_if<journal::Record>(&value.held))
                    collect(*line, all);
    }
}

}  // namespace

std::vector<LogKey> logs(Connection& connection) {
    // A log whose head or entries are gone is a log all the same, as long as anything speaks of it.
    std::string places =
        "SELECT region, organ FROM journal_head UNION SELECT region, organ FROM journal_entry "
        "UNION SELECT region, organ FROM sealed_datum";
    for (const Projection& projection : projections())
        for (const Table* table : projection.tables)
            places += " UNION SELECT region, organ FROM " + std::string(table->name);
    std::vector<LogKey> all;
    for (const Row& row : connection.run(places + " ORDER BY 1, 2", {}))
        all.push_back({whole(row[0]), whole(row[1])});
    return all;
}

Verification verify_log(Connection& connection, const LogKey& log) {
    LogReader reader;
    each_entry(connection, log, [&](const Entry& entry, std::string_view kept_leaf) {
        reader.take(entry, kept_leaf);
    });
    return reader.finish(kept_head(connection, log));
}

std::vector<LogFault> verify_projections(Connection& connection, const LogKey& log) {
    return verify_projections(connection, log, carried_rules());
}

std::vector<LogFault> verify_projections(Connection& connection, const LogKey& log,
                                         const ProjectionRules& rules) {
    std::vector<LogFault> faults;
    const MemoryRows rows = replay(connection, log, rules);
    for (const Projection& projection : projections())
        for (const Table* table : projection.tables) {
            const auto it = rows.tables().find(table->name);
            compare(*table, kept_rows(connection, log, *table),
                    it == rows.tables().end() ? MemoryRows::Kept{} : it->second, faults);
        }
    return faults;
}

std::vector<LogFault> verify_sealed(Connection& connection, const VaultKey& key,
                                    const LogKey& log) {
    std::map<std::string, std::string> digests;
    each_entry(connection, log, [&](const Entry& entry, std::string_view) {
        const auto payload = journal::parse_canonical(entry.payload);
        std::vector<journal::Sealed> all;
        if (payload.ok()) collect(payload.value(), all);
        for (auto& it : all)
            digests[std::move(it.id)] = std::move(it.digest);
    });
    std::vector<LogFault> faults;
    connection.each("SELECT id, box FROM sealed_datum WHERE region = $1 AND organ = $2 ORDER BY id",
                    {log.region, log.organ}, [&](const Row& row) {
                        const auto it = digests.find(text(row[0]));
                        if (it == digests.end()) {
                            faults.push_back({{}, "加密的内容“" + text(row[0]) + "”没有来历"});
                            return;
                        }
                        try {
                            open(key, log, {it->first, it->second}, blob(row[1]));
                        } catch (const Damaged& fault) {
                            faults.push_back({{}, "“" + it->first + "”：" + fault.what()});
                        }
                    });
    return faults;
}

std::map<std::string, std::string> named_contents(Connection& connection, const LogKey& log) {
    std::map<std::string, std::string> all;
    connection.each("SELECT digest, subject FROM document_content WHERE region = $1 AND organ = $2",
                    {log.region, log.organ},
                    [&](const Row& row) { all.emplace(text(row[0]), text(row[1])); });
    each_subject(connection, log, {"submission s"}, {log.region, log.organ},
                 [&](const std::vector<Entry>& entries) {
                     for (const auto& act : acts_of<reports::submissions::Subject>(entries))
                         if (const auto* version = act.as<reports::submissions::Prepare>())
                             for (const auto& digest : {version->report, version->file})
                                 if (!digest.empty()) all.emplace(digest, entries.front().subject);
                 });
    return all;
}

void rebuild_projections(Connection& connection, const LogKey& log) {
    rebuild_projections(connection, log, carried_rules());
}

void rebuild_projections(Connection& connection, const LogKey& log, const ProjectionRules& rules) {
    for (const Projection& projection : projections())
        for (const Table* table : projection.tables)
            connection.run(
                "DELETE FROM " + std::string(table->name) + " WHERE region = $1 AND organ = $2",
                {log.region, log.organ});
    const MemoryRows rows = replay(connection, log, rules);
    DatabaseRows out(connection, rules);
    for (const Projection& projection : projections())
        for (const Table* table : projection.tables)
            if (const auto it = rows.tables().find(table->name); it != rows.tables().end())
                for (const auto& [key, values] : it->second)
                    out.put(*table, log, key, values);
    connection.run(
        "INSERT INTO log_rebuilt (region, organ, times) VALUES ($1, $2, 1) ON CONFLICT (region, "
        "organ) DO UPDATE SET times = log_rebuilt.times + 1",
        {log.region, log.organ});
}

Result<Proof> prove(Connection& connection, const LogKey& log, std::int64_t sequence) {
    Proof proof;
    std::vector<Sm3> leaves;
    bool found = false;
    each_entry(connection, log, [&](const Entry& entry, std::string_view) {
        leaves.push_back(leaf(entry));
        if (entry.sequence != sequence) return;
        proof.entry = entry;
        found = true;
    });
    if (!found || sequence >= std::int64_t(leaves.size()))
        return Error{ErrorKind::NotFound, "journal.no-entry",
                     "没有第 " + std::to_string(sequence) + " 条记录。"};
    journal::Frontier tree;
    for (const Sm3& it : leaves)
        tree.add(it);
    proof.path = journal::inclusion_path(leaves, sequence);
    proof.head = {tree.size(), tree.root()};
    return proof;
}

}  // namespace gongkai::store
