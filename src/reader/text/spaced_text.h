#pragma once

#include <vector>

#include "reader/block_list.h"
#include "reader/text/text_lines.h"

// Text laid out with spaces, as `pdftotext -layout` writes it: what stands in columns on paper
// stands in columns of a fixed-width font. All of it becomes Line blocks, prose too, so that it
// can be taken like the lines of a PDF.
namespace gongkai::reader {

// Whether columns of figures are aligned with spaces in this text.
bool is_spaced_text(const std::vector<TextLine>& lines);

void read_spaced_text(const std::vector<TextLine>& lines, BlockList& blocks);

}  // namespace gongkai::reader
