#include "store/sqlite/sqlite_database.h"

#include <doctest/doctest.h>

#include <sys/resource.h>

#include <atomic>
#include <csignal>
#include <fstream>
#include <iterator>
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

// As long as it lives no file of this process grows beyond the size.
class Full {
public:
    explicit Full(std::uintmax_t size) {
        before_ = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &limit_);
        const rlimit smaller{rlim_t(size), limit_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &smaller);
    }
    ~Full() {
        setrlimit(RLIMIT_FSIZE, &limit_);
        std::signal(SIGXFSZ, before_);
    }
    Full(const Full&) = delete;
    Full& operator=(const Full&) = delete;

private:
    rlimit limit_{};
    void (*before_)(int) = nullptr;
};

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

TEST_CASE("an index that no longer says what its table says is found") {
    const testing::Place place(Database::Engine::Sqlite);
    {
        const auto database = place.open();
        CHECK(database->damage().empty());
        database->transaction([](Connection& connection) {
            connection.run_script(
                "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT) STRICT;"
                "CREATE INDEX by_name ON person (name)");
            connection.run("INSERT INTO person (id, name) VALUES ($1, $2)",
                           {std::int64_t{1}, std::string("a name of its own")});
        });
    }
    std::string bytes;
    const std::filesystem::path file = place.folder.path / "test.sqlite";
    {
        std::ifstream in(file, std::ios::binary);
        bytes.assign(std::istreambuf_iterator<char>(in), {});
    }
    const auto in_index = bytes.rfind("a name of its own");
    REQUIRE(in_index != bytes.npos);
    REQUIRE(bytes.find("a name of its own") != in_index);
    bytes[in_index] = 'b';
    std::ofstream(file, std::ios::binary) << bytes;
    CHECK_FALSE(place.open()->damage().empty());
}

TEST_CASE("a path that cannot be a file is an error, not a new database") {
    const testing::Folder folder;
    std::filesystem::create_directories(folder.path / "test.sqlite");
    CHECK_THROWS_AS(store::open_sqlite(folder.path / "test.sqlite"), store::StoreError);
}

TEST_CASE("where the disk is full all are told so, and it goes on once there is room") {
    const testing::Place place(Database::Engine::Sqlite);
    const auto database = place.open();
    testing::make_table(*database);
    for (int i = 0; i < 50; ++i)
        database->transaction([&](Connection& connection) { testing::add(connection, i); });
    std::atomic<int> failed = 0;
    {
        const Full full(std::filesystem::file_size(place.folder.path / "test.sqlite-wal"));
        std::vector<std::jthread> threads;
        for (int i = 50; i < 60; ++i)
            threads.emplace_back([&, i] {
                try {
                    database->transaction(
                        [&](Connection& connection) { testing::add(connection, i); });
                } catch (const store::StoreError&) {
                    ++failed;
                }
            });
    }
    CHECK(failed == 10);
    CHECK(testing::count(*database) == 50);
    database->transaction([](Connection& connection) { testing::add(connection, 60); });
    CHECK(testing::count(*database) == 51);
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
