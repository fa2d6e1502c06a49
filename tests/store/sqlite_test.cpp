#include "store/sqlite/sqlite_database.h"

#include <doctest/doctest.h>

#include <latch>
#include <thread>

#include "engines.h"

using namespace gongkai;
using store::Connection;
using store::Database;

namespace {

std::int64_t number(Connection& connection, std::string_view sql) {
    return store::whole(connection.run(sql, {}).at(0).at(0));
}

}  // namespace

TEST_CASE("SQLite writes its log ahead and every commit waits for the disk") {
    const testing::Place place(Database::Engine::Sqlite);
    const auto database = place.open();
    database->transaction([](Connection& connection) {
        CHECK(store::text(connection.run("PRAGMA journal_mode", {})[0][0]) == "wal");
        CHECK(number(connection, "PRAGMA synchronous") == 2);
        CHECK(number(connection, "PRAGMA foreign_keys") == 1);
    });
    database->read(
        [](Connection& connection) { CHECK(number(connection, "PRAGMA foreign_keys") == 1); });
}

TEST_CASE("a path that cannot be a file is an error, not a new database") {
    const testing::Folder folder;
    std::filesystem::create_directories(folder.path / "test.sqlite");
    CHECK_THROWS_AS(store::open_sqlite(folder.path / "test.sqlite"), store::StoreError);
}

TEST_CASE("transactions that waited together fail together where the commit fails, and no others") {
    const testing::Place place(Database::Engine::Sqlite);
    const auto database = place.open();
    database->transaction([](Connection& connection) {
        connection.run_script(
            "CREATE TABLE parent (i INTEGER PRIMARY KEY) STRICT;"
            "CREATE TABLE child (i INTEGER REFERENCES parent (i) DEFERRABLE INITIALLY DEFERRED) "
            "STRICT;");
    });
    // A child without its parent is noticed by COMMIT alone.
    CHECK_THROWS_AS(database->transaction([](Connection& connection) {
        connection.run("INSERT INTO child VALUES (1)", {});
    }),
                    store::StoreError);
    database->transaction(
        [](Connection& connection) { connection.run("INSERT INTO parent VALUES (1)", {}); });
    CHECK(database->run("SELECT i FROM parent", {}).size() == 1);
    CHECK(database->run("SELECT i FROM child", {}).empty());
}

TEST_CASE("the end of the database waits for a transaction that is under way") {
    const testing::Place place(Database::Engine::Sqlite);
    auto database = place.open();
    database->transaction(
        [](Connection& connection) { connection.run_script("CREATE TABLE t (i INTEGER) STRICT"); });
    std::latch begun(1);
    std::jthread writer([&, &open = *database] {
        open.transaction([&](Connection& connection) {
            begun.count_down();
            for (int i = 0; i < 1000; ++i)
                connection.run("INSERT INTO t VALUES ($1)", {std::int64_t(i)});
        });
    });
    begun.wait();
    database.reset();
    writer.join();
    CHECK(store::whole(place.open()->run("SELECT count(*) FROM t", {})[0][0]) == 1000);
}
