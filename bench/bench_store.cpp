// Durable one-row transactions a second through store::Database, against the engines alone:
//
//     bench_store FOLDER [POSTGRESQL-ADDRESS]
//
// FOLDER is where the SQLite files lie for the while. SQLite alone is one connection that commits
// row after row; PostgreSQL alone is pgbench with the same statement. The two take turns.
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "store/postgres/postgres_database.h"
#include "store/sqlite/sqlite_database.h"

namespace {

namespace fs = std::filesystem;
using namespace gongkai;
using Clock = std::chrono::steady_clock;
using Rate = double;

constexpr int rounds = 5;
constexpr std::chrono::milliseconds one_round{1000};
constexpr int client_counts[] = {1, 8, 64};
constexpr const char* insert = "INSERT INTO bench (region, id, body) VALUES ($1, $2, $3)";

const std::string body(600, 'x');

std::int64_t new_id() {
    thread_local std::mt19937_64 random{std::random_device{}()};
    return std::int64_t(random() >> 1);
}

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
    return double(done) / std::chrono::duration<double>(Clock::now() - start).count();
}

void create(store::Database& database, const char* types) {
    database.transaction([&](store::Connection& connection) {
        connection.run_script(std::string("CREATE TABLE bench ") + types);
    });
}

class BareSqlite {
public:
    explicit BareSqlite(const fs::path& file) {
        sqlite3_open(file.c_str(), &connection_);
        sqlite3_exec(connection_,
                     "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                     "PRAGMA trusted_schema=OFF; CREATE TABLE bench (region INTEGER NOT NULL, id "
                     "INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (region, id)) STRICT",
                     nullptr, nullptr, nullptr);
        sqlite3_prepare_v2(connection_, insert, -1, &statement_, nullptr);
    }
    ~BareSqlite() {
        sqlite3_finalize(statement_);
        sqlite3_close(connection_);
    }
    BareSqlite(const BareSqlite&) = delete;
    BareSqlite& operator=(const BareSqlite&) = delete;

    Rate rate() {
        std::int64_t done = 0;
        const auto start = Clock::now(), end = start + one_round;
        for (; Clock::now() < end; ++done) {
            sqlite3_bind_int64(statement_, 1, 1);
            sqlite3_bind_int64(statement_, 2, new_id());
            sqlite3_bind_text(statement_, 3, body.data(), int(body.size()), SQLITE_STATIC);
            if (sqlite3_step(statement_) != SQLITE_DONE) std::abort();
            sqlite3_reset(statement_);
        }
        return double(done) / std::chrono::duration<double>(Clock::now() - start).count();
    }

private:
    sqlite3* connection_ = nullptr;
    sqlite3_stmt* statement_ = nullptr;
};

Rate pgbench(const fs::path& script, const std::string& address, int clients) {
    const std::string command = "pgbench -n -M extended -T 1 -j 2 -c " + std::to_string(clients) +
                                " -f '" + script.string() + "' '" + address + "' 2>/dev/null";
    Rate rate = 0;
    FILE* output = popen(command.c_str(), "r");
    char line[256];
    while (output && fgets(line, sizeof line, output))
        std::sscanf(line, "tps = %lf", &rate);
    if (output) pclose(output);
    return rate;
}

// The median round of each, taking turns so that what else the machine does hits all of them.
std::vector<Rate> medians(const std::vector<std::function<Rate()>>& works) {
    std::vector<std::vector<Rate>> rates(works.size());
    for (int round = 0; round < rounds; ++round)
        for (std::size_t i = 0; i < works.size(); ++i)
            rates[i].push_back(works[i]());
    std::vector<Rate> result;
    for (auto& all : rates) {
        std::ranges::sort(all);
        result.push_back(all[all.size() / 2]);
    }
    return result;
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
            {[&] { return database_rate(*database, clients); }, [&] { return bare.rate(); }});
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
