#include "store/ledger/entries.h"

namespace gongkai::store {

using journal::Entry;
using journal::LogKey;

std::string bytes_of(const Blob& blob) {
    return {reinterpret_cast<const char*>(blob.data()), blob.size()};
}

Blob blob_of(std::string_view bytes) {
    const auto* from = reinterpret_cast<const std::byte*>(bytes.data());
    return {from, from + bytes.size()};
}

Entry entry_of(const LogKey& log, Row& row) {
    const auto moved = [&](std::size_t at) { return std::move(std::get<std::string>(row[at])); };
    return {log,      whole(row[0]), whole(row[1]),         moved(2),
            moved(3), moved(4),      bytes_of(blob(row[5]))};
}

std::vector<Entry> entries_of(Connection& connection, const LogKey& log,
                              const std::string& subject) {
    std::vector<Entry> entries;
    for (Row& row :
         connection.run("SELECT sequence, recorded_at, actor, subject, kind, payload, leaf "
                        "FROM journal_entry WHERE region = $1 AND organ = $2 AND subject = $3 "
                        "ORDER BY sequence",
                        {log.region, log.organ, subject}))
        entries.push_back(entry_of(log, row));
    return entries;
}

void insert(Connection& connection, const Entry& entry, const Sm3& leaf) {
    connection.run(
        "INSERT INTO journal_entry (region, organ, sequence, recorded_at, actor, subject, kind, "
        "payload, leaf) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        {entry.log.region, entry.log.organ, entry.sequence, entry.recorded_at, entry.actor,
         entry.subject, entry.kind, blob_of(entry.payload), blob_of(bytes(leaf))});
}

void each_entry(Connection& connection, const LogKey& log,
                const std::function<void(const Entry&, std::string_view)>& take) {
    connection.each(
        "SELECT sequence, recorded_at, actor, subject, kind, payload, leaf "
        "FROM journal_entry WHERE region = $1 AND organ = $2 ORDER BY sequence",
        {log.region, log.organ},
        [&](Row& row) { take(entry_of(log, row), bytes_of(blob(row[6]))); });
}

void each_subject(Connection& connection, const LogKey& log, const Subjects& subjects,
                  const std::vector<Value>& arguments,
                  const std::function<void(const std::vector<Entry>&)>& take) {
    std::vector<Entry> one;
    // CROSS JOIN is a join like any other, but SQLite keeps its order: first the subjects, then the
    // entries of each, and never the whole log.
    connection.each(
        "SELECT e.sequence, e.recorded_at, e.actor, e.subject, e.kind, e.payload FROM " +
            subjects.from +
            " CROSS JOIN journal_entry e WHERE e.region = s.region AND e.organ = s.organ "
            "AND e.subject = s.subject AND s.region = $1 AND s.organ = $2" +
            subjects.condition + " ORDER BY " + subjects.order + "s.subject, e.sequence",
        arguments, [&](Row& row) {
            Entry entry = entry_of(log, row);
            if (!one.empty() && one.back().subject != entry.subject) {
                take(one);
                one.clear();
            }
            one.push_back(std::move(entry));
        });
    if (!one.empty()) take(one);
}

}  // namespace gongkai::store
