#pragma once

#include <string_view>
#include <vector>

#include "reader/pdf/pdf_words.h"

namespace gongkai::reader {

// What a cell for numbers may hold: digits, and signs that stand in numbers.
bool is_figure(std::string_view text);

// The words of a page with each number that a narrow column broke over two lines joined to one word
// with a box around both parts.
//
// Two figures, one right under the other, may as well be those of two rows. They are one number
// where another figure stands half way between their heights: its cell has one line, and its middle
// is that of the row.
std::vector<PdfWord> with_wrapped_figures_joined(std::vector<PdfWord> words);

}  // namespace gongkai::reader
