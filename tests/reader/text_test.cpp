#include <doctest/doctest.h>

#include "samples.h"

namespace gongkai::reader {
namespace {

using samples::read_shown;

TEST_CASE("a table of an export of Word keeps its rows and blank cells") {
    CHECK(read_shown("二、主动公开\n"
                     "\t信息内容\n\t本年新\n制作数量\n\t\n\n"
                     "\t规章\n\t0\n\t \n\n\n"
                     "三、收到和处理\n\t总计\n\t1\n") ==
          "P 二、主动公开\n"
          "t 0:信息内容 1:本年新~制作数量 2: / 0:规章 1:0 2: \n"
          "P 三、收到和处理\n"
          "t 0:总计 1:1\n");
}

TEST_CASE("the text of a cell may come after empty lines while it has none") {
    CHECK(read_shown("\t\n\n\n（本列数据）\n\t申请人情况\n\n\t\n\t\n\n总计\n\n\t甲\n\t1\n") ==
          "t 0:（本列数据） 1:申请人情况 / 0: 1:总计 / 0:甲 1:1\n");
}

TEST_CASE("tabs on lines of their own part the cells of a row") {
    CHECK(read_shown(
              "二、主动公开\n\n项目\n\n\t\n\n甲\n\n\t\n\n乙\n\n\n许可\n\n\t\n\n1\n\n\t\n\n2\n\n"
              "处罚\n\n\t\t\n\n3\n\n强制\n\n\t\n\n4\n\n\t\n\n三、收到\n\n全年未收到。\n") ==
          "P 二、主动公开\n"
          "t 0:项目 1:甲 2:乙 / 0:许可 1:1 2:2 / 0:处罚 1: 2:3 / 0:强制 1:4 2:\n"
          "P 三、收到\nP 全年未收到。\n");
}

TEST_CASE("narrative indented with tabs is no table") {
    const std::string sentence =
        "\t二〇二四年，云岭县人民政府办公室认真贯彻落实条例，持续扩大主动公开的范围，努力提高依申请"
        "公开的"
        "办理质量，着力加强公开平台的建设，不断完善监督保障的机制。\n";
    const auto text = read_shown(sentence + sentence);
    CHECK(text.find("t ") == text.npos);
}

TEST_CASE("strokes part cells, at the ends of a line they do not") {
    CHECK(read_shown("规章 | 0 | | 2 |\n| 许可 | 1 | 2 | 3 |\n") ==
          "t 0:规章 1:0 2: 3:2 / 0:许可 1:1 2:2 3:3\n");
    CHECK(read_shown("│规章│0│\n├──┼──┤\n│许可│1│\n") == "t 0:规章 1:0 / 0:许可 1:1\n");
}

TEST_CASE("what merged cells leave between heads is no column") {
    CHECK(read_shown("| 第一项 | | | | |\n| 信息 | 制发 | | 废止 | |\n| 规章 | 0 | | 2 | |\n") ==
          "t 0:第一项 1: 2: 3: 4: / 0:信息 1:制发 2:废止 / 0:规章 1:0 2:2\n");
    // Without heads, and behind labels of rows, a blank may be a value.
    for (const std::string table :
         {"| 新收 | 1 | | 2 |\n| 结转 | 3 | | 4 |\n", "| 结果 | 公开 | | |\n| 总计 | | 3 | |\n"}) {
        const auto shown = read_shown(table);
        CHECK(shown.find(" 3:") != shown.npos);
    }
}

TEST_CASE("a Markdown table has a rule under its head, and headings are told by signs") {
    const auto document = read("## 一、总体**情况**\n\n| 甲 | 乙 |\n|---|:--:|\n| 1 | 2 |\n");
    REQUIRE(document.ok());
    CHECK(document.value().format == "markdown");
    CHECK(samples::shown(document.value()) == "2 一、总体情况\nt 0:甲 1:乙 / 0:1 1:2\n");
}

TEST_CASE("HTML tables inside Markdown keep their spans") {
    CHECK(read_shown("# 报告\n\n<table><tr><td colspan=2>甲</td></tr>\n"
                     "<tr><td>1</td><td>2</td></tr></table>\n\n完\n") ==
          "1 报告\nT 0:甲(1x2) / 0:1 1:2\nP 完\n");
}

TEST_CASE("one cell a line with a stroke behind it is a stream of paragraphs") {
    CHECK(read_shown("规章 |\n0 |\n|\n许可 |\n3 |\n||||\n") ==
          "P 规章\nP 0\nP \nP 许可\nP 3\nP \n");
}

TEST_CASE("values between tabs or commas are rows") {
    CHECK(read_shown("项目\t甲\t乙\n许可\t1\t\n") == "t 0:项目 1:甲 2:乙 / 0:许可 1:1 2:\n");
    // Blank cells behind a label are not lost, a heading with a TAB behind it is none.
    CHECK(read_shown("项目\t甲\t乙\n许可\t\t\n处罚\t1\t\n三、收到\t\n") ==
          "t 0:项目 1:甲 2:乙 / 0:许可 1: 2: / 0:处罚 1:1 2:\nP 三、收到\t\n");
    CHECK(read_shown("项目,甲,乙\n许可,1,2\n处罚,\"1,000\",3\n") ==
          "t 0:项目 1:甲 2:乙 / 0:许可 1:1 2:2 / 0:处罚 1:1,000 2:3\n");
    CHECK(read_shown("项目,甲,乙\n许可,1,2\n\"处罚（\"\"旧\"\"，含调整）\",4,3\n") ==
          "t 0:项目 1:甲 2:乙 / 0:许可 1:1 2:2 / 0:处罚（\"旧\"，含调整） 1:4 2:3\n");
    CHECK(read_shown("今年,我镇坚持公开,成效很好\n明年,我镇继续努力,再上台阶\n") ==
          "P 今年,我镇坚持公开,成效很好\nP 明年,我镇继续努力,再上台阶\n");
}

TEST_CASE("what is drawn around a table is none of its rows") {
    const std::string rows =
        "甲      1      2\n乙      3      4\n丙      -      5\n丁      6      7\n";
    const std::string drawn = "------  -----  -----\n";
    CHECK(read_shown(drawn + rows + drawn) == read_shown("\n" + rows));
}

TEST_CASE("columns laid out with spaces are lines of words on pages") {
    CHECK(read_shown(
              "  某县年度报告\n项目        甲     乙\n许可        1      2\n处罚        3      4\n"
              "强制        5      6\n收费        7      8\n                -1-\n"
              "\f总计        16     20\n") ==
          "L1 [某县年度报告]\nL1 [项目] [甲] [乙]\nL1 [许可] [1] [2]\nL1 [处罚] [3] [4]\n"
          "L1 [强制] [5] [6]\nL1 [收费] [7] [8]\nL2 [总计] [16] [20]\n");
    // A long label may come as near as one space, and single spaces may part all cells.
    CHECK(read_shown("许可  1  2\n处罚  3  4\n强制  5  6\n继续办理 41  8\n2024 年 12 月\n") ==
          "L1 [许可] [1] [2]\nL1 [处罚] [3] [4]\nL1 [强制] [5] [6]\nL1 [继续办理] [41] [8]\n"
          "L1 [2024 年 12 月]\n");
}

TEST_CASE("blank lines may be blank cells only where lines follow each other closely") {
    CHECK(read_shown("规章\n0\n\n0\n许可\n1\n2\n3\n") ==
          "P 规章\nP 0\nP \nP 0\nP 许可\nP 1\nP 2\nP 3\n");
    CHECK(read_shown("规章\n\n0\n\n1\n\n2\n\n\n\n4\n") == "P 规章\nP 0\nP 1\nP 2\nP \nP 4\n");
}

}  // namespace
}  // namespace gongkai::reader
