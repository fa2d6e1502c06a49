// Writes numbered pairs of rows from sixteen threads into the SQLite file that is its argument, and
// prints each number once its transaction has returned, until it is killed. What breaks down, such
// as on a full disk, is tried again unless it is there.
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "store/sqlite/sqlite_database.h"

using namespace gongkai;

namespace {

bool is_written(store::Database& database, std::int64_t number) {
    const auto rows = database.run("SELECT count(*) FROM first WHERE n = $1", {number});
    return store::whole(rows.at(0)[0]) == 1;
}

void write_pair(store::Database& database, std::int64_t number) {
    database.transaction([&](store::Connection& connection) {
        connection.run("INSERT INTO first VALUES ($1)", {number});
        connection.run("INSERT INTO second VALUES ($1)", {number});
    });
}

void write_until_there(store::Database& database, std::int64_t number) {
    for (;;) {
        try {
            if (!is_written(database, number)) write_pair(database, number);
            return;
        } catch (const store::StoreError&) {
            std::this_thread::sleep_for(std::chrono::milliseconds{5});
        }
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) return 2;
    const auto database = store::open_sqlite(arguments[1]);
    database->transaction([](store::Connection& connection) {
        connection.run_script(
            "CREATE TABLE IF NOT EXISTS first (n INTEGER PRIMARY KEY) STRICT;"
            "CREATE TABLE IF NOT EXISTS second (n INTEGER PRIMARY KEY) STRICT;");
    });
    const auto last = database->run("SELECT coalesce(max(n), 0) FROM first", {});
    std::atomic<std::int64_t> next = store::whole(last[0][0]);

    std::vector<std::jthread> writers;
    for (int i = 0; i < 16; ++i)
        writers.emplace_back([&] {
            for (;;) {
                const std::int64_t number = ++next;
                write_until_there(*database, number);
                const std::string line = std::to_string(number) + "\n";
                if (write(STDOUT_FILENO, line.data(), line.size()) < 0) return;
            }
        });
}
