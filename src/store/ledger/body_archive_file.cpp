#include "store/ledger/body_archive_file.h"

#include <set>

#include "base/digest.h"
#include "base/regular_file.h"
#include "base/whole_number.h"
#include "store/ledger/entries.h"

namespace gongkai::store {

namespace {

using journal::Entry;
using journal::Frontier;
using journal::LogKey;

constexpr std::string_view form = "gongkai-body-1";
constexpr std::size_t part_bytes = std::size_t{1} << 20;

constexpr std::string_view tables = R"(
CREATE TABLE about (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
CREATE TABLE entry (sequence INTEGER PRIMARY KEY, recorded_at INTEGER NOT NULL,
    actor TEXT NOT NULL, subject TEXT NOT NULL, kind TEXT NOT NULL, payload BLOB NOT NULL) STRICT;
CREATE TABLE content (digest TEXT NOT NULL, part INTEGER NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY (digest, part)) STRICT;
CREATE TABLE sealed (id TEXT PRIMARY KEY, box BLOB NOT NULL) STRICT;
)";

// What stands before an account's number where the account is of another region.
std::string foreign(std::int64_t region) { return "account/" + std::to_string(region) + "/"; }
constexpr std::string_view own = "account/";

std::int64_t number(const std::string& text) { return whole_number(text).value_or(-1); }

Result<BodyArchive> about(ArchiveFile& file) {
    if (!file.is_plain()) return archive_damaged("里面有不是表的东西");
    if (file.noted("form") != form)
        return archive_damaged("它不是本程序导出的机关档案，或者版本不同");
    BodyArchive it;
    it.log = {number(file.noted("region")), number(file.noted("organ"))};
    it.installation = file.noted("installation");
    it.body = file.noted("body");
    const auto root = sm3_of_bytes(file.noted("root"));
    it.head.size = number(file.noted("size"));
    if (it.log.region < 0 || it.log.organ <= 0 || it.head.size <= 0 || !root)
        return archive_damaged("开头的说明不完整");
    it.head.root = *root;
    it.contents = number(file.noted("contents"));
    it.sealed = number(file.noted("sealed"));
    return it;
}

// All digests that a value holds, wherever in it: an entry names its texts and files by them.
void collect(const journal::Value& value, std::set<std::string>& digests) {
    if (const auto* text = std::get_if<std::string>(&value.held)) {
        if (is_digest(*text)) digests.insert(*text);
    } else if (const auto* list = std::get_if<journal::List>(&value.held)) {
        for (const journal::Value& each : *list)
            collect(each, digests);
    } else if (const auto* record = std::get_if<journal::Record>(&value.held)) {
        for (const journal::Field& field : record->fields())
            collect(field.value, digests);
    }
}

void collect(const Entry& entry, std::set<std::string>& digests) {
    const auto payload = journal::parse_canonical(entry.payload);
    if (!payload.ok()) return;
    for (const journal::Field& field : payload.value().fields())
        collect(field.value, digests);
}

// Whether what is in the file is what it says of itself.
Status check(ArchiveFile& file, const BodyArchive& it) {
    Frontier tree;
    std::set<std::string> named;
    file.each_entry(it.log, [&](const Entry& entry) {
        tree.add(leaf(entry));
        collect(entry, named);
    });
    if (tree.size() != it.head.size || tree.root() != it.head.root)
        return archive_damaged("工作记录与树根不符，有删改或者不完整");
    std::string bad, unnamed;
    std::int64_t contents = 0;
    file.each_content([&](const std::string& digest, const std::string& bytes) {
        ++contents;
        if (sha256(bytes) != digest) bad = digest;
        if (!named.contains(digest)) unnamed = digest;
    });
    if (!bad.empty()) return archive_damaged("文件 " + bad + " 的内容与名称不符");
    if (!unnamed.empty())
        return archive_damaged("里面的文件 " + unnamed + " 没有一条工作记录提到，不是这个机关的");
    if (it.sealed > 0 && file.noted("salt").size() != salt_bytes)
        return archive_damaged("加密内容的说明不完整");
    if (contents != it.contents || file.count("sealed") != it.sealed)
        return archive_damaged("正文、附件或者加密内容的个数不对");
    return Done{};
}

}  // namespace

ArchiveFile ArchiveFile::made(const std::filesystem::path& file) {
    auto it = std::make_unique<SqliteConnection>(file, SqliteConnection::Access::Write);
    // One file, which whoever receives it can read where he cannot write.
    it->script("PRAGMA journal_mode=DELETE;");
    it->script(std::string(tables));
    it->control("BEGIN");
    ArchiveFile made(std::move(it));
    made.note("form", form);
    return made;
}

ArchiveFile ArchiveFile::opened(const std::filesystem::path& file) {
    return ArchiveFile(std::make_unique<SqliteConnection>(file, SqliteConnection::Access::Read));
}

bool ArchiveFile::is_plain() {
    return whole(it_->run("SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index')",
                          {})
                     .at(0)[0]) == 0;
}

void ArchiveFile::note(std::string_view name, std::string_view value) {
    it_->run("INSERT INTO about (name, value) VALUES ($1, $2)",
             {std::string(name), blob_of(value)});
}

std::string ArchiveFile::noted(std::string_view name) {
    const auto rows = it_->run("SELECT value FROM about WHERE name = $1", {std::string(name)});
    return rows.empty() ? std::string() : bytes_of(blob(rows[0][0]));
}

void ArchiveFile::add(const Entry& entry) {
    it_->run(
        "INSERT INTO entry (sequence, recorded_at, actor, subject, kind, payload) "
        "VALUES ($1, $2, $3, $4, $5, $6)",
        {entry.sequence, entry.recorded_at, entry.actor, entry.subject, entry.kind,
         blob_of(entry.payload)});
}

void ArchiveFile::add_content(const std::string& digest, std::string_view bytes) {
    for (std::size_t at = 0; at == 0 || at < bytes.size(); at += part_bytes)
        it_->run("INSERT INTO content (digest, part, bytes) VALUES ($1, $2, $3)",
                 {digest, std::int64_t(at / part_bytes), blob_of(bytes.substr(at, part_bytes))});
}

void ArchiveFile::add_sealed(const std::string& id, std::string_view box) {
    it_->run("INSERT INTO sealed (id, box) VALUES ($1, $2)", {id, blob_of(box)});
}

void ArchiveFile::finish() { it_->control("COMMIT"); }

void ArchiveFile::each_entry(const LogKey& log, const std::function<void(const Entry&)>& take) {
    it_->each(
        "SELECT sequence, recorded_at, actor, subject, kind, payload FROM entry "
        "ORDER BY sequence",
        {}, [&](Row& row) {
            take({log, whole(row[0]), whole(row[1]), text(row[2]), text(row[3]), text(row[4]),
                  bytes_of(blob(row[5]))});
        });
}

void ArchiveFile::each_content(const std::function<void(const std::string&, std::string)>& take) {
    std::string digest, bytes;
    it_->each("SELECT digest, bytes FROM content ORDER BY digest, part", {}, [&](Row& row) {
        if (!digest.empty() && text(row[0]) != digest) take(digest, std::exchange(bytes, {}));
        digest = text(row[0]);
        bytes += bytes_of(blob(row[1]));
    });
    if (!digest.empty()) take(digest, std::move(bytes));
}

void ArchiveFile::each_sealed(
    const std::function<void(const std::string&, const std::string&)>& take) {
    it_->each("SELECT id, box FROM sealed ORDER BY id", {},
              [&](Row& row) { take(text(row[0]), bytes_of(blob(row[1]))); });
}

std::int64_t ArchiveFile::count(std::string_view table) {
    return whole(it_->run("SELECT count(*) FROM " + std::string(table), {}).at(0)[0]);
}

Error archive_refused(std::string_view code, std::string message) {
    return {ErrorKind::Invalid, std::string(code), std::move(message)};
}

Error archive_damaged(const std::string& what) {
    return archive_refused("archive.damaged",
                           "这份机关档案不能导入：" + what + "。请向导出的单位重新索取。");
}

std::string archive_place(const std::string& id) { return "archive/" + id; }

std::string actor_of_elsewhere(std::int64_t region, const std::string& actor) {
    return actor.starts_with(own) ? foreign(region) + actor.substr(own.size()) : actor;
}

std::string actor_at_home(std::int64_t region, const std::string& actor) {
    const auto before = foreign(region);
    return actor.starts_with(before) ? std::string(own) + actor.substr(before.size()) : actor;
}

Result<BodyArchive> archive_in(const std::filesystem::path& file) {
    if (const auto there = check_regular_file(file, "机关档案文件"); !there.ok())
        return archive_refused("archive.none", there.error().message);
    try {
        auto opened = ArchiveFile::opened(file);
        GK_TRY(it, about(opened));
        GK_CHECK(check(opened, it));
        return it;
    } catch (const StoreError& fault) {
        return archive_damaged("读不出来（" + std::string(fault.what()) + "）");
    } catch (const std::bad_variant_access&) {
        return archive_damaged("读不出来");
    }
}

}  // namespace gongkai::store
