#include "store/postgres/postgres_database.h"

#include <doctest/doctest.h>

#include <mutex>
#include <random>
#include <set>
#include <thread>

#include "engines.h"
#include "store/store_failure.h"

using namespace gongkai;
using store::Connection;
using store::Database;

namespace {

std::int64_t server_process(Connection& connection) {
    return store::whole(connection.run("SELECT pg_backend_pid()", {})[0][0]);
}

// Ends every other connection to the schema's server that bears this name.
void end_connections(Database& from, const std::string& name) {
    from.run(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
        "WHERE application_name = $1 AND pid <> pg_backend_pid()",
        {name});
}

struct Two {
    Two() : place(Database::Engine::Postgres), other(place.open()) {
        database = store::open_postgres(place.address() + "&application_name=" + name, 3);
        other->transaction([](Connection& connection) {
            connection.run_script("CREATE TABLE t (i BIGINT PRIMARY KEY)");
        });
    }
    void cut() const { end_connections(*other, name); }
    std::int64_t count() const {
        return store::whole(other->run("SELECT count(*) FROM t", {})[0][0]);
    }

    const std::string name = "cut-" + std::to_string(std::random_device{}());
    const testing::Place place;
    std::unique_ptr<Database> database, other;
};

}  // namespace

TEST_CASE("a reading statement survives the loss of its connection") {
    if (!testing::has_postgres()) return;
    const Two two;
    two.cut();
    CHECK(store::whole(two.database->run("SELECT 7", {})[0][0]) == 7);
    two.cut();
    int rows = 0;
    two.database->each("SELECT 7", {}, [&](const store::Row&) { ++rows; });
    CHECK(rows == 1);
}

TEST_CASE("a transaction begins anew on a live connection where the idle one is dead") {
    if (!testing::has_postgres()) return;
    const Two two;
    two.cut();
    two.database->transaction(
        [](Connection& connection) { connection.run("INSERT INTO t VALUES (1)", {}); });
    CHECK(two.count() == 1);
}

TEST_CASE("a connection lost inside a transaction leaves nothing behind") {
    if (!testing::has_postgres()) return;
    const Two two;
    int runs = 0;
    CHECK_THROWS_AS(two.database->transaction([&](Connection& connection) {
        ++runs;
        connection.run("INSERT INTO t VALUES (1)", {});
        two.cut();
        connection.run("INSERT INTO t VALUES (2)", {});
    }),
                    store::StoreError);
    CHECK(runs == 1);
    CHECK(two.count() == 0);
    std::string code;
    try {
        two.database->transaction([&](Connection& connection) {
            connection.run("INSERT INTO t VALUES (1)", {});
            two.cut();  // noticed by COMMIT alone
        });
    } catch (const store::StoreFailure& fault) {
        code = fault.refusal().code;
    }
    CHECK(code == "store.unknown");
    CHECK(two.count() == 0);
    two.database->transaction(
        [](Connection& connection) { connection.run("INSERT INTO t VALUES (3)", {}); });
    CHECK(two.count() == 1);
}

TEST_CASE("no more connections are used than were asked for") {
    if (!testing::has_postgres()) return;
    const Two two;
    std::mutex mutex;
    std::set<std::int64_t> processes;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 20; ++i)
            threads.emplace_back([&] {
                two.database->read([&](Connection& connection) {
                    const auto process = server_process(connection);
                    const std::lock_guard lock(mutex);
                    processes.insert(process);
                });
            });
    }
    CHECK(processes.size() <= 3);
}

TEST_CASE("numbers of PostgreSQL that SQLite has no type for come back as the nearest it has") {
    if (!testing::has_postgres()) return;
    const testing::Place place(Database::Engine::Postgres);
    const auto database = place.open();
    const auto one = [&](const std::string& sql) {
        return database->run("SELECT " + sql, {})[0][0];
    };
    CHECK(store::whole(one("CAST(-32768 AS int2)")) == -32768);
    CHECK(store::whole(one("CAST(-2147483648 AS int4)")) == -2147483648LL);
    CHECK(store::real(one("CAST(0.5 AS float4)")) == 0.5);
    CHECK(store::text(one("CAST('字' AS varchar)")) == "字");
    CHECK(store::whole(one("true")) == 1);
    for (const char* it : {"0", "1", "-1", "10000", "123450000", "-99999999", "9223372036854775807",
                           "-9223372036854775808"}) {
        CAPTURE(it);
        CHECK(store::whole(one(std::string("CAST('") + it + "' AS numeric)")) == std::stoll(it));
    }
    CHECK(store::real(one("CAST('9223372036854775808' AS numeric)")) == 9223372036854775808.0);
    CHECK(store::real(one("CAST('-0.00125' AS numeric)")) == doctest::Approx(-0.00125));
    CHECK(store::real(one("CAST('1e30' AS numeric)")) == doctest::Approx(1e30));
    CHECK_THROWS_AS(one("current_date"), store::StoreError);
}
