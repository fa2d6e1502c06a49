#include "store/database.h"

#include <doctest/doctest.h>

#include <cmath>
#include <latch>
#include <limits>
#include <thread>

#include "base/result.h"
#include "engines.h"
#include "store/sqlite/sqlite_database.h"

using namespace gongkai;
using store::Connection;
using store::Database;
using store::Ending;
using testing::on_each_database;

namespace {

Database::Engine sqlite = Database::Engine::Sqlite;

void script(Database& database, std::string_view sql) {
    database.transaction([&](Connection& connection) { connection.run_script(sql); });
}

void make_table(Database& database) {
    script(database, "CREATE TABLE t (i BIGINT PRIMARY KEY, s TEXT)");
}

void add(Connection& connection, std::int64_t number) {
    connection.run("INSERT INTO t (i) VALUES ($1)", {number});
}

std::int64_t count(Database& database) {
    return store::whole(database.run("SELECT count(*) FROM t", {})[0][0]);
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
        script(database, database.engine() == sqlite
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

TEST_CASE("a transaction that throws leaves nothing behind and passes on what it threw") {
    on_each_database([](Database& database) {
        make_table(database);
        struct Own {};
        CHECK_THROWS_AS(database.transaction([](Connection& connection) {
            add(connection, 1);
            throw Own{};
        }),
                        Own);
        CHECK_THROWS_AS(database.transaction([](Connection& connection) {
            add(connection, 1);
            add(connection, 1);
        }),
                        store::StoreError);
        CHECK(count(database) == 0);
        database.transaction([](Connection& connection) { add(connection, 2); });
        CHECK(count(database) == 1);
    });
}

TEST_CASE("a refusal rolls back and is passed on as a value") {
    on_each_database([](Database& database) {
        make_table(database);
        const auto work = [](bool refuse) {
            return [refuse](Connection& connection) -> Result<int> {
                add(connection, 1);
                if (refuse) return Error{ErrorKind::Conflict, "test.refused", "不行"};
                return 42;
            };
        };
        const auto refused = store::transact(database, work(true));
        REQUIRE(!refused.ok());
        CHECK(refused.error().code == "test.refused");
        CHECK(count(database) == 0);
        CHECK(store::transact(database, work(false)).value() == 42);
        CHECK(count(database) == 1);
    });
}

TEST_CASE("after a failed statement nothing is committed, even where the work goes on") {
    on_each_database([](Database& database) {
        make_table(database);
        CHECK_THROWS_AS(database.transaction([](Connection& connection) {
            add(connection, 1);
            CHECK_THROWS_AS(add(connection, 1), store::StoreError);
            CHECK_THROWS_AS(add(connection, 2), store::StoreError);
        }),
                        store::StoreError);
        CHECK(count(database) == 0);
    });
}

TEST_CASE("the database is not called inside its own work") {
    on_each_database([](Database& database) {
        make_table(database);
        const std::function<void()> calls[] = {
            [&] { count(database); },
            [&] { database.each("SELECT i FROM t", {}, [](const store::Row&) {}); },
            [&] { database.read([](Connection&) {}); },
            [&] { database.transaction([](Connection&) {}); }};
        for (const auto& call : calls) {
            CHECK_THROWS_AS(database.transaction([&](Connection&) { call(); }), std::logic_error);
            CHECK_THROWS_AS(database.read([&](Connection&) { call(); }), std::logic_error);
            CHECK_THROWS_AS(database.each("SELECT 1", {}, [&](const store::Row&) { call(); }),
                            std::logic_error);
        }
        database.transaction([](Connection& connection) { add(connection, 1); });
        CHECK(count(database) == 1);
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

TEST_CASE("a reading sees the database as it was at its first statement") {
    on_each_database([](Database& database) {
        make_table(database);
        database.read([&](Connection& connection) {
            const auto seen = [&] {
                return store::whole(connection.run("SELECT count(*) FROM t", {})[0][0]);
            };
            CHECK(seen() == 0);
            std::jthread([&] {
                database.transaction([](Connection& other) { add(other, 1); });
            }).join();
            CHECK(seen() == 0);
        });
        CHECK(count(database) == 1);
    });
}

TEST_CASE("reading does not wait for a transaction, and does not see it before its end") {
    on_each_database([](Database& database) {
        make_table(database);
        std::latch written(1), looked(1);
        std::jthread writer([&] {
            database.transaction([&](Connection& connection) {
                add(connection, 1);
                written.count_down();
                looked.wait();
            });
        });
        written.wait();
        CHECK(count(database) == 0);
        looked.count_down();
        writer.join();
        CHECK(count(database) == 1);
    });
}

TEST_CASE("two writers who count on the same row lose nothing") {
    on_each_database([](Database& database) {
        make_table(database);
        database.transaction([](Connection& connection) { add(connection, 0); });
        {
            std::vector<std::jthread> writers;
            for (int w = 0; w < 2; ++w)
                writers.emplace_back([&] {
                    for (int n = 0; n < 50; ++n)
                        database.transaction([](Connection& connection) {
                            connection.run("UPDATE t SET i = i + 1", {});
                        });
                });
        }
        CHECK(store::whole(database.run("SELECT i FROM t", {})[0][0]) == 100);
    });
}

TEST_CASE("of 64 threads each is told its own outcome and every committed row is there") {
    on_each_database([](Database& database) {
        make_table(database);
        constexpr int threads = 64, each = 20;
        std::atomic<int> wrong = 0;
        {
            std::vector<std::jthread> running;
            for (int t = 0; t < threads; ++t)
                running.emplace_back([&, t] {
                    for (int n = 0; n < each; ++n) {
                        // Every third throws after it has written, every fifth refuses.
                        const int number = t * each + n;
                        const bool throws = number % 3 == 0, refuses = number % 5 == 0;
                        try {
                            database.transaction_ending([&](Connection& connection) {
                                add(connection, number);
                                if (throws) throw std::out_of_range(std::to_string(number));
                                return refuses ? Ending::RollBack : Ending::Commit;
                            });
                            wrong += throws;
                        } catch (const std::out_of_range& fault) {
                            wrong += !throws || fault.what() != std::to_string(number);
                        }
                    }
                });
        }
        CHECK(wrong == 0);
        std::vector<std::int64_t> expected, found;
        for (int number = 0; number < threads * each; ++number)
            if (number % 3 != 0 && number % 5 != 0) expected.push_back(number);
        database.each("SELECT i FROM t ORDER BY i", {},
                      [&](const store::Row& row) { found.push_back(store::whole(row[0])); });
        CHECK(found == expected);
    });
}
