#pragma once

#include "forms/report.h"
#include "portal/marks.h"
#include "writer/html.h"

namespace gongkai::portal {

// One cell of a report as <td>. A number, a blank, a slash, a text, several possible readings and
// a cell that the source lacks all look different.
void table_cell(writer::Html& out, const forms::Report& report, const Marks& marks, int cell,
                int column_span);

}  // namespace gongkai::portal
