#include <doctest/doctest.h>

#include "reader/pdf/pdf_lines.h"
#include "reader/pdf/pdf_words.h"
#include "samples.h"

namespace gongkai::reader {
namespace {

// The lines of a page of words given as left, top, right, bottom.
std::string lines(std::vector<PdfWord> words) {
    const PdfPage page{595, 842, std::move(words)};
    Document document;
    for (auto& line : lines_of(page)) {
        document.blocks.push_back({std::move(line), {}});
    }
    return samples::shown(document);
}

TEST_CASE("pdftotext's words are read with their boxes") {
    const auto text = parse_pdf_words(
        "<title>年报</title><page width=\"595.0\" height=\"842.5\">\n"
        "<word xMin=\"74.2\" yMin=\"87\" xMax=\"90\" yMax=\"99\">甲&amp;&lt;乙</word>"
        "<word xMin=\"nan\" yMin=\"1e99\">丙</word><word xMin=\"1\">未完");
    CHECK(text.title == "年报");
    REQUIRE(text.pages.size() == 1);
    CHECK(text.pages[0].height == doctest::Approx(842.5));
    REQUIRE(text.pages[0].words.size() == 2);
    CHECK(text.pages[0].words[0].text == "甲&<乙");
    CHECK(text.pages[0].words[0].left == doctest::Approx(74.2));
    CHECK(text.pages[0].words[1].left == 0);
}

TEST_CASE("words of a sentence are joined, figures in neighbouring columns are not") {
    CHECK(lines({{"共收到", 74, 100, 122, 116},
                 {"12", 126, 99, 142, 117},
                 {"件", 146, 100, 162, 116}}) == "L0 [共收到12件]\n");
    CHECK(lines({{"规章", 74, 100, 106, 116},
                 {"0", 112, 100, 118, 116},
                 {"0", 122, 100, 128, 116}}) == "L0 [规章0] [0]\n");
    CHECK(lines({{"规章", 74, 100, 106, 116},
                 {"0", 200, 100, 206, 116},
                 {"0", 210, 100, 216, 116}}) == "L0 [规章] [0] [0]\n");
    // A label may fill its cell up to the figure of the next one.
    CHECK(lines({{"行政机关不再处", 154, 358, 286, 374},
                 {"2", 293, 357, 301, 373},
                 {"0", 333, 357, 341, 373}}) == "L0 [行政机关不再处] [2] [0]\n");
}

TEST_CASE("a number that its column broke over two lines is one, two rows of figures are not") {
    const PdfWord label{"新收", 74, 108, 106, 124}, none{"0", 300, 108, 306, 124};
    const PdfWord upper{"1234", 200, 100, 232, 114}, lower{"56", 208, 115, 224, 129};
    CHECK(lines({label, upper, lower, none}) == "L0 [新收] [123456] [0]\n");
    // Nothing stands between the heights of two rows.
    CHECK(lines({{"新收", 74, 100, 106, 114},
                 {"1234", 200, 100, 232, 114},
                 {"0", 300, 100, 306, 114},
                 {"结转", 74, 115, 106, 129},
                 {"56", 208, 115, 224, 129},
                 {"0", 300, 115, 306, 129}}) == "L0 [新收] [1234] [0]\nL0 [结转] [56] [0]\n");
    // Nor does a label that runs over both of them make them one.
    CHECK(lines({label, upper, lower}) == "L0 [1234]\nL0 [新收]\nL0 [56]\n");
}

TEST_CASE("a line is what has its middle at one height, whatever the order and size") {
    CHECK(lines({{"丙", 300, 103, 310, 111},
                 {"乙", 200, 100, 216, 116},
                 {"甲", 74, 101, 90, 117},
                 {"下", 74, 120, 90, 136}}) == "L0 [甲] [乙] [丙]\nL0 [下]\n");
}

TEST_CASE("a cell printed upright is not joined with its neighbour") {
    CHECK(lines({{"年", 90, 100, 100, 110},
                 {"度", 90, 112, 100, 122},
                 {"办", 90, 124, 100, 134},
                 {"（一）", 103, 112, 133, 122}}) == "L0 [年]\nL0 [度] [（一）]\nL0 [办]\n");
}

TEST_CASE("units in a column of figures belong to them") {
    CHECK(lines({{"12", 90, 100, 100, 110},
                 {"件", 102, 100, 112, 110},
                 {"8", 92, 130, 100, 140},
                 {"件", 102, 130, 112, 140},
                 {"0", 92, 160, 100, 170},
                 {"件", 102, 160, 112, 170}}) == "L0 [12件]\nL0 [8件]\nL0 [0件]\n");
}

TEST_CASE("page numbers at the edge are dropped, figures inside are not") {
    CHECK(lines({{"正文", 74, 400, 106, 416}, {"12", 290, 800, 300, 812}}) == "L0 [正文]\n");
    CHECK(lines({{"—", 280, 800, 290, 812},
                 {"3", 294, 800, 300, 812},
                 {"—", 304, 800, 314, 812},
                 {"正文", 74, 400, 106, 416}}) == "L0 [正文]\n");
    CHECK(lines({{"12", 290, 400, 300, 412}, {"完", 74, 500, 90, 512}}) == "L0 [12]\nL0 [完]\n");
}

}  // namespace
}  // namespace gongkai::reader
