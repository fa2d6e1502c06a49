#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gongkai::reader {

// A word and its box on the page, in points from the upper left corner.
struct PdfWord {
    std::string text;
    float left = 0;
    float top = 0;
    float right = 0;
    float bottom = 0;
};

struct PdfPage {
    float width = 0;
    float height = 0;
    std::vector<PdfWord> words;
};

struct PdfText {
    std::string title;
    std::vector<PdfPage> pages;
};

// Reads what `pdftotext -bbox` writes:
//
//     <title>…</title> … <page width="595.0" height="842.0">
//     <word xMin="74.2" yMin="87.1" xMax="373.3" yMax="109.1">text</word>
//
// Anything else is passed over, so that broken output gives fewer words and no error.
PdfText parse_pdf_words(std::string_view xml);

}  // namespace gongkai::reader
