#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "journal/entry.h"
#include "journal/ledger.h"
#include "store/database.h"
#include "store/ledger/projection_rules.h"

// Projections: the rows that lists are read from. Each is a function of the journal and of the
// rules by which days are counted, written in the transaction of the entry, and can be made anew
// from the journal at any time: where the rules change it is, see projected_by.h.
namespace gongkai::store {

// A table of projected rows. Its key begins with region and organ; names are the same on both
// engines.
struct Table {
    // `its_key` behind region and organ.
    Table(std::string_view its_name, const std::vector<std::string_view>& its_key,
          std::vector<std::string_view> its_values);

    std::string_view name;
    std::vector<std::string_view> key;
    std::vector<std::string_view> values;
    std::string upsert, removal;  // the statements, with key and values as parameters
};

// Where projected rows go: into the database, or into memory where a replay is compared with it.
class Rows {
public:
    explicit Rows(const ProjectionRules& rules) : rules_(rules) {}
    virtual ~Rows() = default;

    const ProjectionRules& rules() const { return rules_; }

    // The row with this key from now on. `key` and `values` as the table has them.
    virtual void put(const Table& table, const journal::LogKey& log, std::vector<Value> key,
                     std::vector<Value> values) = 0;
    virtual void remove(const Table& table, const journal::LogKey& log,
                        const std::vector<Value>& key) = 0;
    // All entries of a subject up to and including the one that is projected, oldest first.
    virtual std::vector<journal::Entry> entries(const journal::LogKey& log,
                                                const std::string& subject) = 0;

private:
    ProjectionRules rules_;
};

// One kind of subject: the beginning of its entries' kinds, its tables, and what an entry does.
struct Projection {
    std::string_view prefix;  // "request."
    std::vector<const Table*> tables;
    void (*apply)(const journal::Entry& entry, Rows& rows);
};

// A day as a column has it: empty where there is none, or behind all days where it is sorted by.
std::string day_column(const std::optional<Date>& day);
std::string sorted_day_column(const std::optional<Date>& day);
// The first and the last day of a year, as columns hold days.
std::string first_day_of(int year);
std::string last_day_of(int year);
// A day in a column back.
std::optional<Date> day_in(const Value& column);
// A seal in a column, "id digest", and back; empty where nothing is sealed.
std::string seal_column(const journal::Sealed& seal);
journal::Sealed seal_in(const Value& column);
// The value that a column names by its word. Throws StoreError, which names the list, for any
// other.
template <HasWords Enum>
Enum word_in(const Value& column, std::string_view list) {
    if (const auto word = named<Enum>(text(column))) return *word;
    throw StoreError(std::string(list) + "的列表不完整，请运行 gongkai journal rebuild");
}

// All of them. Entries of a kind without a projection have no rows.
std::span<const Projection> projections();
void project(const journal::Entry& entry, Rows& rows);

// Each file of this folder named after its subject gives one.
extern const Projection request_projection;
extern const Projection body_projection;
extern const Projection account_projection;
extern const Projection unit_projection;
extern const Projection assignment_projection;
extern const Projection document_projection;
extern const Projection public_document_projection;
extern const Projection register_projection;
extern const Projection submission_projection;
extern const Projection message_projection;
extern const Projection proposal_projection;
extern const Projection retention_projection;

// Writes into the database.
class DatabaseRows : public Rows {
public:
    DatabaseRows(Connection& connection, const ProjectionRules& rules)
        : Rows(rules), connection_(connection) {}

    void put(const Table& table, const journal::LogKey& log, std::vector<Value> key,
             std::vector<Value> values) override;
    void remove(const Table& table, const journal::LogKey& log,
                const std::vector<Value>& key) override;
    std::vector<journal::Entry> entries(const journal::LogKey& log,
                                        const std::string& subject) override;

private:
    Connection& connection_;
};

// Keeps the rows of one log in memory.
class MemoryRows : public Rows {
public:
    using Kept = std::map<std::vector<Value>, std::vector<Value>>;

    explicit MemoryRows(const ProjectionRules& rules) : Rows(rules) {}

    void take(const journal::Entry& entry) { by_subject_[entry.subject].push_back(entry); }
    const std::map<std::string_view, Kept>& tables() const { return tables_; }

    void put(const Table& table, const journal::LogKey& log, std::vector<Value> key,
             std::vector<Value> values) override;
    void remove(const Table& table, const journal::LogKey& log,
                const std::vector<Value>& key) override;
    std::vector<journal::Entry> entries(const journal::LogKey& log,
                                        const std::string& subject) override;

private:
    std::map<std::string_view, Kept> tables_;
    std::map<std::string, std::vector<journal::Entry>> by_subject_;
};

}  // namespace gongkai::store
