#include <doctest/doctest.h>

#include <sstream>

#include "app/site.h"
#include "library_in_memory.h"

using namespace gongkai;

namespace {

http::Response ask(std::vector<http::Field> query) {
    LibraryInMemory library;
    std::ostringstream log;
    const auto site = app::make_site({library, test_forms(), test_calendar(), "1.0"}, {}, log);
    http::Request request;
    request.method = "GET";
    request.path = "/term";
    request.query = std::move(query);
    return site->answer(request);
}

bool has(const http::Response& response, std::string_view text) {
    return response.body.find(text) != std::string::npos;
}

std::size_t count(const http::Response& response, std::string_view text) {
    std::size_t found = 0;
    for (auto at = response.body.find(text); at != std::string::npos;
         at = response.body.find(text, at + 1))
        ++found;
    return found;
}

}  // namespace

TEST_CASE("the page of terms asks before it answers") {
    const auto page = ask({});
    CHECK(page.status == 200);
    CHECK(has(page, "name=\"from\" type=\"date\""));
    CHECK(has(page, "value=\"20\" checked"));
    CHECK(has(page, "答复申请（《条例》第三十三条第二款）"));
    CHECK(has(page, "第三方提出意见（《条例》第三十二条）"));
    CHECK(has(page, "共同制作的机关提出意见（《条例》第三十四条）"));
    CHECK(has(page, "一次性告知补正（《条例》第三十条）"));
    CHECK(!has(page, "class=\"summary\""));
    CHECK(!has(page, "aria-invalid"));
}

TEST_CASE("a term is told and drawn day by day") {
    const auto page = ask({{"from", "2025-01-15"}, {"days", "20"}});
    CHECK(page.status == 200);
    CHECK(has(page, "最后一日是2025年2月18日（星期二）"));
    CHECK(count(page, "<table class=\"month\">") == 2);
    CHECK(count(page, "<time datetime=") == 31 + 28);
    for (int day = 1; day <= 20; ++day)
        CHECK(count(page, "<span class=\"sign\">第" + std::to_string(day) + "日</span>") == 1);
    CHECK(has(page, "datetime=\"2025-01-26\">26</time><b class=\"tag work\">班</b>"));
    CHECK(has(page, "datetime=\"2025-01-28\">28</time><b class=\"tag off\">休</b>"));
    CHECK(count(page, "<b class=\"sign\">届满</b>") == 1);
    CHECK(has(page, "name=\"from\" type=\"date\" min=\"1950-01-01\""));
    CHECK(has(page, "value=\"2025-01-15\""));
    CHECK(!has(page, "公布后可能变动"));
}

TEST_CASE("another number of days comes from its own field") {
    for (const auto& page : {ask({{"from", "2025-01-15"}, {"days", "other"}, {"other", "40"}}),
                             ask({{"from", "2025-01-15"}, {"days", "40"}})}) {
        CHECK(page.status == 200);
        CHECK(has(page, "起40个工作日"));
        CHECK(has(page, "value=\"other\" checked"));
        CHECK(has(page, "value=\"40\"> 个工作日"));
    }
}

TEST_CASE("a term beyond the notices says so") {
    CHECK(has(ask({{"from", "2026-12-20"}, {"days", "20"}}), "公布后可能变动"));
}

TEST_CASE("what cannot be counted is told at its field, with status 422") {
    const std::string long_text(5000, 'x');
    const std::pair<std::string, std::string> cases[] = {{"", "20"},
                                                         {"2025-02-30", "20"},
                                                         {"2025/01/15", "20"},
                                                         {"9999-12-31", "20"},
                                                         {"\xff\xfe", "20"},
                                                         {long_text, "20"},
                                                         {"2025-01-15", ""},
                                                         {"2025-01-15", "0"},
                                                         {"2025-01-15", "-3"},
                                                         {"2025-01-15", "2x"},
                                                         {"2025-01-15", "1001"},
                                                         {"2025-01-15", "other"},
                                                         {"<script>", "<b>"},
                                                         {"", "x"}};
    for (const auto& [from, days] : cases) {
        CAPTURE(from);
        CAPTURE(days);
        const auto page = ask({{"from", from}, {"days", days}});
        CHECK(page.status == 422);
        CHECK(has(page, "class=\"fault\""));
        CHECK(has(page, "aria-invalid=\"true\""));
        CHECK(!has(page, "class=\"summary\""));
        CHECK(!has(page, "<script>"));
        CHECK(!has(page, "<b>”"));
        CHECK(page.body.size() < 20000);
    }
}
