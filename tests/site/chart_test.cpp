#include "portal/chart.h"

#include "portal_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

std::string charts(const forms::Report& report, const portal::YearlyRequests& years) {
    writer::Html out;
    portal::report_charts(out, report, years);
    return out.string();
}

// The text of the table and of the drawing alike.
int times(const std::string& page, std::string_view text) {
    int count = 0;
    for (auto at = page.find(text); at != page.npos; at = page.find(text, at + 1))
        ++count;
    return count;
}

}  // namespace

TEST_CASE("a report has charts of outcomes and applicants, each with its figures in a table") {
    auto report = blank_report("云溪县柳河镇人民政府", 2024);
    cell_of(report, "requests.new_received.natural_person") = number_cell(1234);
    cell_of(report, "requests.new_received.org_other") = number_cell(5);
    cell_of(report, "requests.new_received.total") = number_cell(1239);
    const auto drawn = charts(report, {});
    CHECK(times(drawn, "<svg") == 2);
    CHECK(times(drawn, "<table") == 2);
    CHECK(drawn.find("自然人</th><td class=\"num\">1,234</td>") != drawn.npos);
    CHECK(drawn.find("其他法人或其他组织</th><td class=\"num\">5</td>") != drawn.npos);
    // Blank is never zero.
    CHECK(drawn.find("科研机构</th><td class=\"num\">不详</td>") != drawn.npos);
    CHECK(drawn.find("总计") == drawn.npos);
}

TEST_CASE("years are charted from two on, seven at most, and a missing one is not zero") {
    const auto report = blank_report("云溪县柳河镇人民政府", 2024);
    CHECK(charts(report, {{2024, Decimal(3)}}).find("历年") == std::string::npos);
    const auto drawn = charts(
        report, {{2010, Decimal(9)}, {2021, Decimal(7)}, {2023, std::nullopt}, {2024, Decimal(3)}});
    CHECK(drawn.find("2018年</th><td class=\"num\">没有数字</td>") != drawn.npos);
    CHECK(drawn.find("2017年") == drawn.npos);
    CHECK(drawn.find("2021年</th><td class=\"num\">7</td>") != drawn.npos);
    CHECK(drawn.find("2023年</th><td class=\"num\">没有数字</td>") != drawn.npos);
    CHECK(drawn.find("2024年</th><td class=\"num\">3</td>") != drawn.npos);
}

TEST_CASE("a collected report is charted with those of the same body before it") {
    on_each_portal([](TestPortal& it) {
        std::int64_t last = 0;
        for (const int year : {2022, 2023, 2024}) {
            auto report = blank_report("云溪县柳河镇人民政府", year);
            cell_of(report, "requests.new_received.total") = number_cell(year - 2000);
            last = std::int64_t(it.library.add(report));
        }
        auto other = blank_report("云溪县茶坞镇人民政府", 2023);
        cell_of(other, "requests.new_received.total") = number_cell(999);
        it.library.add(other);
        const auto page = it.get("/reports/" + std::to_string(last));
        for (const int year : {2022, 2023, 2024})
            CHECK(has(page, std::to_string(year) + "年</th><td class=\"num\">" +
                                std::to_string(year - 2000) + "</td>"));
        CHECK(!has(page, "999"));
        const auto earlier = it.get("/reports/" + std::to_string(last - 1));
        CHECK(!has(earlier, "2024年</th>"));
    });
}
