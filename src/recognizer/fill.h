#pragma once

#include "forms/report.h"
#include "recognizer/align.h"

namespace gongkai::recognizer {

// Puts the values of aligned rows into a report's cells. `review` are the rows of table 4.
void fill(const reader::Document& document, const std::vector<PrintedRow>& rows,
          const Alignment& alignment, const std::vector<PrintedRow>& review, forms::Report& report);

}  // namespace gongkai::recognizer
