#include <doctest/doctest.h>

#include "site_for_tests.h"

// Lists of the API: the contract of docs/api.md, "Lists".
using namespace gongkai;
using namespace gongkai::testing;

namespace {

std::string numbers(const boost_json::value& answer, std::string_view plural) {
    std::string all;
    for (const auto& row : answer.at(plural).as_array())
        all += std::string(row.at("number").as_string()).substr(5) + " ";
    return all;
}

}  // namespace

TEST_CASE("requests come by the page, and the cursor leads to the next one") {
    on_each_site([](TestSite& it) {
        const auto clerk = it.sign_in("clerk");
        const auto path = it.path("/requests", it.town);
        for (int i = 0; i < 5; ++i)
            REQUIRE(it.call("POST", path, question(), clerk).status == 201);
        const auto get = [&](const std::string& query) {
            return read(it.call("GET", path + query, {}, clerk));
        };
        auto page = get("?limit=2&sort=number");
        CHECK(numbers(page, "requests") == "0001 0002 ");
        CHECK(page.at("count").at("number").as_int64() == 5);
        CHECK(page.at("count").at("more").as_bool() == false);
        CHECK(page.at("groups").at("open").as_int64() == 5);
        CHECK(page.at("groups").at("overdue").as_int64() == 0);
        page = get("?limit=2&sort=number&after=" + std::string(page.at("next").as_string()));
        CHECK(numbers(page, "requests") == "0003 0004 ");
        page = get("?limit=2&sort=number&after=" + std::string(page.at("next").as_string()));
        CHECK(numbers(page, "requests") == "0005 ");
        CHECK(page.find("next") == page.end());
        CHECK(numbers(get(""), "requests") == "0005 0004 0003 0002 0001 ");
        const auto first = get("?limit=1");
        const auto& row = first.at("requests").at(0);
        CHECK(row.at("applicant").as_string() == "王**");
        CHECK_FALSE(row.at("about").as_string().empty());
        CHECK(row.at("acts").as_int64() == 1);
    });
}

TEST_CASE("what a list cannot be asked is refused in words") {
    on_each_site([](TestSite& it) {
        const auto clerk = it.sign_in("clerk");
        const auto code = [&](const std::string& list, const std::string& query) {
            const auto response = it.call("GET", it.path(list, it.town) + query, {}, clerk);
            CHECK(response.status == 422);
            return testing::code(response);
        };
        for (const char* list : {"/requests", "/documents", "/duties", "/registers/2025"}) {
            CAPTURE(list);
            CHECK(code(list, "?colour=red") == "list.filter");
            CHECK(code(list, "?limit=0") == "list.limit");
            CHECK(code(list, "?after=zz") == "list.cursor");
        }
        for (const char* list : {"/requests", "/documents", "/registers"}) {
            CAPTURE(list);
            CHECK(code(list, "?sort=applicant") == "list.sort");
        }
    });
}

TEST_CASE("a line for last December that is entered in January says where it stands") {
    on_each_site([](TestSite& it) {
        const auto clerk = it.sign_in("clerk");
        const auto path = it.path("/registers", it.town);
        const auto made = read(it.call("POST", path,
                                       {{"register", "license"},
                                        {"on", "2024-12-31"},
                                        {"amount", "12"},
                                        {"source", "审批系统"}},
                                       clerk));
        CHECK(made.at("year").as_int64() == 2024);
        const auto lines = [&](const std::string& rest) {
            return read(it.call("GET", path + rest, {}, clerk));
        };
        CHECK(lines("").at("lines").as_array().size() == 1);  // whatever year it is today
        CHECK(lines("/2025").at("lines").as_array().empty());
        const auto year = lines("/2024");
        CHECK(year.at("lines").as_array().size() == 1);
        CHECK(year.at("totals").at(0).at("amount").as_string() == "12");
        CHECK(lines("?year=2025").at("count").at("number").as_int64() == 0);
    });
}
