#include "portal_for_tests.h"

#include "journal/log_name.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

constexpr std::string_view note = "本机关已于2025年1月20日终止，不再受理申请和来信";

// The town has published its report and has a body below it, so that all its pages are there.
void fill(TestPortal& it) {
    (void)it.it.town(it.town.organ);
    const reports::SubmissionKey key{it.town, 2024};
    auto& reports = it.it.desks.reports;
    const auto by = TestOffice::at(it.today), superior = TestOffice::at(it.today, "account/9");
    const auto move = [&](const desk::Actor& who,
                          const reports::submissions::Subject::Kinds& what) {
        reports::SubmissionAct act;
        act.what = what;
        REQUIRE(reports.move(who, key, act).ok());
    };
    desk::ReportWords words;
    words.problems = {"公开内容还不够丰富。"};
    words.improvements = {"加强对经办人员的培训。"};
    REQUIRE(reports.prepare(by, key, words).ok());
    REQUIRE(reports.submit(by, key).ok());
    move(superior, gongkai::reports::submissions::Accept{});
    move(by, gongkai::reports::submissions::Publish{});
}

// It was divided on 20 January: the county has its open cases, the others a part of its work.
void divide(TestPortal& it, std::vector<std::int64_t> others) {
    auto organ = it.it.desks.organs.find(it.town).value();
    organ.valid_until = day("2025-01-20");
    organ.successor = it.county.organ;
    organ.further_successors = std::move(others);
    REQUIRE(it.it.desks.organs.change(TestOffice::at("2025-01-15"), organ).ok());
}

// The pages of the town: each route of a body that answers with a page, by each method.
std::vector<http::Response> every_page(TestPortal& it, std::vector<std::string>& names) {
    std::vector<http::Response> all;
    for (const auto& route : it.site->router().routes()) {
        if (!route.path.starts_with("/organs/{organ}") || route.answers != "text/html") continue;
        std::string path(route.path);
        for (const auto& [name, value] :
             {std::pair<std::string, std::string>{"{organ}", journal::log_name(it.town)},
              {"{index}", "2025-00001"},
              {"{number}", "2025-0001"},
              {"{year}", "2024"}})
            if (const auto at = path.find(name); at != path.npos)
                path.replace(at, name.size(), value);
        names.push_back(std::string(route.method) + " " + path);
        all.push_back(route.method == "GET"
                          ? it.get(path)
                          : it.post(path, {{"number", "2025-0009"}, {"query_code", "AAAAAAAA"}}));
    }
    return all;
}

}  // namespace

TEST_CASE("every page of a body that ended says since when, and who does its work") {
    on_each_portal([](TestPortal& it) {
        fill(it);
        const auto third = it.it.town();
        divide(it, {third.organ});
        for (const char* today : {"2025-01-20", "2025-01-21"}) {
            it.today = today;
            const bool over = it.today == "2025-01-21";
            std::vector<std::string> names;
            const auto pages = every_page(it, names);
            CHECK(pages.size() > 15);
            for (std::size_t i = 0; i < pages.size(); ++i) {
                CAPTURE(today);
                CAPTURE(names[i]);
                CAPTURE(pages[i].status);
                CHECK(has(pages[i], note) == over);
                for (const auto& heir : {it.county, third})
                    CHECK(has(pages[i], "<a href=\"/organs/" + journal::log_name(heir) + "\">") ==
                          over);
            }
        }
    });
}

TEST_CASE("the form of a body that ended leads to that of each who goes on with its work") {
    on_each_portal([](TestPortal& it) {
        const auto third = it.it.town();
        divide(it, {third.organ});
        it.today = "2025-01-21";
        for (const char* form : {"/apply", "/write"}) {
            CAPTURE(form);
            const auto page = it.get(it.path(form));
            CHECK(has(page, "已于2025年1月20日终止，不再受理"));
            for (const auto& heir : {it.county, third})
                CHECK(has(page, "\"/organs/" + journal::log_name(heir) + form + "\""));
            CHECK(it.post(it.path(form), {}).status == 409);
        }
    });
}

TEST_CASE("the pages of a body keep the names that it had before") {
    on_each_portal([](TestPortal& it) {
        CHECK(!has(it.get(it.path("/guide")), "曾用名"));
        auto organ = it.it.desks.organs.find(it.town).value();
        organ.name = "云溪县柳河街道办事处";
        REQUIRE(it.it.desks.organs.change(TestOffice::at("2025-01-15"), organ).ok());
        for (const char* page : {"", "/guide", "/documents", "/apply"})
            CHECK(has(it.get(it.path(page)), "曾用名：云溪县柳河镇人民政府（用到2025年1月14日）"));
    });
}
