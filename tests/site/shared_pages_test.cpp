#include <set>

#include "portal_for_tests.h"
#include "store/report_library.h"

using namespace gongkai;
using namespace gongkai::testing;
using http::Audience;

namespace {

// Another office of the town's people, with what `change` makes of the town.
void change_town(TestOffice& at, const journal::LogKey& town,
                 const std::function<void(organs::Organ&)>& change) {
    auto organ = at.desks.organs.find(town).value();
    change(organ);
    REQUIRE(at.desks.organs.change(TestOffice::at("2025-01-15"), organ).ok());
}

http::Response get(const http::Dispatch& site, const std::string& path,
                   std::vector<http::Field> headers = {}) {
    http::Request request;
    request.method = "GET";
    request.path = path;
    request.headers = std::move(headers);
    return site.answer(request);
}

reports::Kept kept(const forms::Report& report) {
    reports::Kept it;
    it.organ = report.organ;
    it.year = report.year.value();
    it.title = report.title;
    it.form = report.form->id();
    it.digest = report.organ;
    return it;
}

}  // namespace

TEST_CASE("a page changes at once with an act, and its ETag with it") {
    on_each_portal([](TestPortal& it) {
        const auto path = it.path();
        const auto before = get(*it.site, path);
        CHECK(before.header("Cache-Control") == "no-cache");
        const http::Field known{"If-None-Match", std::string(before.header("ETag"))};
        const auto same = get(*it.site, path, {known});
        CHECK(same.status == 304);
        CHECK(same.body.empty());
        CHECK(same.header("ETag") == known.value);

        change_town(it.it, it.town, [](auto& organ) { organ.contact.phone = "0000-7654321"; });
        const auto after = get(*it.site, path, {known});
        CHECK(after.status == 200);
        CHECK(has(after, "0000-7654321"));
        CHECK(!has(after, "0000-1234567"));
        CHECK(after.header("ETag") != known.value);
    });
}

TEST_CASE("a page changes at once with what another program writes") {
    on_each_engine([](const Place& place) {
        const auto database = place.open(), elsewhere = place.open();
        TestPortal it(*database);
        TestOffice other(*elsewhere, it.it.key);
        store::ReportLibrary library(*database, test_forms()), imports(*elsewhere, test_forms());
        std::ostringstream log;
        const auto site = app::make_site(
            {library, test_forms(), test_calendar(), "test", &it.it.desks,
             [] { return TestOffice::at("2025-01-15").at; }, [&] { return database->state(); }},
            {}, log);
        CHECK(!has(get(*site, it.path()), "0000-7654321"));
        change_town(other, it.town, [](auto& organ) { organ.contact.phone = "0000-7654321"; });
        CHECK(has(get(*site, it.path()), "0000-7654321"));

        const auto report = blank_report("云溪县茶坞镇人民政府", 2024);
        for (int i = 0; i < 3; ++i) {
            CHECK(!has(get(*site, "/reports"), report.organ));
            const auto id = imports.add(kept(report), report);
            const auto page = "/reports/" + std::to_string(std::int64_t(id));
            CHECK(has(get(*site, "/reports"), report.organ));
            CHECK(get(*site, page).status == 200);
            REQUIRE(imports.remove(id).ok());
            CHECK(get(*site, page).status == 404);
        }
        CHECK(log.str() == "");
    });
}

TEST_CASE("a page changes with the day in China") {
    on_each_portal([](TestPortal& it) {
        change_town(it.it, it.town, [](auto& organ) { organ.valid_until = day("2025-03-31"); });
        it.today = "2025-03-31";
        CHECK(!has(it.get(it.path()), "不再受理申请和来信"));
        it.today = "2025-04-01";
        CHECK(has(it.get(it.path()), "不再受理申请和来信"));
    });
}

TEST_CASE("the site keeps the pages that the table calls everybody's, and no others") {
    on_each_database([](store::Database& database) {
        TestPortal it(database);
        const auto site = app::make_site(
            {it.library, test_forms(), test_calendar(), "test", &it.it.desks,
             [] { return TestOffice::at("2025-01-15").at; }, [] { return "always the same"; }},
            {}, it.log);
        const std::set<std::string_view> expected{
            "/",
            "/reports",
            "/reports/{id}",
            "/check",
            "/rules",
            "/open",
            "/sitemap",
            "/help",
            "/organs/{organ}",
            "/organs/{organ}/guide",
            "/organs/{organ}/rules",
            "/organs/{organ}/documents",
            "/organs/{organ}/documents/{index}",
            "/organs/{organ}/reports",
            "/organs/{organ}/reports/{year}",
            "/organs/{organ}/reports/{year}/all",
            "/organs/{organ}/letters",
            "/organs/{organ}/letters/{number}",
            "/organs/{organ}/letter-figures",
            "/organs/{organ}/proposals",
            "/organs/{organ}/proposals/{number}",
        };
        std::set<std::string_view> shared;
        for (const auto& route : site->router().routes())
            if (route.audience == Audience::Everybody) {
                shared.insert(route.path);
                CHECK(route.method == "GET");
                CHECK(route.right == organs::Right::Public);
            }
        CHECK(shared == expected);

        // With a state that tells nothing of the change, what was kept shows itself.
        const auto path = it.path("/guide"), asking = it.path("/apply");
        const auto kept_page = get(*site, path).body;
        const auto form = get(*site, asking);
        CHECK(form.header("Cache-Control") == "no-store");
        change_town(it.it, it.town, [](auto& organ) { organ.contact.phone = "0000-7654321"; });
        CHECK(get(*site, path).body == kept_page);
        CHECK(has(get(*site, asking), "0000-7654321"));
        CHECK(get(*site, it.path("/track")).header("Cache-Control") == "no-store");
    });
}

TEST_CASE("a page of a body stays as it is while others act, and goes with its own acts") {
    on_each_portal([](TestPortal& it) {
        // What nobody recorded shows itself when a page is made anew.
        const auto run = [&](const std::string& sql) {
            it.it.database.transaction(
                [&](store::Connection& connection) { connection.run_script(sql); });
        };
        const auto act_of = [&](const journal::LogKey& log) {
            REQUIRE(it.it.ledger
                        .change(TestOffice::at("2025-01-15"), log,
                                [](journal::Change& change) -> Status {
                                    change.append({"note/1", "note.test", journal::Record{}});
                                    return Done{};
                                })
                        .ok());
        };
        run("INSERT INTO public_document VALUES (" + std::to_string(it.town.region) + ", " +
            std::to_string(it.town.organ) +
            ", 'document/2025-0001', '2025-00001', 'X/2025-00001', 'first', '', 'information', 7, "
            "'2025-01-01', '2025-01-01', '2025-01-01', '', 0, 0, '', 0, 'first', 'first')");
        const auto path = it.path("/documents");
        CHECK(has(it.get(path), ">first</a>"));
        run("UPDATE public_document SET title = 'second'");
        CHECK(has(it.get(path), ">first</a>"));
        act_of(it.county);
        it.library.add(blank_report("别的机关", 2024));
        CHECK(has(it.get(path), ">first</a>"));
        act_of(it.town);
        CHECK(has(it.get(path), ">second</a>"));
        run("UPDATE public_document SET title = 'third'");
        act_of({it.town.region, 0});
        CHECK(has(it.get(path), ">third</a>"));
        run("UPDATE public_document SET title = 'fourth'");
        it.today = "2025-01-16";
        CHECK(has(it.get(path), ">fourth</a>"));
        run("DELETE FROM public_document");
    });
}

TEST_CASE("pages of kept reports stay while bodies act, and go with each report") {
    on_each_portal([](TestPortal& it) {
        const auto report = blank_report("云溪县茶坞镇人民政府", 2024);
        CHECK(!has(it.get("/reports"), report.organ));
        it.library.add(report);
        CHECK(has(it.get("/reports"), report.organ));
    });
}

TEST_CASE("how one visitor reads is not how the next one does") {
    on_each_portal([](TestPortal& it) {
        const auto shown = [&](const std::string& cookie) {
            const auto page =
                get(*it.site, it.path(), {{"Cookie", cookie}, {"User-Agent", cookie}});
            CHECK(page.header("Set-Cookie").empty());
            CHECK(page.header("Vary") == "Cookie");
            CHECK(!has(page, "secret"));
            return between(page.body, "<html lang=\"zh-CN\" class=\"", "\"");
        };
        for (int round = 0; round < 2; ++round) {
            CHECK(shown("view=plain-large") == "large ");
            CHECK(shown("") == "");
            CHECK(shown("__Host-gongkai=900121.secret") == "");
            CHECK(shown("__Host-gongkai=secret; view=plain-contrast") == "contrast");
            CHECK(shown("view=plain-large-contrast") == "large contrast");
        }
    });
}
