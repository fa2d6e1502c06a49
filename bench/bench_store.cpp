// Durable one-row transactions a second through store::Database, against the engines alone:
//
//     bench_store FOLDER [POSTGRESQL-ADDRESS]
//
// FOLDER is where the SQLite files lie for the while. SQLite alone is one connection that commits
// row after row; PostgreSQL alone is pgbench with the same statement. The two take turns.
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "bare_sqlite.h"
#include "store/postgres/postgres_database.h"
#include "store/sqlite/sqlite_database.h"

namespace {

namespace fs = std::filesystem;
using namespace gongkai;
using namespace gongkai::bench;

const std::string body(600, 'x');

Rate database_rate(store::Database& database, int clients) {
    std::atomic<std::int64_t> done = 0;
    const auto start = Clock::now(), end = start + one_round;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < clients; ++i)
            threads.emplace_back([&] {
                for (; Clock::now() < end; ++done)
                    database.transaction([](store::Connection& connection) {
                        connection.run(insert, {std::int64_t(1), new_id(), body});
                    });
            });
    }
    return double(done) / seconds_since(start);
}

void create(store::Database& database, const char* types) {
    database.transaction([&](store::Connection& connection) {
        connection.run_script(std::string("CREATE TABLE bench ") + types);
    });
}

void measure_sqlite(const fs::path& folder) {
    std::printf("SQLite           clients   Database/s  alone/s  ratio\n");
    for (const int clients : client_counts) {
        const auto database = store::open_sqlite(folder / ("through-" + std::to_string(clients)));
        create(*database,
               "(region INTEGER NOT NULL, id INTEGER NOT NULL, body TEXT NOT NULL, "
               "PRIMARY KEY (region, id)) STRICT");
        BareSqlite bare(folder / ("alone-" + std::to_string(clients)));
        const auto rates = medians(
            {[&] { return database_rate(*database, clients); }, [&] { return bare.rate(body); }});
        std::printf("                 %7d   %10.0f  %7.0f  %5.2f\n", clients, rates[0], rates[1],
                    rates[0] / rates[1]);
    }
}

void measure_postgres(const fs::path& folder, const std::string& address) {
    const auto write_script = [&](const char* name, const char* before, const char* after) {
        std::ofstream(folder / name)
            << "\\set id random(1, 9000000000000000000)\n"
            << before << "INSERT INTO bench (region, id, body) VALUES (1, :id, '" << body << "');\n"
            << after;
        return folder / name;
    };
    const auto single = write_script("single.sql", "", "");
    const auto begun = write_script("begun.sql", "BEGIN;\n", "COMMIT;\n");
    std::printf(
        "PostgreSQL       clients   Database/s  pgbench/s  ratio  pgbench with BEGIN/s  ratio\n");
    for (const int clients : client_counts) {
        const auto database = store::open_postgres(address, clients);
        create(*database,
               "(region BIGINT NOT NULL, id BIGINT NOT NULL, body TEXT NOT NULL, "
               "PRIMARY KEY (region, id))");
        const auto rates = medians({[&] { return database_rate(*database, clients); },
                                    [&] { return pgbench(single, address, clients); },
                                    [&] { return pgbench(begun, address, clients); }});
        std::printf("                 %7d   %10.0f  %9.0f  %5.2f  %20.0f  %5.2f\n", clients,
                    rates[0], rates[1], rates[0] / rates[1], rates[2], rates[0] / rates[2]);
        database->transaction(
            [](store::Connection& connection) { connection.run_script("DROP TABLE bench"); });
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 2) {
        std::fprintf(stderr, "usage: bench_store FOLDER [POSTGRESQL-ADDRESS]\n");
        return 2;
    }
    const fs::path folder = fs::path(arguments[1]) / ("bench-store-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    measure_sqlite(folder);
    if (count > 2) measure_postgres(folder, arguments[2]);
    fs::remove_all(folder);
    return 0;
}
