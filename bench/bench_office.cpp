// What the office costs: durable acts a second, compiling a year, verifying a journal, the clocks
// of open cases.
//
//     bench_office FOLDER [POSTGRESQL-ADDRESS]
//
// FOLDER is where the SQLite files lie for the while. Acts are measured against SQLite alone (one
// connection that commits row after row) and against pgbench with an act's own statements.
#define DOCTEST_CONFIG_IMPLEMENT
#include "bench_office.h"

#include <unistd.h>

#include <atomic>
#include <thread>

#include "bare_sqlite.h"
#include "desk/report_room.h"
#include "store/ledger/verify.h"
#include "store/sqlite/sqlite_database.h"

namespace gongkai::bench {

namespace fs = std::filesystem;
using testing::day;
using testing::TestOffice;

std::vector<journal::LogKey> found(TestOffice& office) {
    std::vector<journal::LogKey> bodies;
    while (bodies.size() < 12)
        bodies.push_back(office.town());
    return bodies;
}

namespace {

// One request from its registration to its answer: three acts.
void handle(TestOffice& it, const journal::LogKey& body) {
    auto request =
        it.desks.requests
            .take_in(TestOffice::at("2025-03-03"), body, testing::any_question("2025-03-03"))
            .value()
            .request;
    for (const auto& act :
         {testing::decide(day("2025-03-05")), testing::act(requests::Deliver{}, "2025-03-06")})
        request = it.desks.requests
                      .act_on(TestOffice::at("2025-03-06"), request.key(),
                              testing::said(act, "答复"), request.acts().size())
                      .value();
}

void measure_sqlite(const fs::path& folder) {
    std::printf("acts on SQLite   clerks   acts/s   alone/s   ratio\n");
    for (const int clerks : client_counts) {
        const auto name = std::to_string(clerks);
        const auto database = store::open_sqlite(folder / ("office-" + name));
        TestOffice office(*database);
        const auto bodies = found(office);
        BareSqlite bare(folder / ("alone-" + name));
        const std::string row(600, 'x');
        const auto rates = medians(
            {[&] { return act_rate(office, bodies, clerks); }, [&] { return bare.rate(row); }});
        std::printf("                 %6d   %6.0f   %7.0f   %5.2f\n", clerks, rates[0], rates[1],
                    rates[0] / rates[1]);
    }
}

// The best of some runs: what else the machine does only ever adds.
double best_milliseconds(const std::function<void()>& work) {
    double best = 1e9;
    for (int round = 0; round < rounds; ++round) {
        const auto start = Clock::now();
        work();
        best = std::min(best, seconds_since(start) * 1000);
    }
    return best;
}

void measure_books(const fs::path& folder) {
    constexpr int requests = 10'000;
    const auto database = store::open_sqlite(folder / "books");
    TestOffice office(*database);
    const auto body = office.town();
    {
        std::vector<std::jthread> clerks;
        for (int i = 0; i < 8; ++i)
            clerks.emplace_back([&] {
                for (int each = 0; each < requests / 8; ++each)
                    handle(office, body);
            });
    }
    const double compiled = best_milliseconds([&] {
        (void)office.desks.books.compile({body, 2025}).value();
    });
    std::printf("compile a year of %d requests from the store: %.0f ms\n", requests, compiled);

    std::vector<requests::Request> all;
    office.ledger.look([&](const journal::View& view) { all = office.requests.all(view, body); });
    const auto& form =
        *std::ranges::find_if(office.forms, [](const forms::Form& it) { return it.covers(2025); });
    const double counted = best_milliseconds([&] {
        (void)reports::compile(form, {all, {}, {}}, 2025, office.desks.requests.rules().settings);
    });
    std::printf("  of it the counting alone: %.0f ms\n", counted);

    const auto rules = office.desks.requests.rules();
    const double clocks = best_milliseconds([&] {
        for (int again = 0; again < 10; ++again)
            for (const auto& it : all)
                (void)requests::answer_clock(it, rules, day("2025-03-04"));
    });
    std::printf("clocks of 100,000 open cases: %.0f ms\n", clocks);

    database->read([&](store::Connection& connection) {
        std::int64_t entries = 0;
        const double took =
            best_milliseconds([&] { entries = store::verify_log(connection, body).entries; });
        std::printf("verify a log of %lld entries: %.0f entries a second\n", (long long)entries,
                    double(entries) * 1000 / took);
    });
}

}  // namespace

Rate act_rate(TestOffice& office, const std::vector<journal::LogKey>& bodies, int clerks) {
    std::atomic<std::int64_t> done = 0;
    const auto start = Clock::now(), end = start + one_round;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < clerks; ++i)
            threads.emplace_back([&, i] {
                for (; Clock::now() < end; done += 3)
                    handle(office, bodies[std::size_t(i) % bodies.size()]);
            });
    }
    return double(done) / seconds_since(start);
}

}  // namespace gongkai::bench

int main(int count, char** arguments) {
    if (count < 2) {
        std::fprintf(stderr, "usage: bench_office FOLDER [POSTGRESQL-ADDRESS]\n");
        return 2;
    }
    namespace fs = std::filesystem;
    const fs::path folder = fs::path(arguments[1]) / ("bench-office-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    gongkai::bench::measure_books(folder);
    gongkai::bench::measure_sqlite(folder);
    if (count > 2) gongkai::bench::measure_postgres(folder, arguments[2]);
    fs::remove_all(folder);
    return 0;
}
