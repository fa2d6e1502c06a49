#pragma once

#include <vector>

#include "recognizer/align.h"
#include "recognizer/outline.h"
#include "recognizer/printed_row.h"

namespace gongkai::recognizer {

// Notes what the tables have beyond the form, and what of the form they lack: rows, whole tables,
// names of columns.
void note_odd_tables(const Flow& flow, const Zone& zone, const std::vector<PrintedRow>& rows,
                     const Alignment& alignment, forms::Report& report);

}  // namespace gongkai::recognizer
