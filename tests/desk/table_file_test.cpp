#include "desk/table_file.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>

using namespace gongkai;
using desk::Column;
using desk::day_in_cell;

TEST_CASE("days are read as people write them") {
    const struct {
        const char* cell;
        const char* day;  // empty: it is none
    } cases[] = {
        {"2026-03-02", "2026-03-02"},
        {"2026-3-2", "2026-03-02"},
        {"2026/3/2", "2026-03-02"},
        {"2026/03/02", "2026-03-02"},
        {"2026.3.2", "2026-03-02"},
        {"2026年3月2日", "2026-03-02"},
        {"2026年03月02日", "2026-03-02"},
        {"20260302", "2026-03-02"},
        {"２０２６年３月２日", "2026-03-02"},
        {"2026/3/2 9:05", "2026-03-02"},
        {"2026-03-02 09:05:00", "2026-03-02"},
        {"2026-03-02T09:05:00", "2026-03-02"},
        {" 2026-03-02 ", "2026-03-02"},
        // Days since 1899-12-30: 46083 is 2 March 2026.
        {"46083", "2026-03-02"},
        {"46083.378", "2026-03-02"},
        {"36526", "2000-01-01"},
        {"", ""},
        {"2026", ""},
        {"12345", ""},
        {"2026-02-30", ""},
        {"2026-13-01", ""},
        {"2026/3-2", ""},
        {"3月2日", ""},
        {"2026-3", ""},
        {"2026-03-02 下午", ""},
        {"2026-03-02-01", ""},
        {"不详", ""},
    };
    for (const auto& c : cases) {
        CAPTURE(c.cell);
        const auto day = day_in_cell(c.cell);
        CHECK((day ? iso(*day) : "") == c.day);
    }
}

TEST_CASE(
    "any day of two centuries is read in each of its spellings, and any text is read at all") {
    CHECK(rc::check([] {
        const Date day =
            *parse_date("2000-01-01") + std::chrono::days{*rc::gen::inRange(0, 73'000)};
        const std::string iso_text = iso(day);
        std::string slashes = iso_text, points = iso_text, plain = iso_text;
        std::ranges::replace(slashes, '-', '/');
        std::ranges::replace(points, '-', '.');
        std::erase(plain, '-');
        const auto serial = (day - *parse_date("1899-12-30")).count();
        for (const std::string& cell : {iso_text, slashes, points, plain, chinese(day),
                                        std::to_string(serial), iso_text + " 23:59"})
            RC_ASSERT(day_in_cell(cell) == day);
    }));
    CHECK(rc::check([] {
        const auto text = *rc::gen::container<std::string>(rc::gen::element(
            '0', '1', '2', '9', '-', '/', '.', ' ', 'T', ':', '\xE5', '\xB9', '\xB4', '\0'));
        const auto day = day_in_cell(text);
        if (day) RC_ASSERT(year_of(*day) >= 1900 && year_of(*day) <= 2200);
    }));
}

TEST_CASE("a cell answers yes or no, or neither") {
    for (const char* yes : {"是", "√", "1", "Y", "yes"})
        CHECK(desk::answer_in_cell(yes) == true);
    for (const char* no : {"否", "", "0", "NO"})
        CHECK(desk::answer_in_cell(no) == false);
    CHECK(!desk::answer_in_cell("大概"));
}

TEST_CASE("a file of another kind is told which are taken") {
    const auto said = [](std::string_view bytes) {
        const auto read = desk::read_table(bytes);
        return read.ok() ? "" : read.error().code + ": " + read.error().message;
    };
    const std::string taken = "请上传 CSV 或者 XLSX 文件，可以先下载模板，照模板填写。";
    using namespace std::string_literals;
    CHECK(said("") == "import.format: 文件是空的。" + taken);
    CHECK(said("%PDF-1.4\n") == "import.format: PDF 文件不能导入。" + taken);
    CHECK(said("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s).starts_with("import.format: "));
    CHECK(said("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s).ends_with(taken));
    CHECK(said("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s) ==
          "import.format: 旧版的 Excel 或者 Word 文件（.xls、.doc）不能导入。" + taken);
    CHECK(said("<!DOCTYPE html><html><body>a</body></html>") ==
          "import.format: 网页文件不能导入。" + taken);
    CHECK(said("\r\n\r\n").starts_with("csv."));
}

TEST_CASE("columns are found by any of their titles, and what is wrong is named") {
    const std::array<Column, 2> columns{{{{"收到日期", "受理时间"}, true}, {{"地址"}}}};
    const auto said = [&](std::vector<std::string> titles) {
        const auto places = desk::Places::of({1, std::move(titles)}, columns);
        return places.ok() ? "" : places.error().message;
    };
    CHECK(said({"收到日期"}) == "");
    CHECK(said({" 受理时间 ", "", "地址"}) == "");
    CHECK(said({"地址"}) == "表头里缺少“收到日期”。可以有的列是：收到日期、地址。");
    CHECK(said({"收到日期", "受理时间"}) ==
          "表头里有两个“受理时间”。可以有的列是：收到日期、地址。");
    CHECK(said({"收到日期", "电话"}) == "表头里的“电话”不认识。可以有的列是：收到日期、地址。");
}
