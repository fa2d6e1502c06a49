// What a page of a list costs at 100 and at 100,000 rows, and by which plan: bench_pages [rows…].
// On SQLite, and on PostgreSQL where GONGKAI_TEST_POSTGRES names a server.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "../tests/store/engines.h"
#include "files/holiday_files.h"
#include "store/ledger/documents.h"
#include "store/ledger/ledger.h"
#include "store/ledger/requests.h"
#include "store/migrations.h"

using namespace gongkai;
using store::Connection;
using store::Database;
using store::Value;

namespace {

const journal::LogKey organ{900121, 3};

// Passes everything on and keeps the statements that a look made.
class Watched : public Database {
public:
    struct Statement {
        std::string sql;
        std::vector<Value> arguments;
    };

    explicit Watched(Database& inner) : inner_(inner) {}
    std::vector<Statement> seen;

    Engine engine() const override { return inner_.engine(); }
    bool is_replica() override { return inner_.is_replica(); }
    std::vector<store::Row> run(std::string_view sql, const std::vector<Value>& with) override {
        return inner_.run(sql, with);
    }
    void each(std::string_view sql, const std::vector<Value>& with,
              const std::function<void(store::Row&)>& row) override {
        inner_.each(sql, with, row);
    }
    std::string state() override { return inner_.state(); }
    std::vector<std::string> damage() override { return inner_.damage(); }
    void wipe_deleted() override { inner_.wipe_deleted(); }
    void read(const std::function<void(Connection&)>& work) override {
        inner_.read([&](Connection& connection) {
            Kept kept(seen, connection);
            work(kept);
        });
    }
    void transaction_ending(const std::function<store::Ending(Connection&)>& work) override {
        inner_.transaction_ending(work);
    }

private:
    class Kept : public Connection {
    public:
        Kept(std::vector<Statement>& seen, Connection& inner) : seen_(seen), inner_(inner) {}
        std::vector<store::Row> run(std::string_view sql, const std::vector<Value>& with) override {
            seen_.push_back({std::string(sql), with});
            return inner_.run(sql, with);
        }
        void each(std::string_view sql, const std::vector<Value>& with,
                  const std::function<void(store::Row&)>& row) override {
            seen_.push_back({std::string(sql), with});
            inner_.each(sql, with, row);
        }
        std::string_view row_lock() const override { return inner_.row_lock(); }
        void run_script(std::string_view sql) override { inner_.run_script(sql); }

    private:
        std::vector<Statement>& seen_;
        Connection& inner_;
    };

    Database& inner_;
};

std::string six_digits(int number) {
    std::string digits = std::to_string(number);
    return std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

// As a body of ten years would have them: few open, most answered.
void fill(Database& database, int rows) {
    database.transaction([&](Connection& connection) {
        const char* const sql =
            "INSERT INTO request (region, organ, subject, number, is_open, state, channel, "
            "applicant_kind, received_on, due, settled_on, decision, handler, acts) VALUES "
            "($1, $2, $3, $4, $5, $6, 'internet', 'natural_person', $7, $8, $9, $10, $11, $12)";
        for (int i = 0; i < rows; ++i) {
            const bool open = i >= rows - std::min(60, rows / 2);
            const Date received = Date{std::chrono::days{16'500 + i * 3'650 / rows}};
            const std::string number = std::to_string(year_of(received)) + "-" + six_digits(i);
            connection.run(sql, {organ.region, organ.organ, "request/" + number, number,
                                 std::int64_t{open}, open ? "handling" : "delivered", iso(received),
                                 iso(received + std::chrono::days{28}),
                                 open ? std::string() : iso(received + std::chrono::days{20}),
                                 open ? "" : "G2", "account/" + std::to_string(i % 7),
                                 std::int64_t{1 + i % 5}});
        }
    });
    if (database.engine() == Database::Engine::Postgres)
        database.transaction(
            [](Connection& connection) { connection.run_script("ANALYZE request"); });
}

struct Asked {
    const char* what;
    records::Ask ask;
};

void print_plan(Database& database, const Watched::Statement& statement) {
    const bool sqlite = database.engine() == Database::Engine::Sqlite;
    database.read([&](Connection& connection) {
        for (const store::Row& line :
             connection.run((sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + statement.sql,
                            statement.arguments))
            std::printf("      %s\n", store::text(line[sqlite ? 3 : 0]).c_str());
    });
}

// The page in the middle of the list, where an offset would have counted half of it.
std::string middle_of(const store::Ledger& ledger, const store::RequestRepository& requests,
                      const requests::ListDays& days, int rows) {
    std::string next;
    ledger.look([&](const journal::View& view) {
        records::Ask ask{.sort = "-received", .limit = records::longest_page};
        for (int at = 0; at < rows / 2; at += ask.limit) {
            ask.after = requests.page(view, organ, days, ask).value().next;
            if (ask.after.empty()) break;
            next = ask.after;
        }
    });
    return next;
}

void measure(Database& plain, int rows) {
    store::migrate(plain);
    fill(plain, rows);
    Watched database(plain);
    const store::Ledger ledger(database, store::VaultKey::random());
    const store::RequestRepository requests;
    const Date today{std::chrono::days{16'500 + 3'650}};
    const requests::ListDays days{today, today + std::chrono::days{7}};
    const std::vector<Asked> all{
        {"first page, newest number", {}},
        {"by day of receipt, from the middle",
         {.sort = "-received", .after = middle_of(ledger, requests, days, rows)}},
        {"open, by day due", {.filters = {{"group", "open"}}, .sort = "due"}},
        {"overdue", {.filters = {{"group", "overdue"}}, .sort = "due"}},
        {"one state, by receipt", {.filters = {{"state", "handling"}}, .sort = "-received"}},
        {"a number", {.search = "2020-0"}},
        {"a name that nobody has", {.search = "王小明"}},
    };
    for (const Asked& one : all) {
        database.seen.clear();
        ledger.look([&](const journal::View& view) {
            (void)requests.page(view, organ, days, one.ask).value();
        });
        const auto statements = database.seen;
        double best = 1e9;
        for (int i = 0; i < 20; ++i) {
            const auto from = std::chrono::steady_clock::now();
            ledger.look([&](const journal::View& view) {
                (void)requests.page(view, organ, days, one.ask).value();
            });
            const std::chrono::duration<double, std::milli> took =
                std::chrono::steady_clock::now() - from;
            best = std::min(best, took.count());
        }
        std::printf("  %-36s %8.3f ms, %zu statements\n", one.what, best, statements.size());
        for (const auto& statement : statements)
            if (statement.sql.find("ORDER BY") != std::string::npos) print_plan(plain, statement);
    }
}

}  // namespace

int main(int count, char** words) {
    std::vector<int> sizes;
    for (int i = 1; i < count; ++i)
        sizes.push_back(std::max(2, std::atoi(words[i])));
    if (sizes.empty()) sizes = {100, 100'000};
    testing::on_each_engine([&](const testing::Place& place) {
        const char* engine = place.engine == Database::Engine::Sqlite ? "SQLite" : "PostgreSQL";
        for (const int rows : sizes) {
            std::printf("%s, %d requests\n", engine, rows);
            const testing::Place own(place.engine);
            measure(*own.open(), rows);
        }
    });
}
