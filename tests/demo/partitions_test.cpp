#include <doctest/doctest.h>

#include <memory>

#include "../desk/office_for_tests.h"
#include "../store/explained.h"
#include "demo/county.h"
#include "desk/duty_list.h"
#include "desk/report_room.h"
#include "desk/report_shelf.h"
#include "store/migrations.h"
#include "store/report_library.h"

// On PostgreSQL the rows may be spread by region. A statement about one region must not look into
// the others; those that have to are few, and plain sums over regions.
using namespace gongkai;
using namespace gongkai::testing;

namespace {

// What may span regions, by how it begins.
const char* const over_regions[] = {
    // The list of all kept reports begins with the regions that have some, each asked by itself;
    // what
    // pages of it rest on has a row a region. One of them is found by the number in its address.
    "SELECT region FROM region WHERE EXISTS (SELECT 1 FROM report",
    "SELECT region, changes FROM report_change",
    "SELECT id, report.region, organ, year, form, title, source, format, digest, imported, body "
    "FROM region JOIN report",
    "SELECT id, report.region, organ, year, form, title, source, format, digest, imported FROM "
    "region JOIN report",
    // The bodies of all regions begin with the regions that have some.
    "SELECT region FROM region WHERE EXISTS (SELECT 1 FROM body",
    // Verification begins with all logs of which anything is left.
    "SELECT region, organ FROM journal_head UNION",
    // Whoever signs in names no region.
    "SELECT region, id FROM account WHERE login = $1",
};

bool may_span(const std::string& sql) {
    return std::ranges::any_of(over_regions,
                               [&](const char* begins) { return sql.starts_with(begins); });
}

void read_public(const disclosure::PublicDocuments& documents, const journal::View& view,
                 const journal::LogKey& body) {
    records::Ask ask;
    ask.search = "通知";
    ask.filters = {{"kind", "information"}, {"year", "2024"}};
    const auto page = documents.public_page(view, body, ask, {}).value();
    (void)documents.public_page(view, body, {}, page.before);
    (void)documents.public_counts(view, body);
    (void)documents.public_state(view, body);
    (void)documents.find_short(view, body, "2024-00001");
    (void)documents.find_public(view, body, "document/2024-0001");
    (void)documents.interpreting(view, body, "document/2024-0001", 10);
    (void)documents.about_disclosure(view, body, 10);
    (void)documents.likely(view, body, {"通知"}, 10);
}

void read_everything(TestOffice& it, const demo::Plan& plan) {
    std::vector<organs::Organ> bodies;
    it.ledger.look([&](const journal::View& view) {
        CHECK(it.organs.regions(view) == std::vector<std::int64_t>{plan.region});
        bodies = it.organs.all(view, plan.region);
        (void)it.accounts.by_login(view, "nobody");
        (void)it.accounts.all(view, plan.region);
        for (const organs::Organ& body : bodies) {
            (void)it.requests.open(view, body.key);
            (void)it.documents.in_preparation(view, body.key);
            (void)it.registers.of_year(view, body.key, 2024);
            read_public(it.documents, view, body.key);
        }
    });
    for (const organs::Organ& body : bodies) {
        for (const char* sort : {"number", "-due"}) {
            const records::Ask some{.search = "2024", .sort = sort, .limit = 2};
            auto requests = it.desks.request_list.page(body.key, plan.last, some);
            CHECK(requests.ok());
            CHECK(it.desks.document_list.page(body.key, plan.last, some).ok());
            records::Ask more = some;
            more.after = requests.value().next;
            CHECK(it.desks.request_list.page(body.key, plan.last, more).ok());
        }
        (void)it.desks.duties.reports(body.key, plan.last);
        (void)it.desks.shelf.published(body.key, plan.last);
        (void)it.desks.books.compile({body.key, 2024});
    }
    (void)it.desks.roll_ups.accepted({bodies.front().key, 2024});
    CHECK(it.faults() == "");
}

void keep_reports(store::Database& database, const forms::Forms& forms) {
    store::ReportLibrary library(database, forms);
    forms::Report report;
    report.form = &forms.back();
    report.organ = "甲局";
    report.year = 2024;
    report.cells.resize(std::size_t(report.form->cell_count()));
    reports::Kept kept;
    kept.region = 900122;
    kept.organ = report.organ;
    kept.year = 2024;
    kept.form = report.form->id();
    kept.digest = "d1";
    const auto id = library.add(kept, report);
    CHECK(library.page({}, {}, 10, {}).size() == 1);
    reports::Wanted wanted;
    wanted.year = 2024;
    wanted.name = "甲";
    CHECK(library.bodies(wanted, {}, {}).reports.size() == 1);
    CHECK(library.bodies(wanted, {reports::BodyPlace{"乙", 0}, {}, 10}, {}).reports.size() == 1);
    CHECK(library.bodies(wanted, {{}, reports::BodyPlace{"", 0}, 10}, {}).reports.empty());
    CHECK(library.page(wanted, reports::ReportPlace{{"乙", 900121}, 2024, 0}, 10, {}).size() == 1);
    CHECK(library.count(wanted).reports.number == 1);
    CHECK(library.of_body({"甲局", 900122}, {}).size() == 1);
    CHECK(library.find_in(900122, id).ok());
    const reports::Judged judged[] = {{library.find(id).value().kept, {{}, "rules", ""}}};
    library.note(judged);
    CHECK(library.state() != "");
    CHECK(library.find(id).ok());
    CHECK(library.others_like(kept).empty());
    CHECK_FALSE(library.year_before(kept));
    CHECK(library.remove(id).ok());
}

}  // namespace

TEST_CASE("a statement about one region touches the rows of that one alone") {
    if (!has_postgres()) return;
    const Place place(store::Database::Engine::Postgres);
    const auto plain = place.open();
    store::migrate(*plain);
    demo::Plan plan;
    plan.last = day("2025-03-20");
    plan.years = 1;
    plan.requests = 20;
    plan.password = "yunxi-yanshi";
    partition_by_region(*plain, {plan.region, 900122});
    Explained database(*plain);
    TestOffice it(database);
    const Place elsewhere(store::Database::Engine::Sqlite);
    const auto other_database = elsewhere.open();
    TestOffice other(*other_database);
    REQUIRE(demo::play(it.desks, other.desks, plan, [](Date) {}).ok());
    read_everything(it, plan);
    keep_reports(database, it.forms);
    for (const std::string& sql : database.spanning())
        CHECK_MESSAGE(may_span(sql), sql);
    // Where nothing spans regions, nothing was explained.
    CHECK(database.spanning().size() == std::size(over_regions));
    CHECK(database.statements() > 40);
}
