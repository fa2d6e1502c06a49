#include <doctest/doctest.h>

#include <random>

#include "samples.h"

namespace gongkai::reader {
namespace {

using samples::docx;
using samples::package;
using samples::paragraph;
using samples::read_shown;

std::string repeated(const std::string& part, int times) {
    std::string all;
    all.reserve(part.size() * static_cast<std::size_t>(times));
    for (int at = 0; at < times; ++at) {
        all += part;
    }
    return all;
}

// A PDF of one page; `content` draws on it. Readers mend the missing table of offsets.
std::string pdf(const std::string& content, const std::string& trailer = "") {
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
           "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
           "/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
           "4 0 obj<</Length " +
           std::to_string(content.size()) + ">>stream\n" + content +
           "\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
           "trailer<</Root 1 0 R" +
           trailer + ">>\n%%EOF\n";
}

TEST_CASE("damaged and hostile files are refused by the reason") {
    std::mt19937 random(3);
    std::string noise(100000, '\0');
    for (auto& byte : noise) {
        byte = static_cast<char>(random());
    }
    const auto whole = docx(paragraph("公开"));
    const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    struct Row {
        const char* what;
        std::string bytes;
        const char* code;
    };
    const Row rows[] = {
        {"nothing", "", "reader.empty"},
        {"blanks", " \r\n\t \n", "reader.empty"},
        {"noise", noise, "reader.unknown-format"},
        {"a zip cut short", whole.substr(0, whole.size() / 2), "reader.damaged"},
        {"a zip of something else", package({{"a.txt", "公开"}}), "reader.unknown-format"},
        {"a zip with a password", package({{"word/document.xml", "x"}}, true), "reader.encrypted"},
        {"a zip of who knows what with a password", package({{"a.txt", "公开"}}, true),
         "reader.encrypted"},
        {"XML cut short", package({{"word/document.xml", "<w:document><w:body><w:p>"}}),
         "reader.damaged"},
        {"a document without text", docx("<w:p/>"), "reader.empty"},
        {"an encrypted document",
         ole + std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0\0\0", 34),
         "reader.encrypted"},
        {"an OLE file without a document", ole + std::string(4096, '\0'), "reader.damaged"},
        {"a picture", "\x89PNG\r\n\x1A\n", "reader.unknown-format"},
        {"a gzip file", "\x1F\x8B\x08", "reader.unknown-format"},
        {"XML data", "<?xml version='1.0'?><a><b>1</b></a>", "reader.unknown-format"},
        {"a PDF of pictures", pdf("0 0 100 100 re f"), "reader.scan"},
        {"a PDF in name only", "%PDF-1.7\n" + noise, "reader.damaged"},
        {"zeros", std::string(60 << 20, '\0'), "reader.unknown-format"},
        {"more than is allowed", std::string(100 << 20, '\0'), "reader.too-large"},
    };
    for (const auto& row : rows) {
        CAPTURE(std::string(row.what));
        const auto document = read(row.bytes);
        REQUIRE(!document.ok());
        CHECK(document.error().code == row.code);
        CHECK(document.error().message.ends_with("。"));
    }
}

TEST_CASE("an archive that unfolds beyond the limit is a bomb") {
    CHECK(read_shown(docx(std::string(30 << 20, ' '))) == "reader.bomb\n");
    CHECK(read_shown(docx(repeated("<a/>", 4'000'000))) == "reader.bomb\n");
}

TEST_CASE("entities of XML are not expanded") {
    const auto text =
        read_shown(package({{"word/document.xml",
                             "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><w:document "
                             "xmlns:w=\"w\"><w:body>"
                             "<w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"}}));
    CHECK(text == "P &b;\n");
}

TEST_CASE("ten thousand levels of anything in a document are refused") {
    const int deep = 10000;
    CHECK(read_shown(docx(repeated("<w:sdt><w:sdtContent>", deep) + paragraph("字") +
                          repeated("</w:sdtContent></w:sdt>", deep))) == "reader.too-deep\n");
    CHECK(read_shown(docx(repeated("<w:tbl><w:tr><w:tc>", deep) + paragraph("字") +
                          repeated("</w:tc></w:tr></w:tbl>", deep))) == "reader.too-deep\n");
    CHECK(read_shown(docx("<w:p>" + repeated("<w:ins>", deep) + repeated("</w:ins>", deep) +
                          "</w:p>")) == "reader.too-deep\n");
    CHECK(read_shown(docx(paragraph("字") + repeated("<a>", deep) + repeated("</a>", deep))) ==
          "P 字\n");
}

TEST_CASE("every way of cutting a file short is survived") {
    const auto whole =
        docx("<w:tbl><w:tr>" + samples::cell("许可") + samples::cell("1") + "</w:tr></w:tbl>");
    for (std::size_t length = 4; length < whole.size(); ++length) {
        CHECK(!read(whole.substr(0, length)).ok());
    }
}

TEST_CASE("the name of a file does not matter, and a missing one is said to be missing") {
    CHECK(read_file("/nowhere/a.docx").error().code == "reader.not-found");
}

}  // namespace
}  // namespace gongkai::reader
