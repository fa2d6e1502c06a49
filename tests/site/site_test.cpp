#include "app/site.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <sstream>

#include "files/report_json.h"
#include "library_in_memory.h"

using namespace gongkai;
using http::Request;
using http::Response;

namespace {

struct Site {
    LibraryInMemory library;
    std::ostringstream log;
    std::unique_ptr<http::Dispatch> dispatch =
        app::make_site({library, test_forms(), test_calendar(), "1.0"}, {}, log);

    Response get(std::string path, std::vector<http::Field> query = {}) const {
        Request request;
        request.method = "GET";
        request.path = std::move(path);
        request.query = std::move(query);
        return dispatch->answer(request);
    }
    Response post(std::string path, std::string body, std::string type = {}) const {
        Request request;
        request.method = "POST";
        request.path = std::move(path);
        request.body = std::move(body);
        if (!type.empty()) request.headers = {{"Content-Type", std::move(type)}};
        return dispatch->answer(request);
    }
};

bool has(const Response& response, std::string_view text) {
    return response.body.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("nothing that a report prints becomes markup, on any page") {
    Site site;
    auto report = blank_report("<script>alert(1)</script>\"'", 2024);
    report.title = "<img src=x onerror=alert(2)>";
    report.sections[0].title = "<i>一</i>";
    report.sections[0].text = "</p><script>公开为原则</script>\n";
    cell_of(report, "requests.new_received.total") = {
        forms::CellKind::Text, {}, "<u>", false, -1, {}};
    report.oddities.push_back({"extra-row", "<s>", {}});
    site.library.add(report);
    for (const auto* path : {"/", "/reports/1"}) {
        const auto response = site.get(path);
        CHECK(response.status == 200);
        for (const auto* markup : {"<script>", "<img", "<i>", "<u>", "<s>", "<b>"})
            CHECK_MESSAGE(!has(response, markup), path, " ", markup);
    }
    CHECK(has(site.get("/"), "&lt;script&gt;alert(1)"));
    CHECK(!has(site.get("/", {{"q", "\"><script>"}}), "<script>"));
    CHECK(!has(site.get("/<script>"), "<script>"));
}

TEST_CASE("number, blank, slash, text, several readings and no cell look different") {
    Site site;
    auto report = blank_report("甲局", 2024);
    cell_of(report, "requests.new_received.total") = number_cell(1234567);
    cell_of(report, "requests.carried_over_in.total") = {
        forms::CellKind::Slash, {}, "/", false, -1, {}};
    auto derived = number_cell(8);
    derived.derived = true;
    cell_of(report, "requests.result_granted.total") = derived;
    cell_of(report, "requests.result_partial.total") = {
        forms::CellKind::Ambiguous, {}, "11", false, 0, {}};
    report.candidates.push_back({{*report.form->find("requests.result_partial.total")},
                                 {{Decimal(1)}, {Decimal(11)}},
                                 true});
    report.cells[std::size_t(*report.form->find("requests.carried_over_out.total"))].reset();
    cell_of(report, "proactive.art20_8.admin_fee.amount_wan_yuan") = {
        forms::CellKind::Number, Decimal::parse("25.1"), "251000元", false, -1, {}};
    site.library.add(report);
    const auto page = site.get("/reports/1");
    CHECK(has(page, ">1,234,567<"));
    CHECK(has(page, ">/</td>"));
    CHECK(has(page, "推定</span>"));
    CHECK(has(page, "待核</span><span class=\"note\">1或11</span>"));
    CHECK(has(page, "无此格</span></td>"));
    CHECK(has(page, "25.1<span class=\"note\">原文 251000元</span>"));
    CHECK(has(page, "未填</span></td>"));
}

TEST_CASE("the tables are drawn as the form prints them") {
    Site site;
    site.library.add(blank_report("甲局", 2024));
    const auto page = site.get("/reports/1");
    CHECK(has(page, "<th scope=\"colgroup\" colspan=\"5\">法人或其他组织</th>"));
    CHECK(has(page,
              "<th scope=\"rowgroup\" class=\"group\" rowspan=\"8\"><span>（三）不予公开</span>"));
    CHECK(has(page, "<th scope=\"colgroup\" colspan=\"10\">行政诉讼</th>"));
    CHECK(has(page, "<th scope=\"colgroup\" colspan=\"5\" rowspan=\"2\">行政复议</th>"));
    CHECK(has(page, "第二十条第（八）项"));
    CHECK(!has(page, "（六）其他处理</th>"));  // the optional row of the older form
    // Every cell of the form is on the page once, but those of the row left out.
    std::size_t cells = 0;
    for (auto at = page.body.find("<td id=\"c-"); at != std::string::npos;
         at = page.body.find("<td id=\"c-", at + 1))
        ++cells;
    const auto* grid = test_forms().back().grid("requests");
    std::size_t optional = 0;
    for (const auto& row : grid->rows)
        optional += row.optional * grid->columns.size();
    CHECK(cells == std::size_t(test_forms().back().cell_count()) - optional);
}

TEST_CASE("a broken sum is marked in its cells and told beside them") {
    Site site;
    auto report = blank_report("甲局", 2024);
    const auto* grid = report.form->grid("requests");
    for (std::size_t c = 0; c < grid->columns.size(); ++c)
        report.cells[std::size_t(grid->cell(0, int(c)))] = number_cell(1);
    site.library.add(report);
    const auto page = site.get("/reports/1");
    CHECK(has(page, "class=\"cell error\""));
    CHECK(has(page, "id=\"f-1\" class=\"finding error\""));
    CHECK(has(page, "href=\"#f-1\""));
    CHECK(has(page, "处错误"));
    CHECK(has(site.get("/"), "处错误"));
}

TEST_CASE("the list finds bodies by a part of their name") {
    Site site;
    CHECK(has(site.get("/"), "这里还没有年度报告"));
    site.library.add(blank_report("清河县教育局", 2024));
    site.library.add(blank_report("清河县财政局", 2023));
    CHECK(has(site.get("/", {{"q", "财政"}}), "清河县财政局"));
    CHECK(!has(site.get("/", {{"q", "财政"}}), "清河县教育局"));
    CHECK(has(site.get("/", {{"q", "没有"}}), "没有名称含“没有”的机关"));
    CHECK(site.get("/", {{"page", "99999999999999999"}}).status == 200);
}

TEST_CASE("every answer carries the security headers") {
    Site site;
    for (const auto& route : site.dispatch->router().routes()) {
        const auto response = route.method == "GET" ? site.get(std::string(route.path))
                                                    : site.post(std::string(route.path), "x");
        CHECK_MESSAGE(response.header("Content-Security-Policy").starts_with("default-src 'none'"),
                      route.path);
        CHECK(response.header("X-Content-Type-Options") == "nosniff");
        // A program may have been built without the console, and then says so.
        const bool of_console = route.path.starts_with("/console");
        CHECK_MESSAGE((response.status < 500 || (of_console && response.status == 503)),
                      route.path);
    }
}

TEST_CASE("an unchanged page is not sent again") {
    Site site;
    Request request;
    request.method = "GET";
    request.path = "/rules";
    const auto first = site.dispatch->answer(request);
    request.headers = {{"If-None-Match", std::string(first.header("ETag"))}};
    CHECK(site.dispatch->answer(request).status == 304);
    request.path = "/help";
    CHECK(site.dispatch->answer(request).status == 200);
}

TEST_CASE("what is refused stays in no cache, whatever the page") {
    Site site;
    CHECK(site.get("/help").header("Cache-Control") == "no-cache");
    for (const char* path : {"/nothing-here", "/reports/1", "/api/nothing"}) {
        CAPTURE(path);
        const auto refused = site.get(path);
        CHECK(refused.status >= 400);
        CHECK(refused.header("Cache-Control") == "no-store");
    }
}

TEST_CASE("a cookie is found by its whole name") {
    Request request;
    request.headers = {{"Cookie", "gongkai2=a; xgongkai=b; gongkai=c; gongkai=d"}};
    CHECK(request.cookie("gongkai") == "c");
    CHECK(request.cookie("gongka") == "");
    CHECK(request.cookie("kai") == "");
}

TEST_CASE("data routes answer in JSON, faults too") {
    Site site;
    site.library.add(blank_report("甲局", 2024));
    const auto one = boost::json::parse(site.get("/api/reports/1").body);
    CHECK(one.at("kept").at("organ").as_string() == "甲局");
    CHECK(one.at("report").as_object().contains("cells"));
    CHECK(one.at("findings").is_array());
    CHECK(boost::json::parse(site.get("/api/reports").body).at("reports").as_array().size() == 1);
    CHECK(has(site.get("/api/reports/1.csv"), "requests.new_received.total"));
    CHECK(has(site.get("/api/cells.csv"), "requests.new_received.total"));
    for (const auto& response : {site.get("/api/reports/2"), site.get("/api/none"),
                                 site.get("/api/reports/99999999999999999999"),
                                 site.post("/api/reports", ""), site.post("/api/check", "")}) {
        CHECK(response.status >= 400);
        CHECK(boost::json::parse(response.body).at("error").as_object().contains("message"));
    }
}

TEST_CASE("a figure is served with every digit") {
    Site site;
    auto report = blank_report("甲局", 2024);
    const auto put = [&](std::string_view id, const char* figure) {
        cell_of(report, id) = {
            forms::CellKind::Number, Decimal::parse(figure), figure, false, -1, {}};
    };
    put("proactive.art20_8.admin_fee.amount_wan_yuan", "123456789012345.67");
    put("requests.new_received.total", "999999999999999999");
    site.library.add(report);
    const auto one = site.get("/api/reports/1");
    CHECK(
        has(one, R"("proactive.art20_8.admin_fee.amount_wan_yuan":{"value":123456789012345.67,)"));
    CHECK(has(one, R"("requests.new_received.total":{"value":999999999999999999,)"));
    const auto served = files::parse_json(one.body).value().as<json::Object>();
    const auto& kept = served.at("kept").as<json::Object>();
    CHECK(kept.at("year") == json::Value(2024));
    CHECK(files::json_text(served.at("report")) == files::report_json(report, "<b>.docx"));
}

TEST_CASE("the OpenAPI description names every data route") {
    Site site;
    const auto all = boost::json::parse(site.get("/api/openapi.json").body);
    CHECK(all.at("openapi").as_string() == "3.1.0");
    for (const auto& route : site.dispatch->router().routes())
        if (route.path.starts_with("/api/"))
            CHECK_MESSAGE(all.at("paths").as_object().contains(route.path), route.path);
}

TEST_CASE("a refused upload shows the reason, with status 422 and the form again") {
    Site site;
    const std::string type = "multipart/form-data; boundary=x";
    const auto body = [](std::string_view bytes) {
        return "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"<b>\"\r\n\r\n" +
               std::string(bytes) + "\r\n--x--\r\n";
    };
    for (const auto& response :
         {site.post("/check", body(""), type), site.post("/check", body("今天天气很好。"), type),
          site.post("/check", "--x", type), site.post("/check", "--x--", type)}) {
        CHECK(response.status == 422);
        CHECK(has(response, "role=\"alert\""));
        CHECK(has(response, "type=\"file\""));
        CHECK(!has(response, "<b>"));
    }
    CHECK(site.log.str().empty());
}

TEST_CASE("the way back from a preference never leaves the site") {
    Site site;
    for (const auto* back : {"//evil", "http://evil", "/\\evil", "/a\r\nX: y", "", "javascript:1"})
        CHECK(site.get("/view", {{"large", "1"}, {"back", back}}).header("Location") == "/");
    const auto kept = site.get("/view", {{"large", "1"}, {"contrast", "1"}, {"back", "/check"}});
    CHECK(kept.status == 303);
    CHECK(kept.header("Location") == "/check");
    CHECK(kept.header("Set-Cookie").starts_with("view=plain-large-contrast;"));
}
