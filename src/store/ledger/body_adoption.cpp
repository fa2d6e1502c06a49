#include <functional>
#include <limits>

#include "base/damaged.h"
#include "journal/log_name.h"
#include "store/ledger/body_archive_file.h"
#include "store/ledger/entries.h"
#include "store/ledger/log_head.h"
#include "store/ledger/names.h"
#include "store/ledger/projection.h"
#include "store/ledger/verify.h"

namespace gongkai::store {

namespace {

using journal::Entry;
using journal::Frontier;
using journal::LogFault;
using journal::LogKey;
using journal::Record;

constexpr std::string_view adopted = "log.adopt";

Error wrong_passphrase() {
    return archive_refused("archive.passphrase",
                           "口令不对，加密的内容打不开，没有导入。请核对口令；"
                           "不要加密内容的，请加 --without-sealed。");
}

// The entries of a log to be, one after the other, as the ledger writes them.
class Adoption {
public:
    Adoption(Connection& connection, const VaultKey& key, const ProjectionRules& rules,
             const LogKey& log)
        : connection_(connection), key_(key), rows_(connection, rules), log_(log) {}

    void take(Entry entry) {
        entry.log = log_;
        entry.sequence = head_.tree.size();
        head_.recorded_at = entry.recorded_at = std::max(entry.recorded_at, head_.recorded_at);
        const Sm3 digest = leaf(entry);
        insert(connection_, entry, digest);
        head_.tree.add(digest);
        project(entry, rows_);
        note_name(connection_, key_, entry);
    }

    void finish() { keep_head(connection_, log_, head_, head_.tree.root()); }

private:
    Connection& connection_;
    const VaultKey& key_;
    DatabaseRows rows_;
    LogKey log_;
    KeptHead head_;
};

// The log has to be empty, and stays so until this is over.
Status begin(Connection& connection, const LogKey& into) {
    if (take_head(connection, into).tree.size() == 0) return Done{};
    return archive_refused("archive.not-empty",
                           "接收的机关已经有自己的工作记录，不能再导入另一机关的。"
                           "请新建一个机关来接收。");
}

// All that is sealed in the archive, as it opens; nothing more after the first that does not.
Status each_opened(ArchiveFile& file, std::string_view passphrase,
                   const std::function<void(const std::string&, const std::string&)>& take) {
    const BoxKey theirs = key_of_passphrase(passphrase, file.noted("salt"));
    bool opens = true;
    file.each_sealed([&](const std::string& id, const std::string& box) {
        const auto plain = opens ? opened_box(theirs, archive_place(id), box) : std::nullopt;
        opens = plain.has_value();
        if (opens) take(id, *plain);
    });
    if (!opens) return wrong_passphrase();
    return Done{};
}

Status take_sealed(Connection& connection, ArchiveFile& file, std::string_view passphrase,
                   const VaultKey& key, const LogKey& into) {
    return each_opened(file, passphrase, [&](const std::string& id, const std::string& plain) {
        connection.run("INSERT INTO sealed_datum (region, organ, id, box) VALUES ($1, $2, $3, $4)",
                       {into.region, into.organ, id, boxed(key, into, id, plain)});
    });
}

// Bodies and accounts are entries of a region's own log: in a body's they would be somebody's
// attempt to make an account for himself.
bool is_of_a_body(const Entry& entry) {
    return !entry.kind.starts_with("organ.") && !entry.kind.starts_with("account.");
}

std::string subject_of_adoption(const BodyArchive& it) {
    return "log/" + journal::log_name(it.log);
}

// What stands in the journal says of which installation's log it is.
bool is_of(const Entry& adoption, const BodyArchive& it) {
    const auto told = journal::parse_canonical(adoption.payload);
    return adoption.kind == adopted && told.ok() &&
           told.value().text_of("installation") == it.installation;
}

Entry closing(const BodyArchive& it, const journal::Signature& by) {
    const Record payload = Record{}
                               .set("from_organ", it.log.organ)
                               .set("from_region", it.log.region)
                               .set("installation", it.installation)
                               .set("root", hex(bytes(it.head.root)))
                               .set("size", it.head.size);
    return {
        {}, 0, by.at, by.actor, subject_of_adoption(it), std::string(adopted), canonical(payload)};
}

std::string first_fault(Connection& connection, const VaultKey& key, const LogKey& log) {
    for (const auto& faults : {verify_log(connection, log).faults, verify_adoption(connection, log),
                               verify_sealed(connection, key, log)})
        if (!faults.empty()) return faults.front().what;
    return {};
}

Status adopt(Connection& connection, ArchiveFile& file, const BodyArchive& it,
             std::string_view passphrase, const VaultKey& key, const ProjectionRules& rules,
             const journal::Signature& by, const LogKey& into) {
    GK_CHECK(begin(connection, into));
    if (const auto known = adopted_before(connection, it))
        return archive_refused(
            "archive.adopted",
            "这份档案的记录已经由机关 " + journal::log_name(*known) + " 接收过，没有再导入。");
    // First, since names are noted from what they hold.
    if (!passphrase.empty() && it.sealed > 0)
        GK_CHECK(take_sealed(connection, file, passphrase, key, into));
    Adoption adoption(connection, key, rules, into);
    bool fits = true;
    file.each_entry(it.log, [&](const Entry& entry) {
        Entry mine = entry;
        mine.actor = actor_of_elsewhere(it.log.region, entry.actor);
        fits = fits && is_of_a_body(entry);
        if (fits) adoption.take(std::move(mine));
    });
    if (!fits) return archive_damaged("里面有不属于一个机关的记录");
    adoption.take(closing(it, by));
    adoption.finish();
    if (const auto fault = first_fault(connection, key, into); !fault.empty())
        return archive_damaged(fault);
    return Done{};
}

}  // namespace

Result<BodyArchive> import_body(Database& database, KeptContents& contents, const VaultKey& key,
                                const ProjectionRules& rules, const std::filesystem::path& path,
                                std::string_view passphrase, const journal::Signature& by,
                                const LogKey& into) {
    GK_TRY(it, archive_in(path));
    auto file = ArchiveFile::opened(path);
    Status done = Done{};
    // Under their digests they harm nobody, should the rest not come to be.
    file.each_content([&](const std::string&, const std::string& bytes) {
        if (!done.ok()) return;
        if (auto put = contents.put(into.region, bytes); !put.ok()) done = put.error();
    });
    GK_CHECK(done);
    try {
        GK_CHECK(transact(database, [&](Connection& connection) {
            return adopt(connection, file, it, passphrase, key, rules, by, into);
        }));
    } catch (const Damaged& fault) {
        return archive_damaged(fault.what());
    }
    return it;
}

std::optional<LogKey> adopted_before(Connection& connection, const BodyArchive& archive) {
    for (const LogKey& log : logs(connection))
        for (const Entry& entry : entries_of(connection, log, subject_of_adoption(archive)))
            if (is_of(entry, archive)) return log;
    return {};
}

Status try_import(Database& database, const VaultKey& key, const ProjectionRules& rules,
                  const std::filesystem::path& path, std::string_view passphrase,
                  std::int64_t region) {
    GK_TRY(it, archive_in(path));
    auto file = ArchiveFile::opened(path);
    // A log that no body has, so that all of it is undone by undoing the transaction.
    const LogKey nobody{region, std::numeric_limits<std::int64_t>::max()};
    Status would = Done{};
    try {
        database.transaction_ending([&](Connection& connection) {
            would = adopt(connection, file, it, passphrase, key, rules, {"system", 0}, nobody);
            return Ending::RollBack;
        });
    } catch (const Damaged& fault) {
        return archive_damaged(fault.what());
    }
    return would;
}

Status check_passphrase(const std::filesystem::path& path, std::string_view passphrase) {
    if (passphrase.empty()) return Done{};
    auto file = ArchiveFile::opened(path);
    return each_opened(file, passphrase, [](const std::string&, const std::string&) {});
}

namespace {

LogKey told_log(const Record& adoption) {
    return {adoption.whole("from_region").value_or(0), adoption.whole("from_organ").value_or(0)};
}

// Whether the entries before one adoption are those of the log that it names; `told` has all.
std::optional<LogFault> fault_of_adoption(Connection& connection, const LogKey& log,
                                          const std::vector<Record>& told, std::size_t which) {
    const LogKey from = told_log(told[which]);
    const auto size = told[which].whole("size").value_or(0);
    Frontier tree;
    each_entry(connection, log, [&](const Entry& entry, std::string_view) {
        if (tree.size() >= size) return;
        Entry theirs = entry;
        theirs.log = from;
        for (std::size_t later = told.size(); later-- > which;)
            theirs.actor = actor_at_home(told_log(told[later]).region, theirs.actor);
        tree.add(leaf(theirs));
    });
    if (tree.size() == size && hex(bytes(tree.root())) == told[which].text_of("root")) return {};
    return LogFault{size, "从 " + journal::log_name(from) + " 接收的记录与那里的树根不符"};
}

}  // namespace

std::vector<LogFault> verify_adoption(Connection& connection, const LogKey& log) {
    std::vector<LogFault> faults;
    std::vector<Record> told;
    connection.each(
        "SELECT payload FROM journal_entry WHERE region = $1 AND organ = $2 "
        "AND kind = $3 ORDER BY sequence",
        {log.region, log.organ, std::string(adopted)}, [&](Row& row) {
            auto payload = journal::parse_canonical(bytes_of(blob(row[0])));
            if (payload.ok()) told.push_back(std::move(payload.value()));
        });
    // A body may have moved more than once: the entries of its first log have come through all that
    // it had since, and each has put its region before their accounts. Last in, first out.
    for (std::size_t last = told.size(); last-- > 0;)
        if (const auto fault = fault_of_adoption(connection, log, told, last))
            faults.push_back(*fault);
    return faults;
}

}  // namespace gongkai::store
