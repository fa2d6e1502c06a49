// Writes numbered pairs of rows from several threads into the SQLite file that is its argument,
// and prints each number once its transaction has returned, until it is killed.
#include <unistd.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "store/sqlite/sqlite_database.h"

using namespace gongkai;

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
    for (int i = 0; i < 8; ++i)
        writers.emplace_back([&] {
            for (;;) {
                const std::int64_t number = ++next;
                database->transaction([&](store::Connection& connection) {
                    connection.run("INSERT INTO first VALUES ($1)", {number});
                    connection.run("INSERT INTO second VALUES ($1)", {number});
                });
                const std::string line = std::to_string(number) + "\n";
                if (write(STDOUT_FILENO, line.data(), line.size()) < 0) return;
            }
        });
}
