#pragma once

#include <string>
#include <string_view>
#include <vector>

// What the readers of plain text ask about lines.
namespace gongkai::reader {

// One line of a text without its end. A form feed before it starts a new page.
struct TextLine {
    std::string_view text;
    bool blank = false;
    bool new_page = false;
};

// Splits at LF, CRLF, CR and form feed. The views are into `utf8`.
std::vector<TextLine> split_lines(std::string_view utf8);

// A top heading such as 三、收到和处理… : a Chinese numeral and 、 at the start of the line.
bool is_numbered_heading(std::string_view line);

// A number of a page as printed at its edge: -3-, — 3 —, ·3·, 第3页, 3/12; with `lone` also 3.
bool is_page_number(std::string_view line, bool lone);

// Sentences rather than the contents of a cell.
bool is_prose(std::string_view text);

// The text without ** around words. Unpaired signs stay.
std::string without_emphasis(std::string_view text);

}  // namespace gongkai::reader
