#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "samples.h"

namespace gongkai::reader {
namespace {

using samples::read_shown;

TEST_CASE("spans of a data table give true columns") {
    CHECK(read_shown("<table><tr><td rowspan=2>甲</td><td colspan=2>乙</td></tr>"
                     "<tr><td>1</td><td>2</td></tr></table>") ==
          "T 0:甲(2x1) 1:乙(1x2) / 1:1 2:2\n");
}

TEST_CASE("spans beyond the table are cut and absurd ones bounded") {
    const auto document = read(
        "<table><tr><td rowspan=9>甲</td><td colspan=99999999>乙</td></tr>"
        "<tr><td>1</td></tr></table>");
    REQUIRE(document.ok());
    const auto& table = std::get<Table>(document.value().blocks[0].content);
    CHECK(table.rows == 2);
    CHECK(table.cells[0].row_span == 2);
    CHECK(table.columns <= 1024);
}

TEST_CASE("a tag with thousands of attributes is refused before it is parsed, wherever it hides") {
    const auto many = [](int count, const std::string& before = {}) {
        std::string all = before;
        for (int i = 0; i < count; ++i)
            all += " a" + std::to_string(i);
        return all + ">";
    };
    const std::string end = "字</p>";
    for (const std::string& bomb :
         {many(40'000, "<p"), many(40'000, "<p x=\">\""), many(40'000, "</p"),
          many(40'000, "<script>a<b=\"</script><p"), many(40'000, "<!--><p"),
          many(40'000, "<svg><script><p"), many(40'000, "<p a=b/c=/"),
          many(40'000, "<p").substr(0, 200'000)}) {
        CAPTURE(bomb.substr(0, 40));
        const auto begun = std::chrono::steady_clock::now();
        const auto document = read("<html><body>" + bomb + end);
        REQUIRE_FALSE(document.ok());
        CHECK(document.error().code == "reader.bomb");
        CHECK(document.error().message.find("属性") != std::string::npos);
        CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(5));
    }
    // Many tags of a size that could be somebody's are as bad together.
    std::string together;
    for (int i = 0; i < 30; ++i)
        together += many(2'000, "<p");
    CHECK(read("<html><body>" + together + end).error().code == "reader.bomb");
    // A page that somebody made may be odd: long scripts, many attributes, texts with '<'.
    std::string odd = many(500, "<p") + "字</p><script>";
    for (int i = 0; i < 3'000; ++i)
        odd += "if (i<n && i>m && a" + std::to_string(i) + " == \"x y z\") f(i, 1, 2);\n";
    CHECK(read_shown("<html><body>" + odd + "</script><p>末</p>") == "P 字\nP 末\n");
}

TEST_CASE("a table around tables is layout") {
    CHECK(read_shown("<table><tr><td>左栏</td><td><h2>一、总体情况</h2><p>文字</p>"
                     "<table><tr><td>许可</td><td>1</td></tr></table></td></tr></table>") ==
          "P 左栏\n2 一、总体情况\nP 文字\nT 0:许可 1:1\n");
}

TEST_CASE("a table of one cell inside a cell is but a frame") {
    CHECK(read_shown("<table><tr><td>许可</td><td><table><tr><td>1</td></tr></table></td></tr>"
                     "</table>") == "T 0:许可 1:1\n");
}

TEST_CASE("paragraphs and line breaks in a cell are lines of it") {
    CHECK(read_shown("<table><tr><td><p>本年新<br>制作</p>\n<p>数量</p></td><td>&nbsp;</td></tr>"
                     "</table>") == "T 0:本年新~制作~数量 1:\u00A0\n");
}

TEST_CASE("what a browser does not show is left out") {
    CHECK(
        read_shown("<html><head><title>题名</title><style>p{}</style></head><body>"
                   "<script>var a='<p>x</p>';</script><p style='DISPLAY : none'>藏</p>"
                   "<p hidden>藏</p><template><p>藏</p></template><p>见\n  到</p></body></html>") ==
        "P 见 到\n");
    CHECK(read("<title> 题名 </title><p>见</p>").value().title == "题名");
}

TEST_CASE("text beside blocks is a paragraph of its own") {
    CHECK(read_shown("<div>前<p>中</p>后<b>面</b></div>") == "P 前\nP 中\nP 后面\n");
}

TEST_CASE("Chinese numbers that a list gives to its items are text") {
    CHECK(read_shown("<ol style='list-style-type: cjk-ideographic'><li>总体情况</li>"
                     "<li><h2>主动公开</h2><p>文字</p></li></ol>"
                     "<ol start=3 style='color:red; list-style-type:cn;'><li> 收到和处理</li>"
                     "<li value=10><p>其他</p></li><li>后面</li></ol><p>末</p>") ==
          "P 一、总体情况\n2 二、主动公开\nP 文字\nP 三、收到和处理\nP 十、其他\n"
          "P 十一、后面\nP 末\n");
    CHECK(read_shown("<body><ol><li>甲</li></ol><ul style='list-style-type:cn1'><li>乙</li></ul>"
                     "<li style='list-style-type:cn'>丙</li>") == "P 甲\nP 乙\nP 丙\n");
    CHECK(read_shown("<body><ol style='list-style-type:cn'><li><ol><li>内</li></ol>外</li></ol>") ==
          "P 内\nP 外\n");
    CHECK(read_shown("<table><tr><td><ol style='list-style-type:cn'><li>许可</li></ol></td>"
                     "<td>1</td></tr></table><p>后</p>") == "T 0:许可 1:1\nP 后\n");
}

TEST_CASE("a page that gumbo would make millions of elements of is given up") {
    std::string soup = "<body><p>";
    for (int at = 0; at < 4000; ++at) {
        soup += "<font a" + std::to_string(at) + ">";
    }
    for (int at = 0; at < 4000; ++at) {
        soup += "<p>字";
    }
    CHECK(read_shown(soup) == "reader.bomb\n");
}

TEST_CASE("deep nesting is read or refused, but never overflows") {
    for (const char* tags : {"<div>", "<table><tr><td>", "<b><i>", "<ul><li>"}) {
        std::string page = "<html><body>";
        for (int depth = 0; depth < 10000; ++depth) {
            page += tags;
        }
        (void)read(page + "字");
        for (int depth = 0; depth < 20000; ++depth) {
            page += tags;
        }
        CHECK(!read_shown(page + "字").empty());
    }
}

TEST_CASE("a web archive gives its page") {
    CHECK(
        read_shown("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"--b\"\r\n\r\n"
                   "----b\r\nContent-Type: text/html; charset=\"utf-8\"\r\n"
                   "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                   "<html><body><p>=E5=85=AC=\r\n=E5=BC=80</p></body></html>\r\n----b--\r\n") ==
        "P 公开\n");
}

}  // namespace
}  // namespace gongkai::reader
