#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <sstream>

#include "app/site.h"
#include "checks/version.h"
#include "library_in_memory.h"

using namespace gongkai;
using http::Request;
using http::Response;

namespace {

// Counts what is read of the reports themselves.
class CountedLibrary : public LibraryInMemory {
public:
    Result<reports::KeptReport> find(reports::ReportId id) const override {
        ++read;
        return LibraryInMemory::find(id);
    }
    mutable int read = 0;
};

struct Site {
    CountedLibrary library;
    std::ostringstream log;
    std::unique_ptr<http::Dispatch> dispatch =
        app::make_site({library, test_forms(), test_calendar(), "1.0"}, {}, log);

    Response get(std::string path, const std::string& query = {}) const {
        Request request;
        request.method = "GET";
        request.path = std::move(path);
        request.query = http::form_fields(query);
        return dispatch->answer(request);
    }
};

bool has(const Response& response, std::string_view text) {
    return response.body.find(text) != std::string::npos;
}

// The query of the link with these words, as a browser follows it.
std::string link(const Response& page, std::string_view words) {
    const auto end = page.body.find("\">" + std::string(words) + "</a>");
    if (end == std::string::npos) return {};
    const auto from = page.body.rfind('?', end);
    std::string query = page.body.substr(from + 1, end - from - 1);
    for (std::size_t at = 0; (at = query.find("&amp;", at)) != std::string::npos; ++at)
        query.replace(at, 5, "&");
    return query;
}

std::string three(int number) {
    std::string digits = std::to_string(number);
    return std::string(3 - digits.size(), '0') + digits;
}

boost::json::object data(const Response& response) {
    return boost::json::parse(response.body).as_object();
}

}  // namespace

TEST_CASE("a page of reports has fifty bodies, with links to the ones before and behind") {
    Site site;
    for (int i = 0; i < 120; ++i)
        site.library.add(blank_report("机关" + three(i), 2024));
    const auto first = site.get("/reports");
    CHECK(has(first, "120 个机关，120 份报告"));
    CHECK(has(first, "机关049"));
    CHECK(!has(first, "机关050"));
    CHECK(link(first, "上一页").empty());
    const auto second = site.get("/reports", link(first, "下一页"));
    CHECK(has(second, "机关050"));
    CHECK(has(second, "机关099"));
    CHECK(!has(second, "机关049"));
    CHECK(!link(second, "上一页").empty());
    const auto third = site.get("/reports", link(second, "下一页"));
    CHECK(has(third, "机关119"));
    CHECK(link(third, "下一页").empty());
    CHECK(!link(third, "上一页").empty());
}

TEST_CASE("the year and the name of the address narrow the page, and its links keep them") {
    Site site;
    for (int i = 0; i < 60; ++i)
        for (const int year : {2023, 2024})
            site.library.add(blank_report("镇" + three(i), year));
    site.library.add(blank_report("局", 2024));
    const auto page = site.get("/reports", "year=2023&q=%E9%95%87");
    CHECK(has(page, "60 个机关，60 份报告"));
    CHECK(has(page, "<th scope=\"col\">2023年</th>"));
    CHECK(!has(page, "<th scope=\"col\">2024年</th>"));
    const auto next = link(page, "下一页");
    CHECK(next.starts_with("q=%E9%95%87&year=2023&after="));
    CHECK(has(site.get("/reports", next), "镇050"));
    CHECK(has(site.get("/reports", "year=2022"), "没有这样的报告"));
}

TEST_CASE("what cannot be read of an address gives a page, never a breakdown") {
    Site site;
    site.library.add(blank_report("清河县教育局", 2024));
    for (const char* query :
         {"page=abc", "page=-1", "after=abc", "after=.", "before=99999999999.x", "after=%FF.x",
          "region=abc", "region=-1", "year=", "q=%FF", "after=0.%00", "q=%00"}) {
        CAPTURE(query);
        const auto page = site.get("/reports", query);
        CHECK(page.status == 200);
        CHECK(has(page, "清河县教育局"));
    }
    for (const char* year : {"20x5", "99999999999999", "-2024", "2024.5", "24", "%FF%FF"}) {
        CAPTURE(year);
        const auto page = site.get("/reports", std::string("year=") + year);
        CHECK(page.status == 200);
        CHECK(has(page, "没有看懂年度"));
        CHECK(has(page, "清河县教育局"));
    }
    const auto beyond = site.get("/reports", "after=0.%E9%BE%99");
    CHECK(beyond.status == 200);
    CHECK(has(beyond, "回到第一页"));
    CHECK(site.log.str() == "");
}

TEST_CASE("a page reads the lines of the list alone, once the verdicts are known") {
    Site site;
    for (int i = 0; i < 10; ++i)
        site.library.add(blank_report("机关" + three(i), 2024));
    const auto first = site.get("/reports").body;
    const int read = site.library.read;
    CHECK(read > 0);
    CHECK(site.get("/reports").body == first);
    CHECK(site.library.read == read);
    // One that comes between changes the verdict of the year behind it.
    site.library.add(blank_report("机关003", 2023));
    site.get("/reports");
    CHECK(site.library.read > read);
}

TEST_CASE("the interface gives reports by the page, with count and findings") {
    Site site;
    for (int i = 0; i < 5; ++i)
        site.library.add(blank_report("机关" + three(i), 2024));
    site.library.add(blank_report("机关001", 2023));
    std::string organs, next;
    int pages = 0;
    do {
        const auto page = data(site.get("/api/reports", "limit=2&after=" + next));
        for (const auto& one : page.at("reports").as_array()) {
            organs += std::string(one.at("organ").as_string()).substr(6);
            organs += one.at("year").as_int64() == 2023 ? "- " : " ";
        }
        CHECK(page.at("count").at("number").as_int64() == 6);
        CHECK(page.at("count").at("more").as_bool() == false);
        CHECK(page.at("groups").as_object().empty());
        next = page.contains("next") ? std::string(page.at("next").as_string()) : "";
        ++pages;
    } while (!next.empty() && pages < 9);
    CHECK(organs == "000 001 001- 002 003 004 ");
    CHECK(pages == 3);
    CHECK(data(site.get("/api/reports", "year=2023")).at("reports").as_array().size() == 1);
    CHECK(data(site.get("/api/reports", "organ=004")).at("reports").as_array().size() == 1);
    CHECK(data(site.get("/api/reports", "q=004")).at("reports").as_array().size() == 1);
    CHECK(data(site.get("/api/reports", "limit=1")).at("reports").at(0).at("findings").is_null());
    site.get("/reports");
    CHECK(data(site.get("/api/reports", "limit=1"))
              .at("reports")
              .at(0)
              .at("findings")
              .at("errors")
              .as_int64() >= 0);
}

TEST_CASE("what a list of the interface does not have is refused by name") {
    Site site;
    site.library.add(blank_report("清河县教育局", 2024));
    for (const auto& [query, code] : {std::pair("after=abc", "list.cursor"),
                                      {"after=00", "list.cursor"},
                                      {"year=20x5", "list.filter"},
                                      {"region=x", "list.filter"},
                                      {"colour=red", "list.filter"},
                                      {"sort=imported", "list.sort"},
                                      {"limit=0", "list.limit"},
                                      {"limit=201", "list.limit"},
                                      {"q=%FF", "list.text"}})
        for (const char* path : {"/api/reports", "/api/cells.csv"}) {
            CAPTURE(query);
            CAPTURE(path);
            const auto answer = site.get(path, query);
            CHECK(answer.status == 422);
            CHECK(data(answer).at("error").at("code").as_string() == code);
        }
}

TEST_CASE("all cells come by the page, and the header names the next one") {
    Site site;
    for (int i = 0; i < 3; ++i)
        site.library.add(blank_report("机关" + three(i), 2024));
    std::string cells, query = "limit=2&year=2024";
    int pages = 0;
    while (!query.empty()) {
        const auto answer = site.get("/api/cells.csv", query);
        REQUIRE(answer.status == 200);
        cells += answer.body;
        query.clear();
        ++pages;
        const std::string link(answer.header("Link"));
        if (link.empty()) break;
        CHECK(link.starts_with("</api/cells.csv?after="));
        CHECK(link.ends_with("&limit=2&year=2024>; rel=\"next\""));
        query = link.substr(link.find('?') + 1, link.find('>') - link.find('?') - 1);
    }
    CHECK(pages == 2);
    for (int i = 0; i < 3; ++i)
        CHECK(cells.find("机关" + three(i) + ",2024,") != std::string::npos);
}
