#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "engines.h"

using namespace gongkai;
using store::Connection;
using store::Database;
using testing::add;
using testing::count;
using testing::make_table;
using testing::on_each_database;

namespace {

void script(Database& database, std::string_view sql) {
    database.transaction([&](Connection& connection) { connection.run_script(sql); });
}

store::Value echo(Database& database, const char* column, const store::Value& value) {
    database.transaction([&](Connection& connection) {
        connection.run("DELETE FROM v", {});
        connection.run(std::string("INSERT INTO v (") + column + ") VALUES ($1)", {value});
    });
    return database.run(std::string("SELECT ") + column + " FROM v", {}).at(0).at(0);
}

}  // namespace

TEST_CASE("every kind of value comes back as it was") {
    on_each_database([](Database& database) {
        script(database, database.engine() == Database::Engine::Sqlite
                             ? "CREATE TABLE v (i INTEGER, d REAL, s TEXT, b BLOB) STRICT"
                             : "CREATE TABLE v (i BIGINT, d FLOAT8, s TEXT, b BYTEA)");
        using Whole = std::numeric_limits<std::int64_t>;
        for (const std::int64_t it :
             {Whole::min(), std::int64_t(-1), std::int64_t(0), Whole::max()})
            CHECK(echo(database, "i", it) == store::Value(it));
        using Real = std::numeric_limits<double>;
        for (const double it :
             {0.1, -1.0, 1e300, Real::denorm_min(), Real::max(), Real::lowest(), Real::infinity()})
            CHECK(echo(database, "d", it) == store::Value(it));
        for (const std::string& it :
             {std::string(), std::string("引号'\"\\与\n换行𠮷"), std::string(3'000'000, 'x')})
            CHECK(echo(database, "s", it) == store::Value(it));
        store::Blob every;
        for (int byte = 0; byte < 256; ++byte)
            every.push_back(std::byte(byte));
        for (const store::Blob& it : {store::Blob(), every})
            CHECK(echo(database, "b", it) == store::Value(it));
        for (const char* column : {"i", "d", "s", "b"})
            CHECK(store::is_null(echo(database, column, std::monostate{})));
    });
}

TEST_CASE("what an expression answers is the same on both") {
    on_each_database([](Database& database) {
        make_table(database);
        database.transaction([](Connection& connection) {
            for (int i = 1; i <= 4; ++i)
                add(connection, i);
        });
        const auto row =
            database.run("SELECT count(*), sum(i), avg(i), max(s), sum(i) > 3, min(i) FROM t", {})
                .at(0);
        CHECK(store::whole(row[0]) == 4);
        CHECK(store::whole(row[1]) == 10);
        CHECK(store::real(row[2]) == 2.5);
        CHECK(store::is_null(row[3]));
        CHECK(store::whole(row[4]) == 1);
        CHECK(store::whole(row[5]) == 1);
        script(database, "UPDATE t SET i = i * 100000000");
        CHECK(store::whole(database.run("SELECT sum(i) FROM t", {})[0][0]) == 1'000'000'000);
        script(database, "UPDATE t SET i = -i");
        CHECK(store::whole(database.run("SELECT sum(i) FROM t", {})[0][0]) == -1'000'000'000);
    });
}

TEST_CASE("arguments go by their number, not by where they stand") {
    on_each_database([](Database& database) {
        make_table(database);
        database.transaction([](Connection& connection) {
            connection.run("INSERT INTO t (s, i) VALUES ($2, $1)", {std::int64_t(7), "seven"});
        });
        const auto rows = database.run("SELECT s FROM t WHERE s = $2 AND i = $1 AND s = $2",
                                       {std::int64_t(7), "seven"});
        REQUIRE(rows.size() == 1);
        CHECK(store::text(rows[0][0]) == "seven");
    });
}

TEST_CASE("what one engine could not keep is refused by both") {
    on_each_database([](Database& database) {
        const auto run = [&](store::Value value) {
            database.run("SELECT coalesce($1, $1)", {std::move(value)});
        };
        CHECK_THROWS_WITH_AS(run(std::string("a\0b", 3)), doctest::Contains("NUL"),
                             store::StoreError);
        CHECK_THROWS_WITH_AS(run(std::string("\xC4\xE3")), doctest::Contains("UTF-8"),
                             store::StoreError);
        CHECK_THROWS_WITH_AS(run(std::nan("")), doctest::Contains("NaN"), store::StoreError);
    });
}

TEST_CASE("a connection runs no statement inside the rows of another") {
    on_each_database([](Database& database) {
        make_table(database);
        CHECK_THROWS_AS(database.read([](Connection& connection) {
            connection.each("SELECT 1", {},
                            [&](const store::Row&) { connection.run("SELECT 2", {}); });
        }),
                        std::logic_error);
        CHECK(count(database) == 0);
    });
}

TEST_CASE("run() reads and does not write") {
    on_each_database([](Database& database) {
        make_table(database);
        CHECK_THROWS_AS(database.run("INSERT INTO t (i) VALUES (1)", {}), std::logic_error);
        CHECK_THROWS_AS(database.read([](Connection& connection) { add(connection, 1); }),
                        store::StoreError);
        CHECK(count(database) == 0);
    });
}

TEST_CASE("a wrong statement is an error that names no argument") {
    on_each_database([](Database& database) {
        make_table(database);
        for (const char* sql : {"SELECT nonsense FROM t WHERE s = $1", "SELECT 1; SELECT $1"}) {
            CAPTURE(sql);
            CHECK_THROWS(database.run(sql, {"secret"}));
        }
        try {
            database.transaction([](Connection& connection) {
                for (int i = 0; i < 2; ++i)
                    connection.run("INSERT INTO t (i, s) VALUES (1, $1)", {"secret"});
            });
            FAIL("the second row has the key of the first");
        } catch (const store::StoreError& fault) {
            CHECK(std::string(fault.what()).find("secret") == std::string::npos);
        }
        CHECK(count(database) == 0);
    });
}

TEST_CASE("rows come one by one, and may be left early") {
    on_each_database([](Database& database) {
        make_table(database);
        database.transaction([](Connection& connection) {
            for (int i = 0; i < 1000; ++i)
                add(connection, i);
        });
        std::int64_t next = 0;
        database.each("SELECT i FROM t ORDER BY i", {},
                      [&](const store::Row& row) { CHECK(store::whole(row.at(0)) == next++); });
        CHECK(next == 1000);
        struct Enough {};
        for (int i = 0; i < 20; ++i)
            CHECK_THROWS_AS(
                database.each("SELECT i FROM t", {}, [](const store::Row&) { throw Enough{}; }),
                Enough);
        CHECK(count(database) == 1000);
    });
}
