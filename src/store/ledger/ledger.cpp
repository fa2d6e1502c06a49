#include "store/ledger/ledger.h"

#include <algorithm>
#include <map>

#include "store/ledger/entries.h"
#include "store/ledger/log_head.h"
#include "store/ledger/names.h"
#include "store/ledger/projected_by.h"
#include "store/ledger/projection.h"

namespace gongkai::store {

namespace {

using journal::Draft;
using journal::Entry;
using journal::Frontier;
using journal::LogKey;
using journal::Sealed;
using journal::Signature;
using journal::TreeHead;

// What a view of this store has beside what the domain sees of it.
class Connected {
public:
    virtual ~Connected() = default;
    virtual Connection& connection() const = 0;
    virtual const VaultKey& key() const = 0;
};

std::optional<std::string> open_datum(Connection& connection, const VaultKey& key,
                                      const LogKey& log, const Sealed& datum) {
    if (datum.empty()) return std::nullopt;
    const auto rows =
        connection.run("SELECT box FROM sealed_datum WHERE region = $1 AND organ = $2 AND id = $3",
                       {log.region, log.organ, datum.id});
    if (rows.empty()) return std::nullopt;
    return open(key, log, datum, blob(rows[0][0]));
}

TreeHead head_of(Connection& connection, const LogKey& log) {
    const auto rows =
        connection.run("SELECT size, root FROM journal_head WHERE region = $1 AND organ = $2",
                       {log.region, log.organ});
    if (rows.empty()) return {0, Frontier().root()};
    const auto root = sm3_of_bytes(bytes_of(blob(rows[0][1])));
    if (!root) throw StoreError("记录的树根不完整");
    return {whole(rows[0][0]), *root};
}

class LookingView : public journal::View, public Connected {
public:
    LookingView(Connection& connection, const VaultKey& key) : connection_(connection), key_(key) {}

    std::optional<std::string> open(const LogKey& log, const Sealed& datum) const override {
        return open_datum(connection_, key_, log, datum);
    }
    std::vector<Entry> entries(const LogKey& log, const std::string& subject) const override {
        return entries_of(connection_, log, subject);
    }
    TreeHead head(const LogKey& log) const override { return head_of(connection_, log); }
    Connection& connection() const override { return connection_; }
    const VaultKey& key() const override { return key_; }

private:
    Connection& connection_;
    const VaultKey& key_;
};

class SqlChange : public journal::Change, public Connected {
public:
    SqlChange(Connection& connection, const VaultKey& key, const ProjectionRules& rules,
              const Signature& by, const LogKey& log)
        : connection_(connection),
          key_(key),
          rules_(rules),
          by_(by),
          log_(log),
          head_(take_head(connection, log)) {}

    const LogKey& log() const override { return log_; }
    Connection& connection() const override { return connection_; }
    const VaultKey& key() const override { return key_; }

    std::optional<std::string> open(const LogKey& log, const Sealed& datum) const override {
        return open_datum(connection_, key_, log, datum);
    }
    std::vector<Entry> entries(const LogKey& log, const std::string& subject) const override {
        if (log != log_) return entries_of(connection_, log, subject);
        const auto [known, is_new] = known_.try_emplace(subject);
        if (is_new) known->second = entries_of(connection_, log, subject);
        return known->second;
    }
    // When the log's last entry was made.
    std::int64_t last_at() const { return head_.recorded_at; }
    TreeHead head(const LogKey& log) const override {
        if (log == log_) return {head_.tree.size(), root()};
        return head_of(connection_, log);
    }

    Entry append(const Draft& draft) override {
        // A clock that was set back does not bring disorder into the log.
        head_.recorded_at = std::max(head_.recorded_at, by_.at);
        Entry entry{log_,          head_.tree.size(), head_.recorded_at,       by_.actor,
                    draft.subject, draft.kind,        canonical(draft.payload)};
        const Sm3 digest = leaf(entry);
        insert(connection_, entry, digest);
        head_.tree.add(digest);
        root_.reset();
        if (const auto known = known_.find(entry.subject); known != known_.end())
            known->second.push_back(entry);
        ChangedRows rows(*this);
        project(entry, rows);
        note_name(connection_, key_, entry);
        return entry;
    }

    Sealed seal(const std::string& datum) override {
        Box box = store::seal(key_, log_, head_.tree.size(), datum);
        connection_.run("INSERT INTO sealed_datum (region, organ, id, box) VALUES ($1, $2, $3, $4)",
                        {log_.region, log_.organ, box.sealed.id, std::move(box.bytes)});
        return box.sealed;
    }

    void erase(const std::string& subject, const Sealed& datum) override {
        erase({subject, "datum.erase", journal::Record{}.set("datum", journal::record(datum))},
              {datum});
    }

    void erase(const Draft& why, const std::vector<Sealed>& data) override {
        for (const Sealed& datum : data) {
            connection_.run("DELETE FROM sealed_datum WHERE region = $1 AND organ = $2 AND id = $3",
                            {log_.region, log_.organ, datum.id});
            forget_name(connection_, log_, datum.id);
        }
        append(why);
    }

    void finish() { keep_head(connection_, log_, head_, root()); }

private:
    Connection& connection_;
    const VaultKey& key_;
    const ProjectionRules& rules_;
    const Signature& by_;
    LogKey log_;
    KeptHead head_;
    mutable std::optional<Sm3> root_;  // of the tree, where it has been asked for
    mutable std::map<std::string, std::vector<Entry>> known_;  // by subject, what has been read

    // A projection reads again what the work has read to decide.
    class ChangedRows : public DatabaseRows {
    public:
        explicit ChangedRows(SqlChange& change)
            : DatabaseRows(change.connection_, change.rules_), change_(change) {}
        std::vector<Entry> entries(const LogKey& log, const std::string& subject) override {
            return change_.entries(log, subject);
        }

    private:
        SqlChange& change_;
    };

    const Sm3& root() const {
        if (!root_) root_ = head_.tree.root();
        return *root_;
    }
};

}  // namespace

void Ledger::look(const std::function<void(const journal::View&)>& work) const {
    database_.read([&](Connection& connection) { work(LookingView(connection, key_)); });
}

Status Ledger::change(const Signature& by, const LogKey& log,
                      const std::function<Status(journal::Change&)>& work) {
    return transact(database_, [&](Connection& connection) -> Status {
        SqlChange change(connection, key_, rules_, by, log);
        if (gate_) GK_CHECK(gate_->may_write(by.at, change.last_at()));
        GK_CHECK(work(change));
        change.finish();
        return Done{};
    });
}

Ledger::Ledger(Database& database, const VaultKey& key) : Ledger(database, key, carried_rules()) {}

std::string name_digest_of(const journal::View& view, const LogKey& log, std::string_view name) {
    return name_digest(dynamic_cast<const Connected&>(view).key(), log, name);
}

Connection& connection_of(const journal::View& view) {
    return dynamic_cast<const Connected&>(view).connection();
}

}  // namespace gongkai::store
