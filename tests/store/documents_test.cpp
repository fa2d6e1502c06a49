#include <doctest/doctest.h>

#include <set>

#include "../disclosure/documents_for_tests.h"
#include "disclosure/public_view.h"
#include "engines.h"
#include "store/ledger/documents.h"
#include "store/ledger/ledger.h"
#include "store/ledger/registers.h"
#include "store/ledger/verify.h"
#include "store/migrations.h"

using namespace gongkai;
using namespace gongkai::store;
using namespace gongkai::testing::publication;
using gongkai::testing::day;
using gongkai::testing::on_each_database;
using journal::Change;
using journal::LogKey;
using journal::View;

namespace {

const LogKey town{330302, 7};
const Date first = day("2025-03-03");
const DocumentRepository documents;
const RegisterRepository register_lines;

void on_each_ledger(const std::function<void(store::Ledger&, Database&)>& body) {
    on_each_database([&](Database& database) {
        migrate(database);
        store::Ledger ledger(database, VaultKey::random());
        body(ledger, database);
    });
}

void record_acts(store::Ledger& ledger, const DocumentKey& where, const std::vector<Act>& acts) {
    for (const Act& it : acts)
        REQUIRE(ledger
                    .change({it.by, 1'767'225'600'000}, where.log,
                            [&](Change& change) -> Status {
                                change.append({subject(where),
                                               records::entry_kind<DocumentSubject>(it),
                                               records::record<DocumentSubject>(it)});
                                return Done{};
                            })
                    .ok());
}

DocumentKey next_key(store::Ledger& ledger) {
    DocumentKey where{town, ""};
    ledger.look([&](const View& view) { where.number = documents.next_number(view, town, 2025); });
    return where;
}

DocumentKey record_document(store::Ledger& ledger, const Document& it) {
    const DocumentKey where = next_key(ledger);
    record_acts(ledger, where, it.acts());
    return where;
}

void record_line(store::Ledger& ledger, const std::string& number,
                 const std::vector<RegisterAct>& acts) {
    using registers::Subject;
    const RegisterKey where{town, number};
    REQUIRE(ledger
                .change({"account/1", 1'767'225'600'000}, town,
                        [&](Change& change) -> Status {
                            for (const RegisterAct& act : acts)
                                change.append({records::subject(where),
                                               records::entry_kind<Subject>(act),
                                               records::record<Subject>(act)});
                            return Done{};
                        })
                .ok());
}

std::string faults(Database& database) {
    std::string all;
    database.read([&](Connection& connection) {
        for (const LogKey& log : logs(connection)) {
            for (const auto& it : verify_log(connection, log).faults)
                all += it.what + "\n";
            for (const auto& it : verify_projections(connection, log))
                all += it.what + "\n";
        }
    });
    return all;
}

Document indexed(std::string_view mark, Date on, int serial, Kind kind = Kind::Information) {
    Document it = drafted(content(mark, on, kind), on);
    return told(it, {act(Submit{}, on), review(on, 0),
                     publish(on, "X/" + iso(on).substr(0, 4) + "-0000" + std::to_string(serial))});
}

std::vector<std::string> titles(const std::vector<PublicRow>& all) {
    std::vector<std::string> found;
    for (const PublicRow& it : all)
        found.push_back(it.title);
    return found;
}

}  // namespace

TEST_CASE("documents are found again as they were recorded") {
    on_each_ledger([](store::Ledger& ledger, Database& database) {
        const Document shown = published(content("甲", first), first);
        const DocumentKey where = record_document(ledger, shown);
        const DocumentKey draft = record_document(ledger, drafted(content("乙", first), first));
        CHECK(where.number == "2025-0001");
        CHECK(draft.number == "2025-0002");
        ledger.look([&](const View& view) {
            CHECK(documents.find(view, where).value().acts() == shown.acts());
            CHECK(documents.find(view, {town, "2025-9"}).error().code == "document.not-found");
            CHECK(documents.find_index(view, town, index_number(shown)).value().key() == where);
            CHECK(documents.find_index(view, town, "").error().code == "document.not-found");
            CHECK(documents.all(view, town).size() == 2);
            CHECK(documents.all(view, {330302, 8}).empty());
            const auto working = documents.in_preparation(view, town);
            REQUIRE(working.size() == 1);
            CHECK(working[0].key() == draft);
            CHECK(documents.next_index(view, town, 2025) == 2);
            CHECK(documents.next_index(view, town, 2026) == 1);
            CHECK(documents.next_number(view, town, 2026) == "2026-0001");
        });
        CHECK(faults(database) == "");
    });
}

TEST_CASE("the public list has what is public, the latest first") {
    on_each_ledger([](store::Ledger& ledger, Database& database) {
        record_document(ledger, indexed("甲", day("2025-03-03"), 1));
        record_document(ledger, indexed("乙", day("2025-05-06"), 2, Kind::Rule));
        record_document(ledger, indexed("丙", day("2025-04-01"), 3));
        record_document(ledger, drafted(content("丁", first), first));
        const Document gone = told(indexed("戊", first, 4), {withdraw(first)});
        record_document(ledger, gone);
        ledger.look([&](const View& view) {
            using List = std::vector<std::string>;
            const auto list = [&](std::vector<records::Ask::Filter> filters) {
                records::Ask ask;
                ask.filters = std::move(filters);
                return titles(documents.public_page(view, town, ask, {}).value().rows);
            };
            CHECK(list({}) == List{"关于乙的通知", "关于丙的通知", "关于甲的通知"});
            CHECK(list({{"kind", "rule"}}) == List{"关于乙的通知"});
            CHECK(list({{"class", "8"}}).empty());
            CHECK(list({{"class", "7"}, {"year", "2025"}}).size() == 3);
            CHECK(list({{"year", "2024"}}).empty());
            CHECK(!documents.public_page(view, town, {{{"year", "20x5"}}, {}, {}, {}}, {}).ok());
            CHECK(documents.next_index(view, town, 2025) == 5);
        });
        CHECK(faults(database) == "");
    });
}

TEST_CASE("a year's list holds all its days, the first and the last as well, and no other") {
    on_each_ledger([](store::Ledger& ledger, Database&) {
        const char* published_on[] = {"2024-12-31", "2025-01-01", "2025-07-01", "2025-12-31",
                                      "2026-01-01"};
        int serial = 0;
        for (const char* on : published_on)
            record_document(ledger, indexed(on, day(on), ++serial));
        const std::pair<int, std::vector<std::string>> years[] = {
            {2023, {}},
            {2024, {"2024-12-31"}},
            {2025, {"2025-12-31", "2025-07-01", "2025-01-01"}},
            {2026, {"2026-01-01"}},
            {2027, {}}};
        ledger.look([&](const View& view) {
            for (const auto& [year, expected] : years) {
                CAPTURE(year);
                std::vector<std::string> found;
                records::Ask ask;
                ask.filters = {{"year", std::to_string(year)}};
                const auto page = documents.public_page(view, town, ask, {});
                for (const auto& it : page.value().rows)
                    found.push_back(iso(it.first_published_on));
                CHECK(found == expected);
            }
        });
    });
}

TEST_CASE("rows of documents follow each act and are made anew from the journal") {
    on_each_ledger([](store::Ledger& ledger, Database& database) {
        const Document once = published(content("甲", first), first);
        const Document revised = told(
            once, {text<Revise>(first, content("乙", first)), act(Submit{}, first),
                   review(first, 4), publish(first), end<Repeal>(first, first), withdraw(first)});
        const DocumentKey where = next_key(ledger);
        for (const Act& it : revised.acts()) {
            record_acts(ledger, where, {it});
            CHECK(faults(database) == "");
        }
        record_document(ledger, told(drafted(content("丙", first), first), {annul(first, 0)}));
        CHECK(faults(database) == "");
        database.read([](Connection& connection) {
            std::set<std::string> named;
            for (const auto& [digest, subject] : named_contents(connection, town))
                named.insert(digest);
            CHECK(named == std::set<std::string>{sha256("甲"), sha256("乙"), sha256("丙")});
        });
        database.transaction([](Connection& connection) {
            connection.run("UPDATE document SET is_public = 1", {});
            connection.run("DELETE FROM document_content", {});
        });
        CHECK(faults(database) != "");
        database.transaction([](Connection& connection) { rebuild_projections(connection, town); });
        CHECK(faults(database) == "");
    });
}

TEST_CASE("lines of the registers are found by year, with what became of them") {
    on_each_ledger([](store::Ledger& ledger, Database& database) {
        RegisterAct enter;
        enter.on = enter.recorded_on = first;
        enter.what = registers::Enter{RegisterKind::Penalty, {}, Decimal(12), "执法系统"};
        RegisterAct gone;
        gone.on = gone.recorded_on = day("2025-04-02");
        gone.words.seal = {"w", "digest"};
        gone.what = registers::Annul{};
        record_line(ledger, "2025-0001", {enter});
        record_line(ledger, "2025-0002", {enter, gone});
        enter.on = day("2024-12-31");
        record_line(ledger, "2025-0003", {enter});
        ledger.look([&](const View& view) {
            const auto lines = register_lines.of_year(view, town, 2025);
            REQUIRE(lines.size() == 2);
            CHECK(records::subject(lines[0].key()) == "register/2025-0001");
            CHECK(entry_of(lines[0]).amount == Decimal(12));
            CHECK(entry_of(lines[0]).source == "执法系统");
            CHECK(lines[0].acts().front().by == "account/1");
            CHECK_FALSE(is_annulled(lines[0]));
            CHECK(is_annulled(lines[1]));
            CHECK(lines[1].acts().back().on == day("2025-04-02"));
            CHECK(register_lines.of_year(view, town, 2024).size() == 1);
            CHECK(register_lines.next_number(view, town, 2025) == "2025-0004");
            const auto last = register_lines.find(view, {town, "2025-0003"}).value();
            CHECK(last.acts().front().on == day("2024-12-31"));
            CHECK(register_lines.find(view, {town, "x"}).error().code == "register.not-found");
            CHECK(register_lines.all(view, town).size() == 3);
        });
        CHECK(faults(database) == "");
        database.transaction([](Connection& connection) {
            connection.run("DELETE FROM register_line WHERE annulled = 1", {});
        });
        CHECK(faults(database).find("不见了") != std::string::npos);
    });
}

TEST_CASE("lines of the first and the last day of a year are of that year") {
    on_each_ledger([](store::Ledger& ledger, Database&) {
        RegisterAct enter;
        enter.recorded_on = day("2026-03-03");
        enter.what = registers::Enter{RegisterKind::License, {}, Decimal(1), "许可系统"};
        int serial = 0;
        for (const char* on : {"2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01"}) {
            enter.on = day(on);
            record_line(ledger, "2026-000" + std::to_string(++serial), {enter});
        }
        ledger.look([&](const View& view) {
            const auto days_of = [&](int year) {
                std::vector<std::string> all;
                for (const auto& line : register_lines.of_year(view, town, year))
                    all.push_back(iso(line.acts().front().on));
                return all;
            };
            using Days = std::vector<std::string>;
            CHECK(days_of(2024) == Days{"2024-12-31"});
            CHECK(days_of(2025) == Days{"2025-01-01", "2025-12-31"});
            CHECK(days_of(2026) == Days{"2026-01-01"});
        });
    });
}
