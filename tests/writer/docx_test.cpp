#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "reader/reader.h"
#include "writer/docx/document.h"

using namespace gongkai;
using namespace gongkai::writer::docx;

namespace {

reader::Document read(const Document& document) { return reader::read(document.bytes()).value(); }

const reader::Paragraph& paragraph(const reader::Document& document, std::size_t at) {
    return std::get<reader::Paragraph>(document.blocks.at(at).content);
}

Table merged() {
    Table table{{1, 1, 2}, {}, 21};
    table.rows.push_back({{{"甲", 1, 2}, {"乙", 2}}, true});
    table.rows.push_back({{{"丙"}, {"丁", 1, 2}}});
    table.rows.push_back({{{"戊", 2, 1, Align::Left, true}}});
    return table;
}

}  // namespace

TEST_CASE("paragraphs, headings and title are found again") {
    Document out("年度报告<1>");
    out.add(Style::Title, "年度报告").add(Style::Heading1, "一、总体情况");
    out.add(Style::Heading2, "（一）").add(Style::Body, "甲<乙>&\"丙\"\n第二行");
    const auto document = read(out);
    CHECK(document.format == "docx");
    CHECK(document.title == "年度报告<1>");
    CHECK(paragraph(document, 1).heading == 1);
    CHECK(paragraph(document, 2).heading == 2);
    CHECK(paragraph(document, 3).text == "甲<乙>&\"丙\"\n第二行");
}

TEST_CASE("signs that XML does not have are dropped, bad bytes marked") {
    Document out("");
    out.add(Style::Body, std::string_view("甲\0乙\x01\x7F\xEF\xBF\xBF丙\xFF", 16));
    const auto document = read(out);
    CHECK(paragraph(document, 0).text == "甲乙丙\xEF\xBF\xBD");
}

TEST_CASE("merged cells keep their places") {
    Document out("");
    out.add(merged());
    const auto document = read(out);
    const auto& table = std::get<reader::Table>(document.blocks.at(0).content);
    CHECK(table.rows == 3);
    CHECK(table.columns == 3);
    REQUIRE(table.cells.size() == 5);
    CHECK(table.cells[0].row_span == 2);
    CHECK(table.cells[1].column_span == 2);
    CHECK(table.cells[3].text == "丁");
    CHECK(table.cells[3].column == 2);
    CHECK(table.cells[3].row_span == 2);
    CHECK(table.cells[4].column_span == 2);
}

TEST_CASE("a table whose cells do not fill it is a mistake of the program") {
    Document out("");
    auto table = merged();
    table.rows[2].cells[0].column_span = 1;
    CHECK_THROWS_AS(out.add(table), std::logic_error);
    table = merged();
    table.rows[2].cells[0].row_span = 2;
    CHECK_THROWS_AS(out.add(table), std::logic_error);
}

TEST_CASE("the same content gives the same bytes, and no name of who made it") {
    const auto made = [] {
        Document out("题");
        out.add(Style::Body, "文").add(merged());
        return out.bytes();
    };
    const auto bytes = made();
    CHECK(bytes == made());
    CHECK(bytes.find("creator") == std::string::npos);
}

TEST_CASE(
    "LibreOffice opens it, and a line that was ended by hand is not stretched over the page") {
    if (std::system("command -v soffice >/dev/null") != 0) {
        MESSAGE("SKIP: LibreOffice is not there");
        return;
    }
    const auto folder = std::filesystem::temp_directory_path() / "gongkai_docx_test";
    std::filesystem::create_directories(folder);
    Document out("题");
    out.add(Style::LetterHead, "云岭县民政局").add(Style::Body, "甲乙丙丁\n第二行").add(merged());
    std::ofstream(folder / "it.docx", std::ios::binary) << out.bytes();
    const std::string command =
        "cd " + folder.string() + " && timeout 60 soffice -env:UserInstallation=file://" +
        folder.string() + "/profile --headless --convert-to pdf it.docx >/dev/null 2>&1";
    CHECK(std::system(command.c_str()) == 0);
    CHECK(std::filesystem::exists(folder / "it.pdf"));
    // Stretched signs stand so far apart that each is a word by itself.
    const std::string words =
        "cd " + folder.string() + " && pdftotext -bbox it.pdf - | grep -q '>甲乙丙丁<'";
    CHECK(std::system(words.c_str()) == 0);
    std::filesystem::remove_all(folder);
}
