#include <doctest/doctest.h>

#include "reader/list_number.h"
#include "samples.h"

namespace gongkai::reader {
namespace {

using samples::cell;
using samples::docx;
using samples::paragraph;
using samples::read_shown;

TEST_CASE("merged cells of Word become spans") {
    const auto table = "<w:tbl><w:tr>" + cell("甲", "<w:vMerge w:val=\"restart\"/>") +
                       cell("乙", "<w:gridSpan w:val=\"2\"/>") + "</w:tr><w:tr>" +
                       cell("", "<w:vMerge/>") + cell("1") + cell("2") +
                       "</w:tr><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + cell("3") +
                       cell("4") + "</w:tr></w:tbl>";
    CHECK(read_shown(docx(table)) == "T 0:甲(2x1) 1:乙(1x2) / 1:1 2:2 / 1:3 2:4\n");
}

TEST_CASE("cells that Word merged across in its old way are one") {
    const auto row = [](const std::string& cells) { return "<w:tr>" + cells + "</w:tr>"; };
    const std::string opens = "<w:hMerge w:val=\"restart\"/>",
                      on = "<w:hMerge w:val=\"continue\"/>";
    CHECK(read_shown(docx("<w:tbl>" + row(cell("甲", opens) + cell("", on) + cell("乙")) +
                          row(cell("1") + cell("2") + cell("3")) + "</w:tbl>")) ==
          "T 0:甲(1x2) 2:乙 / 0:1 1:2 2:3\n");
    CHECK(read_shown(
              docx("<w:tbl>" +
                   row(cell("甲", opens + "<w:vMerge w:val=\"restart\"/>") +
                       cell("", on + "<w:vMerge w:val=\"restart\"/>") + cell("1")) +
                   row(cell("", opens + "<w:vMerge/>") + cell("", on + "<w:vMerge/>") + cell("2")) +
                   "</w:tbl>")) == "T 0:甲(2x2) 2:1 / 2:2\n");
    CHECK(read_shown(docx("<w:tbl>" + row(cell("", on) + cell("7", on)) + "</w:tbl>")) ==
          "T 0: 1:7\n");
}

TEST_CASE("deleted and hidden text is left out, inserted text and fields stay") {
    CHECK(read_shown(docx(
              "<w:p><w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del>"
              "<w:ins><w:r><w:t>新</w:t></w:r></w:ins>"
              "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>"
              "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>见</w:t></w:r>"
              "<w:r><w:instrText>PAGE</w:instrText><w:br/><w:t xml:space=\"preserve\"> </w:t>"
              "<w:tab/><w:noBreakHyphen/></w:r><w:hyperlink><w:r><w:t>链</w:t></w:r></w:hyperlink>"
              "</w:p>")) == "P 新见~ \t-链\n");
}

TEST_CASE("a row of a table that is marked as deleted is none") {
    const auto row = [](const std::string& words, const std::string& marks) {
        return "<w:tr><w:trPr>" + marks + "</w:trPr><w:tc>" + paragraph(words) + "</w:tc></w:tr>";
    };
    CHECK(read_shown(docx("<w:tbl>" + row("甲", "") + row("乙", "<w:del w:id=\"1\"/>") +
                          row("丙", "") + "</w:tbl>")) == "T 0:甲 / 0:丙\n");
}

TEST_CASE("content controls and one of several versions of a content are entered") {
    CHECK(read_shown(
              docx("<w:sdt><w:sdtContent>" + paragraph("甲") +
                   "</w:sdtContent></w:sdt>"
                   "<w:p><w:r><w:t>乙</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing>"
                   "<a><w:txbxContent>" +
                   paragraph("框") +
                   "</w:txbxContent></a></w:drawing></mc:Choice>"
                   "<mc:Fallback><w:pict><w:txbxContent>" +
                   paragraph("框") +
                   "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>")) ==
          "P 甲\nP 乙\nP 框\n");
}

TEST_CASE("a table in a cell makes the outer one layout, if it is most of it") {
    const auto inner = "<w:tbl><w:tr>" + cell("许可") + cell("1") + "</w:tr></w:tbl>";
    CHECK(read_shown(docx("<w:tbl><w:tr><w:tc>" + paragraph("二、主动公开") + inner +
                          paragraph("") + "</w:tc></w:tr></w:tbl>")) ==
          "P 二、主动公开\nT 0:许可 1:1\nP \n");
    CHECK(read_shown(docx("<w:tbl><w:tr>" + cell("甲") + cell("乙") + cell("丙") + "<w:tc>" +
                          inner + "<w:p/></w:tc></w:tr></w:tbl>")) ==
          "T 0:甲 1:乙 2:丙 3:\nT 0:许可 1:1\n");
}

std::string numbered(const std::string& level, const std::string& text) {
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + level +
           "\"/><w:numId w:val=\"1\"/></w:numPr>"
           "</w:pPr><w:r><w:t>" +
           text + "</w:t></w:r></w:p>";
}

const std::string numbering_xml =
    "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"7\">"
    "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCountingThousand\"/>"
    "<w:lvlText w:val=\"%1、\"/></w:lvl>"
    "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/>"
    "<w:lvlText w:val=\"（%2）\"/></w:lvl>"
    "<w:lvl w:ilvl=\"2\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%3.\"/>"
    "<w:suff w:val=\"space\"/></w:lvl></w:abstractNum>"
    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num></w:numbering>";

TEST_CASE("automatic numbers are printed, and deeper levels start anew") {
    CHECK(
        read_shown(docx(numbered("0", "总体情况") + numbered("1", "甲") + numbered("1", "乙") +
                            numbered("2", "细目") + numbered("0", "主动公开") + numbered("1", "丙"),
                        {{"word/numbering.xml", numbering_xml}})) ==
        "P 一、总体情况\nP （一）甲\nP （二）乙\nP 1. 细目\nP 二、主动公开\nP （一）丙\n");
}

TEST_CASE("styles make headings and numbers") {
    const std::string styles =
        "<w:styles xmlns:w=\"w\"><w:style w:type=\"paragraph\" w:styleId=\"1\">"
        "<w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
        "</w:style><w:style w:type=\"paragraph\" w:styleId=\"a\"><w:name w:val=\"x\"/>"
        "<w:basedOn w:val=\"1\"/></w:style></w:styles>";
    CHECK(
        read_shown(docx("<w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr><w:r><w:t>总体情况</w:t></w:r>"
                        "</w:p>",
                        {{"word/numbering.xml", numbering_xml}, {"word/styles.xml", styles}})) ==
        "1 一、总体情况\n");
}

TEST_CASE("numbers look as their format says") {
    struct Row {
        const char* format;
        int number;
        const char* printed;
    };
    const Row rows[] = {{"chineseCounting", 10, "十"},
                        {"chineseCounting", 23, "二十三"},
                        {"chineseCountingThousand", 105, "一百零五"},
                        {"ideographTraditional", 3, "丙"},
                        {"decimalEnclosedCircle", 2, "②"},
                        {"decimalZero", 4, "04"},
                        {"upperRoman", 14, "XIV"},
                        {"lowerLetter", 28, "bb"},
                        {"bullet", 1, ""},
                        {"chineseLegalSimplified", 11, "壹拾壹"},
                        {"decimalFullWidth", 12, "１２"},
                        {"anything", 7, "7"}};
    for (const auto& row : rows) {
        CAPTURE(row.format);
        CHECK(list_number(row.format, row.number) == row.printed);
    }
}

TEST_CASE("the title is that of the file's properties") {
    const auto document =
        read(docx(paragraph("字"),
                  {{"docProps/core.xml", "<cp xmlns:dc=\"dc\"><dc:title> 年报 </dc:title></cp>"}}));
    REQUIRE(document.ok());
    CHECK(document.value().title == "年报");
    CHECK(document.value().format == "docx");
}

}  // namespace
}  // namespace gongkai::reader
