#include <doctest/doctest.h>

#include "engines.h"
#include "files/form_files.h"
#include "store/migrations.h"
#include "store/report_library.h"

using namespace gongkai;
using namespace gongkai::reports;

namespace {

const forms::Forms& all_forms() {
    static const forms::Forms forms = files::load_forms().value();
    return forms;
}

void on_each_library(const std::function<void(store::Database&, store::ReportLibrary&)>& body) {
    testing::on_each_database([&](store::Database& database) {
        store::migrate(database);
        store::ReportLibrary library(database, all_forms());
        body(database, library);
    });
}

NewReport made(const std::string& organ, int year, std::int32_t region = 0,
               const std::string& mark = {}) {
    NewReport it;
    it.report.form = &all_forms().back();
    it.report.organ = organ;
    it.report.year = year;
    it.report.cells.resize(std::size_t(it.report.form->cell_count()));
    it.kept.region = region;
    it.kept.organ = organ;
    it.kept.year = year;
    it.kept.form = it.report.form->id();
    it.kept.digest = organ + std::to_string(year) + mark;
    it.kept.imported = "2026-03-02T08:00:00Z";
    return it;
}

ReportId put(Library& library, const NewReport& it) { return library.add(std::span(&it, 1))[0]; }

std::string told(const std::vector<Listed>& lines) {
    std::string all;
    for (const auto& [kept, verdict] : lines)
        all += kept.organ + (kept.region ? "@" + std::to_string(kept.region) : "") +
               std::to_string(kept.year) + " ";
    return all;
}

std::string bodies(const Library& library, const Wanted& wanted, const PlaceAsked& part) {
    const auto page = library.bodies(wanted, part, {});
    return (page.has_before ? "< " : "") + told(page.reports) + (page.has_after ? ">" : "");
}

}  // namespace

TEST_CASE("bodies are listed by the page, forwards and back, and no write moves a page") {
    on_each_library([](store::Database&, Library& library) {
        for (const char* organ : {"c", "a", "e", "b", "d"})
            put(library, made(organ, 2024));
        put(library, made("b", 2023));
        CHECK(bodies(library, {}, {{}, {}, 2}) == "a2024 b2024 b2023 >");
        CHECK(bodies(library, {}, {BodyPlace{"b", 0}, {}, 2}) == "< c2024 d2024 >");
        CHECK(bodies(library, {}, {BodyPlace{"d", 0}, {}, 2}) == "< e2024 ");
        CHECK(bodies(library, {}, {{}, BodyPlace{"e", 0}, 2}) == "< c2024 d2024 >");
        CHECK(bodies(library, {}, {{}, BodyPlace{"c", 0}, 2}) == "a2024 b2024 b2023 >");
        // What comes before the place or goes at it leaves the page where it was.
        put(library, made("aa", 2024));
        REQUIRE(library.remove(library.of_body({"b", 0}, {})[0].kept.id).ok());
        REQUIRE(library.remove(library.of_body({"b", 0}, {})[0].kept.id).ok());
        CHECK(bodies(library, {}, {BodyPlace{"b", 0}, {}, 2}) == "< c2024 d2024 >");
        CHECK(bodies(library, {}, {BodyPlace{"z", 0}, {}, 2}) == "< ");
    });
}

TEST_CASE("a body of the same name in another region is another body") {
    on_each_library([](store::Database&, Library& library) {
        for (const std::int32_t region : {330102, 0, 330101})
            for (const char* organ : {"b", "a"})
                put(library, made(organ, 2024, region));
        CHECK(bodies(library, {}, {{}, {}, 2}) == "a2024 a@3301012024 >");
        CHECK(bodies(library, {}, {BodyPlace{"a", 330101}, {}, 2}) == "< a@3301022024 b2024 >");
        CHECK(bodies(library, {}, {{}, BodyPlace{"b", 0}, 2}) == "< a@3301012024 a@3301022024 >");
        CHECK(bodies(library, {330101, {}, {}}, {{}, {}, 5}) == "a@3301012024 b@3301012024 ");
        CHECK(library.count({330101, {}, {}}).bodies == records::Count{2, false});
        CHECK(library.count({}).bodies == records::Count{6, false});
        CHECK(bodies(library, {330109, {}, {}}, {{}, {}, 5}) == "");
    });
}

TEST_CASE("year and name narrow the list, the name in any width and script") {
    on_each_library([](store::Database&, Library& library) {
        for (const char* organ : {"清河县财政局", "清河县教育局", "Ａ区100%_局"})
            for (const int year : {2023, 2024})
                put(library, made(organ, year));
        const auto found = [&](std::optional<int> year, const char* name) {
            const Wanted wanted{{}, year, name};
            CHECK(library.count(wanted).reports.number ==
                  int(library.page(wanted, {}, 100, {}).size()));
            return bodies(library, wanted, {{}, {}, 10});
        };
        CHECK(found(2023, "财政") == "清河县财政局2023 ");
        CHECK(found({}, "財政") == "清河县财政局2024 清河县财政局2023 ");
        CHECK(found(2024, "a区１００%") == "Ａ区100%_局2024 ");
        CHECK(found({}, "0%局") == "");  // no sign of a name stands for any other
        CHECK(found({}, "0__局") == "");
        CHECK(found(2022, "") == "");
        CHECK(library.count({{}, 2023, {}}).bodies == records::Count{3, false});
    });
}

TEST_CASE("pages of any size put together are the list, in every region") {
    on_each_library([](store::Database&, Library& library) {
        for (const std::int32_t region : {0, 330101})
            for (const char* organ : {"b", "a", "c"})
                for (const int year : {2022, 2024, 2023})
                    put(library, made(organ, year, region));
        put(library, made("b", 2023, 0, "again"));
        const auto whole = library.page({}, {}, 100, {});
        CHECK(whole.size() == 19);
        CHECK(told(whole).starts_with("a2024 a2023 a2022 a@3301012024 "));
        for (const int limit : {1, 2, 3, 7, 18, 19, 20}) {
            CAPTURE(limit);
            std::vector<Listed> together;
            for (std::optional<ReportPlace> after;;) {
                const auto some = library.page({}, after, limit, {});
                if (some.empty()) break;
                REQUIRE(some.size() <= std::size_t(limit));
                together.insert(together.end(), some.begin(), some.end());
                after = place_of(some.back().kept);
            }
            CHECK(told(together) == told(whole));
            REQUIRE(together.size() == whole.size());
            for (std::size_t i = 0; i < whole.size(); ++i)
                CHECK(together[i].kept.id == whole[i].kept.id);
        }
    });
}

TEST_CASE("more than a thousand are not counted") {
    on_each_library([](store::Database&, Library& library) {
        std::vector<NewReport> many;
        for (int i = 0; i < 1001; ++i)
            many.push_back(made("局" + std::to_string(i), 2024));
        many.pop_back();
        library.add(many);
        CHECK(library.count({}).bodies == records::Count{1000, false});
        put(library, made("局1000", 2024, 330101));
        CHECK(library.count({}).bodies == records::Count{1000, true});
        CHECK(library.count({}).reports == records::Count{1000, true});
        CHECK(library.count({{}, {}, "局99"}).bodies == records::Count{11, false});
    });
}

TEST_CASE("a verdict is given while rules and the year before are those that it was made with") {
    on_each_library([](store::Database&, Library& library) {
        auto fresh = made("甲局", 2024);
        fresh.verdict = Verdict{{1, 2, 3}, "r1", ""};
        put(library, fresh);
        const auto verdict = [&](std::string_view rules) {
            const auto lines = library.of_body({"甲局", 0}, rules);
            CHECK(library.page({0, {}, "甲局"}, {}, 1, rules)[0].verdict.has_value() ==
                  lines[0].verdict.has_value());
            return lines[0].verdict ? lines[0].verdict->errors : -1;
        };
        CHECK(verdict("r1") == 1);
        CHECK(library.of_body({"甲局", 0}, "r1")[0].verdict->hints == 3);
        CHECK(verdict("r2") == -1);

        const auto before = made("甲局", 2023);
        const ReportId id = put(library, before);
        CHECK(verdict("r1") == -1);
        const Judged judged[] = {
            {library.of_body({"甲局", 0}, {})[0].kept, {{7, 0, 0}, "r1", edition(before.kept)}}};
        library.note(judged);
        CHECK(verdict("r1") == 7);
        // The same file read anew is another edition.
        auto again = before;
        again.kept.imported = "2026-03-03T08:00:00Z";
        CHECK(put(library, again) == id);
        CHECK(verdict("r1") == -1);
        // Two years before is not the year before.
        REQUIRE(library.remove(id).ok());
        put(library, made("甲局", 2022));
        put(library, made("乙局", 2023));
        put(library, made("甲局", 2023, 330101));
        CHECK(verdict("r1") == -1);
        const Judged alone[] = {{judged[0].kept, {{2, 0, 0}, "r1", ""}}};
        library.note(alone);
        CHECK(verdict("r1") == 2);
        // What was read of an edition that is no longer kept is not noted.
        auto other = fresh;
        other.verdict.reset();
        other.kept.imported = "2026-03-04T08:00:00Z";
        put(library, other);
        library.note(alone);
        CHECK(verdict("r1") == -1);
    });
}

TEST_CASE("reports that come together are kept together, or none of them") {
    on_each_library([](store::Database&, Library& library) {
        const NewReport good[] = {made("甲局", 2023), made("甲局", 2024), made("甲局", 2023)};
        const auto ids = library.add(good);
        REQUIRE(ids.size() == 3);
        CHECK(ids[0] < ids[1]);
        CHECK(ids[0] == ids[2]);
        NewReport bad[] = {made("乙局", 2023), made("丙局", 2024)};
        bad[1].kept.format = std::string("a\0b", 3);  // what no store takes
        CHECK_THROWS(library.add(bad));
        CHECK(told(library.page({}, {}, 10, {})) == "甲局2024 甲局2023 ");
    });
}

TEST_CASE("the state of the list is another after each change of it, and after no other") {
    on_each_library([](store::Database& database, Library& library) {
        std::string before = library.state();
        const auto changed = [&] {
            const std::string now = library.state();
            return std::exchange(before, now) != now;
        };
        const ReportId id = put(library, made("甲局", 2024));
        CHECK(changed());
        CHECK(!changed());
        put(library, made("甲局", 2024, 330101));
        CHECK(changed());
        const Judged judged[] = {{library.find(id).value().kept, {{}, "r1", ""}}};
        library.note(judged);
        CHECK(changed());
        library.note({});
        testing::make_table(database);
        CHECK(!changed());
        REQUIRE(library.remove(id).ok());
        CHECK(changed());
        CHECK(!library.remove(id).ok());
        CHECK(!changed());
    });
}

TEST_CASE("names that an earlier program kept are searched after the next start") {
    on_each_library([](store::Database& database, Library& library) {
        std::vector<NewReport> many;
        for (int i = 0; i < 501; ++i)
            many.push_back(made("財政局" + std::to_string(i), 2024, i % 2 ? 0 : 330101));
        library.add(many);
        database.transaction([](store::Connection& connection) {
            connection.run("UPDATE report SET folded = NULL", {});
        });
        const Wanted wanted{{}, {}, "财政"};
        CHECK(library.count(wanted).reports.number == 0);
        store::fold_names(database);
        CHECK(library.count(wanted).reports.number == 501);
    });
}
