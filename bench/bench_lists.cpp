// What a page of a public list costs, by how long the list is, on either store:
//
//     bench_lists [POSTGRESQL-ADDRESS]
//
// The rows are put in as an import or a projection leaves them. Milliseconds a page, the median of
// several; SQLite lies in a folder of its own that is gone at the end.
#include <unistd.h>

#include <filesystem>
#include <random>

#include "files/form_files.h"
#include "measure.h"
#include "store/ledger/documents.h"
#include "store/ledger/ledger.h"
#include "store/migrations.h"
#include "store/postgres/postgres_database.h"
#include "store/report_library.h"
#include "store/sqlite/sqlite_database.h"

namespace {

namespace fs = std::filesystem;
using namespace gongkai;
using namespace gongkai::bench;

constexpr std::int64_t region = 330302;
constexpr int pages = 31;

double milliseconds(const std::function<void()>& work) {
    std::vector<double> all;
    for (int i = 0; i < pages; ++i) {
        const auto start = Clock::now();
        work();
        all.push_back(seconds_since(start) * 1000);
    }
    std::ranges::sort(all);
    return all[all.size() / 2];
}

std::string word(std::mt19937& dice) {
    static const char* const signs[] = {"财", "政", "农", "业", "水", "利", "教", "育", "公", "路",
                                        "低", "保", "名", "单", "计", "划", "补", "贴", "许", "可"};
    std::string all;
    for (int i = 0; i < 4; ++i)
        all += signs[dice() % std::size(signs)];
    return all;
}

std::string day(int number) {
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", 2016 + number % 10, 1 + number / 10 % 12,
                  1 + number / 120 % 28);
    return text;
}

void add_documents(store::Database& database, std::int64_t organ, int count) {
    std::mt19937 dice(1);
    database.transaction([&](store::Connection& connection) {
        for (int i = 0; i < count; ++i) {
            const std::string subject = "document/2025-" + std::to_string(100000 + i);
            const std::string title = "关于" + word(dice) + word(dice) + "的通知";
            const std::string on = day(int(dice() % 3360));
            connection.run(
                "INSERT INTO public_document VALUES ($1, $2, $3, $4, $4, $5, '', $6, $7, $8, $8, "
                "$8, '', 0, 1, '', 0, $5, $9)",
                {region, organ, subject, "2025-" + std::to_string(100000 + i), title,
                 std::string(i % 50 ? "information" : "rule"), std::int64_t(i % 16), on,
                 title + "概述" + word(dice)});
            for (const std::string& pair : disclosure::sign_pairs(title))
                connection.run("INSERT INTO public_document_pair VALUES ($1, $2, $3, $4)",
                               {region, organ, pair, subject});
        }
    });
}

void add_reports(store::Database& database, const forms::Forms& forms, std::int32_t where,
                 int count) {
    store::ReportLibrary library(database, forms);
    std::mt19937 dice(2);
    for (int i = 0; i < count;) {
        std::vector<reports::NewReport> some;
        for (; i < count && some.size() < 1000; ++i) {
            reports::NewReport one;
            one.report.form = &forms.back();
            one.report.cells.resize(std::size_t(one.report.form->cell_count()));
            one.report.sections.push_back({1, "一、总体情况", std::string(6000, 'x'), 0});
            one.kept.region = where;
            one.kept.organ = word(dice) + std::to_string(i / 5) + "局";
            one.kept.year = 2020 + i % 5;
            one.kept.digest = std::to_string(i);
            one.verdict = reports::Verdict{{1, 1, 1}, "r", ""};
            some.push_back(std::move(one));
        }
        library.add(some);
    }
}

void measure_documents(store::Database& database, std::int64_t organ, int count) {
    const store::VaultKey key = store::VaultKey::random();
    const store::Ledger ledger(database, key);
    const store::DocumentRepository documents;
    const journal::LogKey log{region, organ};
    const auto cost = [&](const std::function<void(const journal::View&)>& work) {
        return milliseconds([&] { ledger.look(work); });
    };
    records::Ask latest, rules, found, rare;
    latest.limit = rules.limit = found.limit = rare.limit = 20;
    rules.filters = {{"kind", "rule"}};
    found.search = "财政";
    rare.search = "没有这样的文件";
    std::string middle;
    ledger.look([&](const journal::View& view) {
        records::Ask far;
        far.limit = 200;
        for (int i = 0; i < 20; ++i) {
            const auto page = documents.public_page(view, log, far, {}).value();
            if (page.after.empty()) break;
            middle = far.after = page.after;
        }
    });
    records::Ask behind = latest;
    behind.after = middle;
    const auto page = [&](const records::Ask& ask) {
        return cost([&](const journal::View& view) {
            (void)documents.public_page(view, log, ask, {}).value();
        });
    };
    const auto pairs = disclosure::sign_pairs("低保名单的补贴计划");
    std::printf(
        "%9d %8.2f %8.2f %8.2f %8.2f %8.2f %8.2f %8.2f\n", count, page(latest), page(behind),
        page(rules), page(found), page(rare),
        cost([&](const journal::View& view) { (void)documents.public_counts(view, log); }),
        cost([&](const journal::View& view) { (void)documents.likely(view, log, pairs, 5); }));
}

void measure_reports(store::Database& database, const forms::Forms& forms, std::int32_t where,
                     int count) {
    store::ReportLibrary library(database, forms);
    reports::Wanted all, year, name, none;
    all.region = year.region = name.region = none.region = where;
    year.year = 2024;
    name.name = "财政";
    none.name = "没有这样的机关";
    const auto page = [&](const reports::Wanted& wanted, reports::PlaceAsked place) {
        return milliseconds([&] { (void)library.bodies(wanted, place, "r"); });
    };
    std::printf("%9d %8.2f %8.2f %8.2f %8.2f %8.2f %8.2f\n", count, page(all, {}),
                page(all, {reports::BodyPlace{"农", 0}, {}, 50}), page(year, {}), page(name, {}),
                page(none, {}), milliseconds([&] { (void)library.count(all); }));
}

void measure(const char* name, store::Database& database, const forms::Forms& forms) {
    store::migrate(database);
    std::printf(
        "%s, milliseconds a page\ndocuments   latest   behind     kind    words     none   "
        "counts   likely\n",
        name);
    int organ = 0;
    for (const int count : {100, 10'000, 100'000}) {
        add_documents(database, ++organ, count);
        measure_documents(database, organ, count);
    }
    std::printf("  reports    first   behind     year     name     none    count\n");
    int where = 330000;
    for (const int count : {100, 10'000, 100'000}) {
        add_reports(database, forms, ++where, count);
        measure_reports(database, forms, where, count);
    }
}

}  // namespace

int main(int count, char** arguments) {
    const auto forms = files::load_forms();
    if (!forms.ok()) return 3;
    const auto folder = fs::temp_directory_path() / ("bench-lists-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    measure("SQLite", *store::open_sqlite(folder / "lists.sqlite"), forms.value());
    fs::remove_all(folder);
    if (count > 1) measure("PostgreSQL", *store::open_postgres(arguments[1], 2), forms.value());
}
