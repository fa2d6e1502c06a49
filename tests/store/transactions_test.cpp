#include <doctest/doctest.h>

#include <atomic>
#include <latch>
#include <stdexcept>
#include <thread>

#include "base/result.h"
#include "engines.h"

using namespace gongkai;
using store::Connection;
using store::Database;
using store::Ending;
using testing::add;
using testing::count;
using testing::make_table;
using testing::on_each_database;

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

TEST_CASE("a transaction that fails at its end does not touch those that wait with it") {
    on_each_database([](Database& database) {
        database.transaction([](Connection& connection) {
            connection.run_script(
                "CREATE TABLE t (i BIGINT PRIMARY KEY);"
                "CREATE TABLE child (i BIGINT REFERENCES t (i) DEFERRABLE INITIALLY DEFERRED)");
        });
        constexpr int others = 6;
        std::latch waiting(others);
        std::atomic<int> failed = 0;
        {
            std::vector<std::jthread> threads;
            threads.emplace_back([&] {
                database.transaction([&](Connection& connection) {
                    add(connection, 1000);
                    waiting.wait();
                });
            });
            for (int n = 0; n < others; ++n)
                threads.emplace_back([&, n] {
                    waiting.count_down();
                    try {
                        database.transaction([&](Connection& connection) {
                            if (n % 2 == 0) return add(connection, n);
                            connection.run("INSERT INTO child VALUES ($1)", {std::int64_t(-1)});
                        });
                    } catch (const store::StoreError&) {
                        ++failed;
                    }
                });
        }
        CHECK(failed == others / 2);
        CHECK(count(database) == 1 + others / 2);
        CHECK(database.run("SELECT i FROM child", {}).empty());
    });
}
