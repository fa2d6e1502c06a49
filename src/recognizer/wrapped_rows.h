#pragma once

#include "forms/report.h"
#include "recognizer/align.h"

namespace gongkai::recognizer {

// In narrow columns of a page a number runs over two lines, and the line of the label has only a
// piece of it. A row that does not add up, with lines of figures touching it that belong to no row,
// is put together so that it adds up; where that cannot be done, or in more than one way, the
// report keeps none of its cells.
void mend_wrapped_rows(const reader::Document& document, const std::vector<PrintedRow>& rows,
                       const Alignment& alignment, forms::Report& report);

}  // namespace gongkai::recognizer
