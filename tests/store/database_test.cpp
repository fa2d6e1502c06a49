#include "store/database.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>

#include "store/migrations.h"
#include "store/sqlite/sqlite_database.h"

using namespace gongkai;

namespace {

struct File {
    File()
        : path(std::filesystem::temp_directory_path() /
               ("gongkai-db-" + std::to_string(getpid()))) {
        std::filesystem::remove_all(path);
        std::filesystem::create_directories(path);
    }
    ~File() { std::filesystem::remove_all(path); }
    std::filesystem::path path;
    auto open() const { return store::open_sqlite(path / "test.sqlite"); }
};

}  // namespace

TEST_CASE("every kind of value comes back as it was, text with NUL too") {
    const File file;
    const auto database = file.open();
    database->run_script("CREATE TABLE t (i INTEGER, d REAL, s TEXT, b BLOB, n TEXT) STRICT");
    const std::string text("a\0b", 3);
    const store::Blob blob{std::byte{0}, std::byte{255}};
    database->run("INSERT INTO t VALUES ($1, $2, $3, $4, $5)",
                  {std::int64_t(1) << 60, 0.5, text, blob, std::monostate{}});
    const auto rows = database->run("SELECT i, d, s, b, n FROM t", {});
    REQUIRE(rows.size() == 1);
    CHECK(store::whole(rows[0][0]) == std::int64_t(1) << 60);
    CHECK(std::get<double>(rows[0][1]) == 0.5);
    CHECK(store::text(rows[0][2]) == text);
    CHECK(std::get<store::Blob>(rows[0][3]) == blob);
    CHECK(std::holds_alternative<std::monostate>(rows[0][4]));
}

TEST_CASE("a transaction that throws leaves nothing behind") {
    const File file;
    const auto database = file.open();
    database->run_script("CREATE TABLE t (i INTEGER PRIMARY KEY) STRICT");
    CHECK_THROWS_AS(database->transaction([&] {
        database->run("INSERT INTO t VALUES ($1)", {std::int64_t(1)});
        database->run("INSERT INTO t VALUES ($1)", {std::int64_t(1)});
    }),
                    store::StoreError);
    CHECK(database->run("SELECT i FROM t", {}).empty());
    database->transaction([&] { database->run("INSERT INTO t VALUES ($1)", {std::int64_t(2)}); });
    CHECK(database->run("SELECT i FROM t", {}).size() == 1);
}

TEST_CASE("the log is written ahead and every commit waits for the disk") {
    const File file;
    const auto database = file.open();
    CHECK(store::text(database->run("PRAGMA journal_mode", {})[0][0]) == "wal");
    CHECK(store::whole(database->run("PRAGMA synchronous", {})[0][0]) == 2);
}

TEST_CASE("migrating twice changes nothing") {
    const File file;
    const auto database = file.open();
    store::migrate(*database);
    store::migrate(*database);
    CHECK(store::whole(database->run("SELECT max(version) FROM schema_migration", {})[0][0]) ==
          store::newest_version());
}

TEST_CASE("a database of a newer program is refused in words") {
    const File file;
    const auto database = file.open();
    store::migrate(*database);
    database->run("INSERT INTO schema_migration VALUES ($1)", {std::int64_t(999)});
    CHECK_THROWS_WITH_AS(store::migrate(*database), doctest::Contains("较新的程序"),
                         store::StoreError);
}

TEST_CASE("a file that is no database is an error, not a new database") {
    const File file;
    std::filesystem::create_directories(file.path / "test.sqlite");
    CHECK_THROWS_AS(file.open(), store::StoreError);
}
