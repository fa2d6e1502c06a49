#include "store/ledger/projection.h"

#include <algorithm>
#include <string>

#include "store/ledger/entries.h"

namespace gongkai::store {

namespace {

using journal::Entry;
using journal::LogKey;

std::vector<Value> whole_key(const LogKey& log, const std::vector<Value>& key) {
    std::vector<Value> all{log.region, log.organ};
    all.insert(all.end(), key.begin(), key.end());
    return all;
}

std::string upsert(const Table& table) {
    std::string columns = "region, organ", parameters = "$1, $2", keys = "region, organ", changes;
    int number = 2;
    for (const std::string_view name : table.key) {
        (columns += ", ") += name;
        (keys += ", ") += name;
        parameters += ", $" + std::to_string(++number);
    }
    for (const std::string_view name : table.values) {
        (columns += ", ") += name;
        parameters += ", $" + std::to_string(++number);
        ((((changes += changes.empty() ? "" : ", ") += name) += " = excluded.")) += name;
    }
    const std::string clash = changes.empty() ? "DO NOTHING" : "DO UPDATE SET " + changes;
    return "INSERT INTO " + std::string(table.name) + " (" + columns + ") VALUES (" + parameters +
           ") ON CONFLICT (" + keys + ") " + clash;
}

}  // namespace

std::span<const Projection> projections() {
    static const Projection all[] = {request_projection,  body_projection,
                                     account_projection,  document_projection,
                                     register_projection, submission_projection};
    return all;
}

void project(const Entry& entry, Rows& rows) {
    for (const Projection& it : projections())
        if (entry.kind.starts_with(it.prefix)) it.apply(entry, rows);
}

void DatabaseRows::put(const Table& table, const LogKey& log, std::vector<Value> key,
                       std::vector<Value> values) {
    auto all = whole_key(log, key);
    all.insert(all.end(), values.begin(), values.end());
    connection_.run(upsert(table), all);
}

void DatabaseRows::remove(const Table& table, const LogKey& log, const std::vector<Value>& key) {
    std::string where = "region = $1 AND organ = $2";
    int number = 2;
    for (const std::string_view name : table.key)
        ((where += " AND ") += name) += " = $" + std::to_string(++number);
    connection_.run("DELETE FROM " + std::string(table.name) + " WHERE " + where,
                    whole_key(log, key));
}

std::vector<Entry> DatabaseRows::entries(const LogKey& log, const std::string& subject) {
    return entries_of(connection_, log, subject);
}

void MemoryRows::put(const Table& table, const LogKey&, std::vector<Value> key,
                     std::vector<Value> values) {
    tables_[table.name][std::move(key)] = std::move(values);
}

void MemoryRows::remove(const Table& table, const LogKey&, const std::vector<Value>& key) {
    tables_[table.name].erase(key);
}

std::vector<Entry> MemoryRows::entries(const LogKey&, const std::string& subject) {
    return by_subject_[subject];
}

}  // namespace gongkai::store
