#include <doctest/doctest.h>

#include "desk/recording.h"
#include "office_for_tests.h"

// The lists of bodies, accounts, entries and reports of bodies below, by the page.
using namespace gongkai;
using namespace gongkai::desk;
using namespace gongkai::testing;
using organs::Level;
using organs::Organ;
using organs::Role;
using records::Ask;
using records::Page;

namespace {

struct Body {
    const char* name;
    Level level;
    std::optional<std::int64_t> parent;
    const char* until = "";
};

journal::LogKey enter(TestOffice& it, const Body& body, std::int64_t where = region) {
    Organ organ;
    organ.key.region = where;
    organ.name = body.name;
    organ.kind =
        body.level == Level::County ? organs::OrganKind::Office : organs::OrganKind::Government;
    organ.level = body.level;
    organ.parent = body.parent;
    organ.division_code = std::to_string(where) + "000000";
    organ.contact = {"办公室", "一号", "工作日", "0000-1", "", ""};
    organ.valid_from = day("2019-05-15");
    if (*body.until) organ.valid_until = day(body.until);
    return it.desks.organs.create(TestOffice::at("2025-01-02"), organ).value().key;
}

std::string numbers(const std::vector<Organ>& bodies) {
    std::string all;
    for (const Organ& body : bodies)
        all += std::to_string(body.key.organ) + " ";
    return all;
}

// All pages, two bodies each, with a bar between them.
template <class Ask_page>
std::string pages(const Ask_page& page_of, Ask ask) {
    std::string all;
    ask.limit = 2;
    do {
        const auto page = page_of(ask);
        if (!page.ok()) return page.error().code;
        all += numbers(page.value().rows) + "| ";
        ask.after = page.value().next;
    } while (!ask.after.empty());
    return all;
}

// An office of the county (2), below it a town (1) with a station (5), a bureau that is gone (3),
// and a body that nobody guides (4).
void enter_county(TestOffice& it) {
    enter(it, {"柳河镇人民政府", Level::Township, {}});
    enter(it, {"云溪县人民政府办公室", Level::County, {}});
    Organ town = it.desks.organs.find({region, 1}).value();
    town.parent = 2;
    REQUIRE(it.desks.organs.change(TestOffice::at("2025-01-02"), town).ok());
    enter(it, {"云溪县旧局", Level::County, 2, "2024-06-30"});
    enter(it, {"柳湾乡人民政府", Level::Township, {}});
    enter(it, {"柳河镇站", Level::Township, 1});
}

}  // namespace

TEST_CASE("bodies come by the page, sorted, narrowed and searched") {
    on_each_office([](TestOffice& it) {
        enter_county(it);
        const auto all = [&](const Ask& ask) { return it.desks.organs.page(region, ask); };
        CHECK(pages(all, {}) == "1 2 | 3 4 | 5 | ");
        CHECK(pages(all, {.sort = "-id"}) == "5 4 | 3 2 | 1 | ");
        // The county's bodies first, of each level those that guide others.
        CHECK(pages(all, {.sort = "place"}) == "2 3 | 1 4 | 5 | ");
        CHECK(pages(all, {.filters = {{"level", "township"}}}) == "1 4 | 5 | ");
        CHECK(pages(all, {.filters = {{"parent", "2"}}}) == "1 3 | ");
        CHECK(pages(all, {.filters = {{"id", "5,1"}}}) == "1 5 | ");
        CHECK(pages(all, {.search = "柳河"}) == "1 5 | ");
        CHECK(pages(all, {.search = "柳%"}) == "| ");
        CHECK(pages(all, {.sort = "level"}) == "list.sort");
        CHECK(pages(all, {.filters = {{"state", "none"}}}) == "list.filter");
        CHECK(all({}).value().count == records::Count{5, false});
        CHECK(it.desks.organs.page(900122, {}).value().rows.empty());
        // A body whose name and superior were changed stands once, as it is now.
        CHECK(it.faults() == "");
    });
}

TEST_CASE("the bodies of all regions come one region after the other, those of the day alone") {
    on_each_office([](TestOffice& it) {
        enter_county(it);
        enter(it, {"他县人民政府办公室", Level::County, {}}, region + 1);
        const auto on = [&](std::string_view date) {
            return [&, date](const Ask& ask) { return it.desks.organs.everywhere(ask, day(date)); };
        };
        CHECK(pages(on("2024-06-30"), {.sort = "place"}) == "2 3 | 1 4 | 5 1 | ");
        CHECK(pages(on("2024-07-01"), {.sort = "place"}) == "2 1 | 4 5 | 1 | ");
        CHECK(pages(on("2018-01-01"), {}) == "| ");
        CHECK(pages(on("2024-07-01"), {.after = "abc"}) == "list.cursor");
        CHECK(pages(on("2024-07-01"), {.after = "900121.zz"}) == "list.cursor");
        const auto counted = it.desks.organs.everywhere({.limit = 1}, day("2024-07-01"));
        CHECK(counted.value().count == records::Count{5, false});
    });
}

TEST_CASE("the reports of the bodies below come by the page, however deep these stand") {
    on_each_office([](TestOffice& it) {
        enter_county(it);
        const journal::LogKey office{region, 2};
        const auto of_year = [&](int year, const Ask& ask) {
            std::string all;
            const auto page = it.desks.duties.campaign({office, year}, ask);
            if (!page.ok()) return page.error().code;
            for (const auto& line : page.value().rows)
                all += std::to_string(line.body.key.organ) + " " +
                       std::string(gongkai::name(line.state)) + " ";
            for (const auto& group : page.value().groups)
                all += group.name + " " + std::to_string(group.count.number);
            return all;
        };
        const reports::submissions::Prepare version{std::string(64, 'a'), std::string(64, 'b'),
                                                    false};
        it.ledger
            .change(TestOffice::at("2025-01-20"), {region, 1},
                    [&](journal::Change& change) -> Status {
                        reports::SubmissionAct act;
                        act.on = day("2025-01-20");
                        act.what = version;
                        append<reports::submissions::Subject>(
                            change, reports::history_key({{region, 1}, 2024}), act);
                        return Done{};
                    })
            .value();
        CHECK(of_year(2024, {}) == "1 prepared 5 none missing 1");
        CHECK(of_year(2023, {}) == "1 none 3 none 5 none missing 3");
        CHECK(of_year(2024, {.filters = {{"state", "none,submitted"}}}) == "5 none missing 1");
        CHECK(of_year(2024, {.filters = {{"group", "missing"}}}) == "5 none missing 1");
        CHECK(of_year(2024, {.search = "镇站"}) == "5 none missing 1");
        CHECK(of_year(2024, {.filters = {{"state", "prepared"}}, .sort = "-name"}) ==
              "1 prepared missing 1");
    });
}

TEST_CASE("of a thousand bodies below a page has the same as of a few") {
    on_each_office([](TestOffice& it) {
        enter_county(it);
        it.database.transaction([](store::Connection& connection) {
            for (std::int64_t number = 11; number <= 1100; ++number)
                connection.run(
                    "INSERT INTO body (region, organ, number, name, folded, kind, level, place, "
                    "superior, valid_from, valid_until, record) SELECT region, organ, $2, name, "
                    "folded, kind, level, place, $3, valid_from, valid_until, record FROM body "
                    "WHERE region = $1 AND organ = 0 AND number = 5",
                    {region, number, std::int64_t{number % 2 == 0 ? 1 : 4}});
        });
        const auto below = [&](std::int64_t organ) {
            return [&, organ](const Ask& ask) {
                return it.desks.organs.page(region, ask, {.below = organ});
            };
        };
        const auto first = below(2)({.limit = 4}).value();
        CHECK(numbers(first.rows) == "1 3 5 12 ");
        CHECK(first.count == records::Count{548, false});
        // Now a thousand and more stand below.
        Organ loose = it.desks.organs.find({region, 4}).value();
        loose.parent = 2;
        REQUIRE(it.desks.organs.change(TestOffice::at("2025-01-02"), loose).ok());
        const auto many = below(2)({.limit = 6}).value();
        CHECK(numbers(many.rows) == "1 3 4 5 11 12 ");
        CHECK(many.count == records::Count{1000, true});
        CHECK(numbers(below(4)({.limit = 2}).value().rows) == "11 13 ");
        it.database.transaction([](store::Connection& connection) {  // no entry has made them
            connection.run("DELETE FROM body WHERE region = $1 AND organ = 0 AND number > 10",
                           {region});
        });
    });
}

TEST_CASE("accounts come by the page, by body") {
    on_each_office([](TestOffice& it) {
        enter_county(it);
        const auto by = TestOffice::at("2025-01-02");
        std::string second;
        for (const auto& [login, organ] : {std::pair{"ann", 2}, {"wang", 1}, {"wang.er", 2}}) {
            const NewAccount account{login,
                                     "春江潮水连海平，海上明月共潮生",
                                     organ,
                                     {Role::Clerk},
                                     {std::string("姓名") + login, ""}};
            second = it.desks.accounts.create(by, region, account).value().id;
        }
        REQUIRE(it.desks.accounts.change(by, region, second, {{Role::Clerk}, false}).ok());
        const auto logins = [&](Ask ask) {
            std::string all;
            ask.limit = 2;
            do {
                const auto page = it.desks.accounts.page(region, ask);
                if (!page.ok()) return page.error().code;
                for (const auto& each : page.value().rows)
                    all += each.account.login + "=" + each.person.name + " ";
                all += "| ";
                ask.after = page.value().next;
            } while (!ask.after.empty());
            return all;
        };
        CHECK(logins({}) == "wang=姓名wang ann=姓名ann | wang.er=姓名wang.er | ");
        CHECK(logins({.sort = "-login"}) == "wang.er=姓名wang.er wang=姓名wang | ann=姓名ann | ");
        CHECK(logins({.filters = {{"organ", "2"}}}) == "ann=姓名ann wang.er=姓名wang.er | ");
        CHECK(logins({.filters = {{"active", "0"}}}) == "wang.er=姓名wang.er | ");
        CHECK(logins({.search = "wang."}) == "wang.er=姓名wang.er | ");
        CHECK(logins({.search = "姓名ann"}) == "| ");
        CHECK(it.faults() == "");
    });
}

TEST_CASE("the entries of a log come by the page, the newest first") {
    on_each_office([](TestOffice& it) {
        enter_county(it);  // six entries
        const auto entries = [&](const Ask& ask) {
            return it.desks.journal.page({region, 0}, ask);
        };
        std::string all;
        Ask ask{.limit = 4};
        do {
            const auto page = entries(ask).value();
            for (const auto& each : page.rows)
                all += std::to_string(each.entry.sequence) + " ";
            all += "| ";
            CHECK(page.count == records::Count{6, false});
            ask.after = page.next;
        } while (!ask.after.empty());
        CHECK(all == "5 4 3 2 | 1 0 | ");
        CHECK(entries({.sort = "number"}).error().code == "list.sort");
        CHECK(entries({.filters = {{"by", "account/1"}}}).error().code == "list.filter");
        CHECK(entries({.search = "x"}).error().code == "list.search");
        CHECK(entries({.after = "00"}).error().code == "list.cursor");
        CHECK(it.desks.journal.page({region, 7}, {}).value().rows.empty());
    });
}
