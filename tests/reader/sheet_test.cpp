#include <doctest/doctest.h>

#include "reader/sheet/number_format.h"
#include "samples.h"

namespace gongkai::reader {
namespace {

using samples::package;
using samples::read_shown;

std::string workbook(const std::string& rows, const std::string& after = "",
                     const std::string& styles = "<styleSheet/>") {
    return package({{"xl/workbook.xml",
                     "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"r1\"/>"
                     "<sheet name=\"b\" state=\"hidden\" r:id=\"r2\"/></sheets></workbook>"},
                    {"xl/_rels/workbook.xml.rels",
                     "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/one.xml\"/>"
                     "<Relationship Id=\"r2\" Target=\"/xl/worksheets/one.xml\"/></Relationships>"},
                    {"xl/sharedStrings.xml",
                     "<sst><si><t>信息内容</t></si><si><r><t>规</t></r><rPh><t>gui</t></"
                     "rPh><r><t>章</t></r></si>"
                     "</sst>"},
                    {"xl/styles.xml", styles},
                    {"xl/worksheets/one.xml",
                     "<worksheet><sheetData>" + rows + "</sheetData>" + after + "</worksheet>"}});
}

std::string text(const std::string& name, const std::string& value,
                 const std::string& style = "0") {
    return "<c r=\"" + name + "\" t=\"inlineStr\" s=\"" + style + "\"><is><t>" + value +
           "</t></is></c>";
}

TEST_CASE("cells of all kinds are read as shown, hidden sheets are not") {
    CHECK(read_shown(workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>"
                              "<c r=\"B1\"><v>3</v></c></row>"
                              "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c>"
                              "<c r=\"B2\"><f>B1*2</f><v>113.95999999999999</v></c></row>")) ==
          "T 0:信息内容 1:3 / 0:规章 1:113.96\n");
}

TEST_CASE("merged cells are spans, and cells under them are gone") {
    CHECK(read_shown(workbook("<row r=\"3\">" + text("B3", "甲") + "<c r=\"C3\"/>" +
                                  text("D3", "乙") + "</row><row r=\"4\"><c r=\"B4\"><v>9</v></c>" +
                                  text("C4", "") + "<c r=\"D4\"><v>1</v></c></row>",
                              "<mergeCells><mergeCell ref=\"B3:C4\"/></mergeCells>")) ==
          "T 0:甲(2x2) 2:乙 / 2:1\n");
}

TEST_CASE("titles, headings and narrative are paragraphs") {
    CHECK(
        read_shown(workbook("<row r=\"1\">" + text("A1", "云岭县年度报告") + "</row><row r=\"2\">" +
                            text("A2", "二、主动公开政府信息情况") + "</row><row r=\"3\">" +
                            text("A3", "第二十条第（一）项") + "</row><row r=\"4\">" +
                            text("A4", "信息内容") + text("B4", "件数") + "</row><row r=\"5\">" +
                            text("A5", "规章") + "<c r=\"B5\"><v>0</v></c></row><row r=\"6\">" +
                            text("A6", "五、存在的问题") + "</row><row r=\"7\">" +
                            text("A7", "尚有不足") + "</row>")) ==
        "P 云岭县年度报告\nP 二、主动公开政府信息情况\n"
        "T 0:第二十条第（一）项 / 0:信息内容 1:件数 / 0:规章 1:0\nP 五、存在的问题\nP 尚有不足\n");
}

TEST_CASE("where borders are drawn they part a row with blanks from a heading") {
    const std::string styles =
        "<styleSheet><borders><border/><border><left style=\"thin\"/></border></borders>"
        "<cellXfs><xf borderId=\"0\"/><xf borderId=\"1\"/></cellXfs></styleSheet>";
    CHECK(read_shown(workbook("<row r=\"1\">" + text("A1", "四、情况") + "</row><row r=\"2\">" +
                                  text("A2", "四、结转", "1") + "<c r=\"B2\" s=\"1\"/></row>",
                              "", styles)) == "P 四、情况\nT 0:四、结转 1:\n");
}

TEST_CASE("numbers are shown as their format says") {
    struct Row {
        const char* stored;
        const char* format;
        const char* shown;
    };
    const Row rows[] = {{"251000", "", "251000"},
                        {"3.0", "", "3"},
                        {"0.10000000000000001", "General", "0.1"},
                        {"1234567.5", "#,##0.00", "1,234,567.50"},
                        {"-1234", "#,##0", "-1,234"},
                        {"0.125", "0.0%", "12.5%"},
                        {"44561", "yyyy-mm-dd", "2021年12月31日"},
                        {"1.5E3", "", "1500"},
                        {"12.5", "[DBNum1]G/通用格式", "12.5"},
                        {"abc", "0", "abc"}};
    for (const auto& row : rows) {
        CAPTURE(std::string(row.stored));
        CHECK(shown_number(row.stored, row.format) == row.shown);
    }
}

}  // namespace
}  // namespace gongkai::reader
