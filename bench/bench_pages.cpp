// What a page of each list of the office costs by how long the list is, and by which plan:
// bench_pages [--plans] [rows…]. On SQLite, and on PostgreSQL where GONGKAI_TEST_POSTGRES names a
// server. Milliseconds, the best of several, with all that a page has: rows, count and groups.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <functional>
#include <string>
#include <vector>

#include "../tests/store/engines.h"
#include "../tests/store/watched.h"
#include "store/ledger/documents.h"
#include "store/ledger/ledger.h"
#include "store/ledger/messages.h"
#include "store/ledger/proposals.h"
#include "store/ledger/requests.h"
#include "store/migrations.h"

using namespace gongkai;
using store::Connection;
using store::Database;
using testing::Watched;

namespace {

const journal::LogKey organ{900121, 3};
const Date first_day{std::chrono::days{16'500}};
constexpr int days_filled = 3'650;
const Date today = first_day + std::chrono::days{days_filled};
const Date soon = today + std::chrono::days{7};

std::string six_digits(int number) {
    std::string digits = std::to_string(number);
    return std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

// A thing of a body of ten years: few are open, most are done.
struct Filled {
    int place = 0, rows = 0;

    bool open() const { return place >= rows - std::min(60, rows / 2); }
    Date on() const {
        return first_day + std::chrono::days{std::int64_t{place} * days_filled / rows};
    }
    std::string number() const { return std::to_string(year_of(on())) + "-" + six_digits(place); }
    std::string due() const { return iso(on() + std::chrono::days{28}); }
    std::string done() const {
        return open() ? std::string(records::no_day) : iso(on() + std::chrono::days{20});
    }
    std::string words() const { return "关于第" + number() + "号农路养护资金的通知"; }
};

using Fill = void (*)(Connection&, const Filled&);

void fill_request(Connection& connection, const Filled& it) {
    connection.run(
        "INSERT INTO request (region, organ, subject, number, is_open, state, channel, "
        "applicant_kind, received_on, due, settled_on, decision, handler, acts) VALUES "
        "($1, $2, $3, $4, $5, $6, 'internet', 'natural_person', $7, $8, $9, $10, $11, $12)",
        {organ.region, organ.organ, "request/" + it.number(), it.number(), std::int64_t{it.open()},
         it.open() ? "handling" : "delivered", iso(it.on()), it.due(),
         it.open() ? std::string() : it.done(), it.open() ? "" : "G2",
         "account/" + std::to_string(it.place % 7), std::int64_t{1 + it.place % 5}});
}

void fill_document(Connection& connection, const Filled& it) {
    connection.run(
        "INSERT INTO document (region, organ, subject, number, kind, subject_class, "
        "in_preparation, is_public, published_on, index_number, index_year, index_serial, "
        "present_kind, title, words, state, stage, standing, formed_on, first_published_on, "
        "latest, due, acts) VALUES ($1, $2, $3, $4, 'information', $5, $6, $7, $8, '', 0, 0, "
        "'information', $9, $9, $10, $11, $12, $13, $8, $13, $14, 1)",
        {organ.region, organ.organ, "document/" + it.number(), it.number(),
         std::int64_t{it.place % 16}, std::int64_t{it.open()}, std::int64_t{!it.open()},
         it.open() ? std::string() : it.done(), it.words(), it.open() ? "draft" : "public",
         it.open() ? "draft" : "none", it.open() ? "none" : "public", iso(it.on()),
         it.open() ? it.due() : std::string(records::no_day)});
}

void fill_message(Connection& connection, const Filled& it) {
    const std::string none(records::no_day);
    connection.run(
        "INSERT INTO message VALUES ($1, $2, $3, $4, 'hotline', 'help', $5, 'none', $6, 0, $7, $7, "
        "$8, $9, $10, $10, $11, 1, $12, -1, -1, -1, 'no_answer', $13, '', 0, $11, '', '')",
        {organ.region, organ.organ, "message/" + it.number(), it.number(),
         it.open() ? "handling" : "closed", "RX" + it.number(), std::int64_t{it.open()},
         iso(it.on()), it.due(), it.done(), none, std::int64_t{it.open() ? -1 : 1},
         "account/" + std::to_string(it.place % 7)});
}

void fill_proposal(Connection& connection, const Filled& it) {
    const std::string none(records::no_day), due = it.open() ? it.due() : none;
    connection.run(
        "INSERT INTO proposal (region, organ, subject, number, assigned_number, session, title, "
        "form, part, lead, state, stage, assigned_on, duty, due_on, answered_on, answer_class, "
        "satisfaction, promised_on, is_open, awaits_opinions, is_public, published_on, sought, "
        "public_title, public_sought, next_due_on) VALUES ($1, $2, $3, $4, $4, '五届', $5, "
        "'suggestion', 'lead', '镇政府', $6, 'none', $7, $8, $9, $10, $11, '', $12, $13, 0, 0, "
        "$12, $5, '', '', $9)",
        {organ.region, organ.organ, "proposal/" + it.number(), it.number(), it.words(),
         it.open() ? "handling" : "settled", iso(it.on()), it.open() ? "answer" : "", due,
         it.done(), it.open() ? "" : "A", none, std::int64_t{it.open()}});
}

struct Asked {
    const char* what;
    records::Ask ask;
};

struct List {
    const char* table;
    Fill fill;
    const char* by_day;  // the sort by the day of receipt, the last first
    std::function<std::string(const journal::View&, const records::Ask&)> page;  // its next
    std::vector<Asked> asked;
};

std::vector<List> lists() {
    const records::Ask none_found{.search = "没有这样的"};
    return {
        {"request",
         fill_request,
         "-received",
         [](const journal::View& view, const records::Ask& ask) {
             return store::RequestRepository().page(view, organ, {today, soon}, ask).value().next;
         },
         {{"open, by day due", {.filters = {{"group", "open"}}, .sort = "due"}},
          {"overdue", {.filters = {{"group", "overdue"}}, .sort = "due"}},
          {"one state, by receipt", {.filters = {{"state", "handling"}}, .sort = "-received"}},
          {"a number", {.search = "2020-0"}},
          {"a name that nobody has", none_found}}},
        {"document",
         fill_document,
         "-formed",
         [](const journal::View& view, const records::Ask& ask) {
             return store::DocumentRepository().page(view, organ, {today, soon}, ask).value().next;
         },
         {{"what is to be done", {.filters = {{"group", "duties"}}, .sort = "due"}},
          {"words of many", {.search = "养护"}},
          {"words of none", none_found}}},
        {"message",
         fill_message,
         "-received",
         [](const journal::View& view, const records::Ask& ask) {
             return store::MessageRepository().page(view, organ, ask, today).value().next;
         },
         {{"awaiting, by day due", {.filters = {{"group", "awaiting"}}, .sort = "due"}},
          {"to close", {.filters = {{"group", "to_close"}}}},
          {"a ticket", {.search = "RX2020-0"}},
          {"a name that nobody has", none_found}}},
        {"proposal",
         fill_proposal,
         "-assigned",
         [](const journal::View& view, const records::Ask& ask) {
             return store::ProposalRepository().page(view, organ, ask, today).value().next;
         },
         {{"duties, by day", {.filters = {{"group", "duties"}}, .sort = "duty"}},
          {"words of many", {.search = "养护"}},
          {"words of none", none_found}}}};
}

void print_plans(Database& database, const std::vector<Watched::Statement>& statements) {
    for (const auto& statement : statements)
        if (statement.sql.find("ORDER BY") != std::string::npos)
            for (const std::string& line : testing::plan_of(database, statement))
                std::printf("      %s\n", line.c_str());
}

// The page in the middle of the list, where an offset would have counted half of it.
records::Ask middle_of(const store::Ledger& ledger, const List& list, int rows) {
    records::Ask ask{.sort = list.by_day, .limit = records::longest_page};
    ledger.look([&](const journal::View& view) {
        for (int at = 0; at < rows / 2; at += ask.limit) {
            auto next = list.page(view, ask);
            if (next.empty()) break;
            ask.after = std::move(next);
        }
    });
    ask.limit = records::usual_page;
    return ask;
}

double best_of(const store::Ledger& ledger, const List& list, const records::Ask& ask) {
    double best = 1e9;
    for (int i = 0; i < 20; ++i) {
        const auto from = std::chrono::steady_clock::now();
        ledger.look([&](const journal::View& view) { (void)list.page(view, ask); });
        const std::chrono::duration<double, std::milli> took =
            std::chrono::steady_clock::now() - from;
        best = std::min(best, took.count());
    }
    return best;
}

void measure(Database& plain, const List& list, int rows, bool plans) {
    store::migrate(plain);
    plain.transaction([&](Connection& connection) {
        for (int i = 0; i < rows; ++i)
            list.fill(connection, {i, rows});
    });
    if (plain.engine() == Database::Engine::Postgres)
        plain.transaction([](Connection& connection) { connection.run_script("ANALYZE"); });
    Watched database(plain);
    const store::Ledger ledger(database, store::VaultKey::random());
    std::vector<Asked> all{{"first page", {}},
                           {"by day, from the middle", middle_of(ledger, list, rows)}};
    all.insert(all.end(), list.asked.begin(), list.asked.end());
    for (const Asked& one : all) {
        database.seen.clear();
        ledger.look([&](const journal::View& view) { (void)list.page(view, one.ask); });
        const auto statements = database.seen;
        std::printf("  %-10s %-26s %8.3f ms, %zu statements\n", list.table, one.what,
                    best_of(ledger, list, one.ask), statements.size());
        if (plans) print_plans(plain, statements);
    }
}

}  // namespace

int main(int count, char** words) {
    std::vector<int> sizes;
    bool plans = false;
    for (int i = 1; i < count; ++i) {
        if (std::strcmp(words[i], "--plans") == 0)
            plans = true;
        else
            sizes.push_back(std::max(2, std::atoi(words[i])));
    }
    if (sizes.empty()) sizes = {100, 10'000, 100'000};
    testing::on_each_engine([&](const testing::Place& place) {
        const char* engine = place.engine == Database::Engine::Sqlite ? "SQLite" : "PostgreSQL";
        for (const int rows : sizes) {
            std::printf("%s, %d rows\n", engine, rows);
            for (const List& list : lists()) {
                const testing::Place own(place.engine);
                measure(*own.open(), list, rows, plans);
            }
        }
    });
}
