#pragma once

#include "forms/report.h"
#include "portal/marks.h"
#include "writer/html.h"

namespace gongkai::portal {

// Draws the tables of a section of the form as the form prints them, with what the report has in
// their cells. Each cell is an anchor ("c-" and its number) and links to the findings about it.
void form_tables(writer::Html& out, const forms::Report& report, const Marks& marks, int section);

// What the marks in the tables mean.
void table_legend(writer::Html& out);

// 12345.6 as 12,345.6
std::string grouped(const Decimal& value);

}  // namespace gongkai::portal
