#include "store/installation.h"

#include <algorithm>

#include "base/regular_file.h"
#include "base/secrets.h"
#include "base/sm3.h"
#include "base/text.h"
#include "store/durable_file.h"
#include "store/ledger/entries.h"
#include "store/sqlite/sqlite_connection.h"

namespace gongkai::store {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view of_installation =
    "SELECT id, key_check FROM installation WHERE region = 0";
constexpr std::string_view use_of_key = "installation";
constexpr std::size_t id_bytes = 8;

struct Known {
    std::string id, key_check;
};

std::optional<Known> known(const std::vector<Row>& rows) {
    if (rows.empty()) return {};
    return Known{text(rows[0][0]), text(rows[0][1])};
}

std::vector<Row> regions(Database& database) {
    return database.run("SELECT region FROM region ORDER BY region", {});
}

// What only an office in use has.
bool has_records(Database& database) { return !regions(database).empty(); }

// The organ, the id and the box of what a region sealed last; nothing where it has nothing sealed.
std::vector<Row> last_sealed(Database& database, const Value& region) {
    return database.run(
        "SELECT organ, id, box FROM sealed_datum WHERE region = $1 ORDER BY organ DESC, id DESC "
        "LIMIT 1",
        {region});
}

bool has_sealed(Database& database) {
    return std::ranges::any_of(regions(database), [&](const Row& region) {
        return !last_sealed(database, region[0]).empty();
    });
}

// Where no check value says whether it is the right key.
bool opens_what_was_sealed(Database& database, const VaultKey& key) {
    return std::ranges::all_of(regions(database), [&](const Row& region) {
        const auto last = last_sealed(database, region[0]);
        return last.empty() || opens(key, {whole(region[0]), whole(last[0][0])}, text(last[0][1]),
                                     blob(last[0][2]));
    });
}

Error refused(std::string_view code, std::string message) {
    return {ErrorKind::Conflict, "installation." + std::string(code), std::move(message)};
}

fs::path mark_file(const fs::path& data) { return data / installation_file; }

// Empty where the folder has none.
Result<std::string> mark_in(const fs::path& data) {
    const auto mark = read_regular_file(mark_file(data), "标记文件", most_of_settings);
    if (mark.ok()) return std::string(text::trim(mark.value()));
    if (mark.error().kind == ErrorKind::NotFound) return std::string();
    return mark.error();
}

bool has_contents(const fs::path& data) {
    std::error_code ignored;
    return fs::exists(data / "sha256", ignored) && !fs::is_empty(data / "sha256", ignored);
}

// On PostgreSQL files lie in the database, and any folder will do.
bool is_in_folder(const Database& database) {
    return database.engine() == Database::Engine::Sqlite;
}

// The database is nobody's yet: is anything there that it should have known of? One of before ids
// has records, and files beside them.
Status check_unknown_place(const Belongings& it, bool has_records) {
    GK_TRY(mark, mark_in(it.data));
    if (it.anew || (mark.empty() && (has_records || !has_contents(it.data)))) return Done{};
    return refused(
        "no-data",
        "数据文件夹 " + it.data.string() +
            " 里有以前的文件，数据库却是空的：数据库可能被移走、清空，或者 "
            "GONGKAI_DATABASE 指向了别处。为避免把缺失当成没有，程序没有启动。请用 "
            "gongkai restore 从备份恢复；确实要重新开始，请换一个空的数据文件夹，或者加上 --new。");
}

// The database is an installation's: is the folder the one that it had?
Status check_known_place(const Belongings& it, const std::string& id) {
    GK_TRY(mark, mark_in(it.data));
    if (mark == id || it.anew) return Done{};
    if (!mark.empty())
        return refused("other-folder", "数据文件夹 " + it.data.string() + " 属于另一套系统（" +
                                           mark + "），数据库是 " + id +
                                           " 的。请核对 --data 和 GONGKAI_DATABASE。");
    return refused(
        "no-files",
        "数据文件夹 " + it.data.string() +
            " 里没有标记文件 installation：可能只恢复了数据库，正文和附件（sha256 "
            "文件夹）没有一起恢复。请用 gongkai restore 从备份恢复整套数据；确认文件齐全，"
            "或者只能在缺少文件的情况下继续时，请加上 --new 启动一次。");
}

Error wrong_key(const Belongings& it) {
    return refused("wrong-key",
                   "密钥文件 " + it.key.string() + " 不是数据文件夹 " + it.data.string() +
                       " 这套数据的密钥，用它打不开已经加密的内容。请换回原来的密钥文件"
                       "（--key），或者从密钥的备份恢复。");
}

// By the check value; in a database of before ids, by what was sealed.
bool is_right(Database& database, const VaultKey& key) {
    const auto installation = known(database.run(of_installation, {}));
    return installation
               ? keyed_digest(key.key(), use_of_key, installation->id) == installation->key_check
               : opens_what_was_sealed(database, key);
}

Result<VaultKey> key_of(Database& database, const Belongings& it,
                        const std::optional<Known>& installation) {
    std::error_code ignored;
    if (!fs::exists(it.key, ignored)) {
        if (installation || has_sealed(database))
            return refused(
                "no-key",
                "找不到密钥文件 " + it.key.string() + "，而数据文件夹 " + it.data.string() +
                    " 里已有用它加密的内容。没有密钥，申请人的姓名、住址和申请内容就打不开，"
                    "程序也不会另造一把。请从密钥的备份恢复这个文件，或者用 --key 指明它在哪里。");
        GK_CHECK(VaultKey::make(it.key, it.data));
    }
    GK_TRY(key, VaultKey::load(it.key, it.data));
    if (!is_right(database, key)) return wrong_key(it);
    return key;
}

// Another program that started at the same time may have been quicker, with the same key.
Known write_down(Database& database, const VaultKey& key) {
    Known written;
    database.transaction([&](Connection& connection) {
        const std::string id = hex(random_bytes(id_bytes));
        connection.run(
            "INSERT INTO installation (region, id, key_check) VALUES (0, $1, $2) "
            "ON CONFLICT DO NOTHING",
            {id, keyed_digest(key.key(), use_of_key, id)});
        written = *known(connection.run(of_installation, {}));
    });
    return written;
}

Status check_files_of_before(const Database& database, const Belongings& it) {
    if (is_in_folder(database) || it.anew || it.moves_files || !has_contents(it.data))
        return Done{};
    return refused("files-outside",
                   "数据在 PostgreSQL 里，而数据文件夹 " + it.data.string() +
                       " 里还有以前版本留下的正文和附件（sha256 文件夹）。请先运行 gongkai files "
                       "move，把它们移入数据库。");
}

}  // namespace

Status check_folder(Database& database, const Belongings& it) {
    const auto installation = known(database.run(of_installation, {}));
    if (!installation) return check_unknown_place(it, has_records(database));
    return is_in_folder(database) ? check_known_place(it, installation->id) : Status(Done{});
}

Status check_key(Database& database, const VaultKey& key, const Belongings& it) {
    if (!is_right(database, key)) return wrong_key(it);
    return Done{};
}

Result<VaultKey> take_up(Database& database, const Belongings& it) {
    auto installation = known(database.run(of_installation, {}));
    GK_CHECK(check_folder(database, it));
    GK_CHECK(check_files_of_before(database, it));
    GK_TRY(key, key_of(database, it, installation));
    if (!installation) installation = write_down(database, key);
    if (keyed_digest(key.key(), use_of_key, installation->id) != installation->key_check)
        return wrong_key(it);
    if (!is_in_folder(database)) return key;
    GK_TRY(mark, mark_in(it.data));
    if (mark != installation->id) write_durably(mark_file(it.data), installation->id + "\n");
    return key;
}

std::string installation_in(const fs::path& database) {
    SqliteConnection connection(database, SqliteConnection::Access::Read);
    const auto tables =
        connection.run("SELECT name FROM sqlite_schema WHERE name = 'installation'", {});
    if (tables.empty()) return {};
    const auto it = known(connection.run(of_installation, {}));
    return it ? it->id : std::string();
}

}  // namespace gongkai::store
