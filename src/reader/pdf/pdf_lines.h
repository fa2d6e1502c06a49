#pragma once

#include <vector>

#include "reader/document.h"
#include "reader/pdf/pdf_words.h"

namespace gongkai::reader {

// The printed lines of a page, from above: words whose middles are on one height, from the left,
// those that touch joined into one. Figures are never joined with figures: however close they
// stand, they are two cells, but for one that its column broke over two lines. The page number at
// the edge is left out.
std::vector<Line> lines_of(PdfPage page);

}  // namespace gongkai::reader
