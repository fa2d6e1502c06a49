// Each row of the table of docs/operating.md that a store can cause while it is used.
#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "engines.h"
#include "small_disk.h"
#include "store/open.h"
#include "store/postgres/postgres_database.h"
#include "store/sqlite/sqlite_connection.h"
#include "store/sqlite/sqlite_database.h"
#include "store/store_failure.h"

using namespace gongkai;
using namespace gongkai::store;
using namespace gongkai::testing;
namespace fs = std::filesystem;

namespace {

// What an administrator reads and the code of what others are told; empty: it did not fail so.
struct Told {
    std::string what, code;
};
Told told(const std::function<void()>& work) {
    try {
        work();
    } catch (const StoreFailure& fault) {
        CHECK(fault.refusal().kind == ErrorKind::Unavailable);
        return {fault.what(), fault.refusal().code};
    }
    return {};
}

bool says(const Told& it, std::initializer_list<std::string> parts) {
    return std::ranges::all_of(
        parts, [&](const std::string& part) { return it.what.find(part) != std::string::npos; });
}

// Root may write everywhere; for as long as it lives this is nobody.
class AsNobody {
public:
    AsNobody() {
        if (was_root_) REQUIRE(seteuid(65534) == 0);
    }
    ~AsNobody() {
        if (was_root_) (void)!seteuid(0);
    }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;

private:
    const bool was_root_ = geteuid() == 0;
};

}  // namespace

TEST_CASE("a data folder that cannot be written: folder, cause and what to do") {
    const Folder folder;
    const fs::path data = folder.path / "data";
    fs::create_directory(data);
    fs::permissions(data, fs::perms(0555));
    Told it, anew;
    {
        const AsNobody nobody;
        it = told([&] { store::open({}, data); });
        anew = told([&] { store::open({}, data / "below"); });
    }
    CHECK(it.code == "store.read-only");
    CHECK(says(it, {data.string(), "Permission denied", "权限"}));
    CHECK(anew.code == "store.read-only");
    CHECK(says(anew, {(data / "below").string()}));
}

TEST_CASE("a database that can be read and not written is told when something is written") {
    const Folder folder;
    const fs::path data = folder.path / "data";
    { store::open({}, data); }
    for (const auto& file : {data / "gongkai.sqlite"})
        fs::permissions(file, fs::perms(0444));
    fs::permissions(data, fs::perms(0555));
    Told it;
    {
        const AsNobody nobody;
        it = told([&] { store::open({}, data); });
    }
    CHECK(it.code == "store.read-only");
    CHECK(says(it, {"gongkai.sqlite", "不能写"}));
}

TEST_CASE("a full disk loses nothing, is told, and with room the same program goes on") {
    const Folder folder;
    const SmallDisk disk(folder.path, 2);
    if (!disk.is_there()) return;
    const auto database = open_sqlite(folder.path / "test.sqlite");
    make_table(*database);
    std::int64_t kept = 0;
    const auto add_large = [&] {
        database->transaction([&](Connection& connection) {
            connection.run("INSERT INTO t (i, s) VALUES ($1, $2)",
                           {kept + 1, std::string(100'000, 'x')});
        });
        ++kept;
    };
    Told it;
    while (it.code.empty() && kept < 100)
        it = told(add_large);
    CHECK(it.code == "store.disk-full");
    CHECK(says(it, {(folder.path / "test.sqlite").string(), "磁盘已满", "腾出空间"}));
    CHECK(kept > 0);
    CHECK(count(*database) == kept);
    disk.grow(8);
    add_large();
    CHECK(count(*database) == kept);
}

TEST_CASE("a database that another program holds is told after the wait") {
    const Folder folder;
    const fs::path file = folder.path / "test.sqlite";
    const auto database = open_sqlite(file);
    make_table(*database);
    SqliteConnection other(file, SqliteConnection::Access::Write);
    other.control("BEGIN IMMEDIATE");
    const auto it =
        told([&] { database->transaction([](Connection& connection) { add(connection, 1); }); });
    CHECK(it.code == "store.locked");
    CHECK(says(it, {file.string(), "被占用"}));
    CHECK(count(*database) == 0);
    other.control("ROLLBACK");
    database->transaction([](Connection& connection) { add(connection, 1); });
    CHECK(count(*database) == 1);
}

TEST_CASE("a PostgreSQL that goes while it is used is told, and found again by itself") {
    if (!has_postgres()) return;
    const std::string server = std::getenv("GONGKAI_TEST_POSTGRES");
    const auto from = server.find("host=/");
    if (from == server.npos) {
        std::cout << "SKIP: the server of the tests has no socket, its loss is not tried\n";
        return;
    }
    const auto end = std::min(server.find('&', from), server.size());
    const std::string socket = server.substr(from + 5, end - from - 5);
    // The way to the server is a link that can be taken away.
    const Folder folder;
    const fs::path way = folder.path / "way";
    fs::create_directory_symlink(socket, way);
    std::string address = server;
    address.replace(from + 5, socket.size(), way.string());
    const auto database = open_postgres(address + "&application_name=gongkai_lost", 2);
    CHECK(whole(database->run("SELECT 1", {})[0][0]) == 1);
    fs::remove(way);
    open_postgres(server, 1)->run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = "
        "'gongkai_lost'",
        {});
    for (const auto& it : {told([&] { database->run("SELECT 1", {}); }),
                           told([&] { database->transaction([](Connection&) {}); })}) {
        CHECK(it.code == "store.gone");
        CHECK(says(it, {"连接不上 PostgreSQL", "GONGKAI_DATABASE"}));
    }
    fs::create_directory_symlink(socket, way);
    CHECK(whole(database->run("SELECT 1", {})[0][0]) == 1);
}

TEST_CASE("a database that is replaced while it is used takes no more acts until it is back") {
    const Folder folder;
    const fs::path data = folder.path / "data", file = data / "test.sqlite";
    const auto database = [&] {
        fs::create_directory(data);
        return open_sqlite(file);
    }();
    make_table(*database);
    std::int64_t next = 1;
    const auto add_one = [&] {
        return told([&] {
            database->transaction([&](Connection& connection) { add(connection, next++); });
        });
    };
    const auto refused = [&](const fs::path& which, const std::string& cause) {
        const auto it = add_one();
        CHECK(it.code == "store.replaced");
        CHECK(says(it, {which.string(), cause, "已停止办理"}));
    };
    const auto move_back = [&](const fs::path& from, const fs::path& to) {
        fs::remove_all(to);
        fs::rename(from, to);
        CHECK(add_one().code == "");
    };
    CHECK(add_one().code == "");
    std::int64_t kept = 1;
    CHECK(count(*database) == kept);  // a reader is there, as it is while pages are read

    SUBCASE("the file taken away") {
        fs::rename(file, folder.path / "aside");
        refused(file, "没有这个文件");
        CHECK(count(*database) == kept);  // pages go on
        move_back(folder.path / "aside", file);
    }
    SUBCASE("another file in its place, as a restore puts it") {
        fs::copy_file(file, folder.path / "copy");
        fs::rename(file, folder.path / "aside");
        fs::rename(folder.path / "copy", file);
        refused(file, "另一个文件");
        move_back(folder.path / "aside", file);
    }
    SUBCASE("the folder moved away and another made") {
        fs::rename(data, folder.path / "aside");
        refused(file, "没有这个文件");
        fs::create_directory(data);
        { open_sqlite(file); }
        refused(file, "另一个文件");
        move_back(folder.path / "aside", data);
    }
    SUBCASE("its log taken away") {
        fs::path log = file;
        log += "-wal";
        fs::rename(log, folder.path / "aside");
        refused(log, "没有这个文件");
        move_back(folder.path / "aside", log);
    }
    ++kept;
    CHECK(count(*database) == kept);
}

TEST_CASE("a link to a database may be its name") {
    const Folder folder;
    { open_sqlite(folder.path / "test.sqlite"); }
    fs::create_symlink(folder.path / "test.sqlite", folder.path / "link.sqlite");
    const auto database = open_sqlite(folder.path / "link.sqlite");
    make_table(*database);
    database->transaction([](Connection& connection) { add(connection, 1); });
    CHECK(count(*database) == 1);
}
