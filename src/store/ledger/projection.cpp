#include "store/ledger/projection.h"

#include <algorithm>
#include <iterator>

#include "records/listing.h"
#include "store/ledger/entries.h"

namespace gongkai::store {

namespace {

using journal::Entry;
using journal::LogKey;

std::vector<Value> whole_key(const LogKey& log, std::vector<Value> key) {
    key.insert(key.begin(), {log.region, log.organ});
    return key;
}

std::string upsert_into(const Table& table) {
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

std::string removal_from(const Table& table) {
    std::string where = "region = $1 AND organ = $2";
    int number = 2;
    for (const std::string_view name : table.key)
        ((where += " AND ") += name) += " = $" + std::to_string(++number);
    return "DELETE FROM " + std::string(table.name) + " WHERE " + where;
}

}  // namespace

Table::Table(std::string_view its_name, const std::vector<std::string_view>& its_key,
             std::vector<std::string_view> its_values)
    : name(its_name),
      key(its_key),
      values(std::move(its_values)),
      upsert(upsert_into(*this)),
      removal(removal_from(*this)) {}

std::span<const Projection> projections() {
    static const Projection all[] = {request_projection,
                                     body_projection,
                                     account_projection,
                                     document_projection,
                                     public_document_projection,
                                     register_projection,
                                     submission_projection,
                                     message_projection,
                                     proposal_projection,
                                     retention_projection,
                                     unit_projection,
                                     assignment_projection};
    return all;
}

std::string day_column(const std::optional<Date>& day) { return day ? iso(*day) : std::string(); }

std::string sorted_day_column(const std::optional<Date>& day) {
    return day ? iso(*day) : std::string(records::no_day);
}

std::string first_day_of(int year) { return std::to_string(year) + "-01-01"; }

std::string last_day_of(int year) { return std::to_string(year) + "-12-31"; }

std::optional<Date> day_in(const Value& column) {
    const std::string& day = text(column);
    if (day.empty() || day == records::no_day) return {};
    const auto read = parse_date(day);
    if (!read) throw StoreError("列表里的日期不完整，请运行 gongkai journal verify");
    return read;
}

std::string seal_column(const journal::Sealed& seal) {
    return seal.empty() ? std::string() : seal.id + " " + seal.digest;
}

journal::Sealed seal_in(const Value& column) {
    const std::string& both = text(column);
    const auto space = both.find(' ');
    if (space == both.npos) return {};
    return {both.substr(0, space), both.substr(space + 1)};
}

void project(const Entry& entry, Rows& rows) {
    for (const Projection& it : projections())
        if (entry.kind.starts_with(it.prefix)) it.apply(entry, rows);
}

void DatabaseRows::put(const Table& table, const LogKey& log, std::vector<Value> key,
                       std::vector<Value> values) {
    auto all = whole_key(log, std::move(key));
    all.insert(all.end(), std::move_iterator(values.begin()), std::move_iterator(values.end()));
    connection_.run(table.upsert, all);
}

void DatabaseRows::remove(const Table& table, const LogKey& log, const std::vector<Value>& key) {
    connection_.run(table.removal, whole_key(log, key));
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
