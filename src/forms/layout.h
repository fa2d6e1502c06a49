#pragma once

#include <string>
#include <vector>

#include "forms/report.h"

namespace gongkai::forms {

// A cell of a printed table, at the upper left of the slots that it covers.
struct LayoutCell {
    enum class Kind {
        Corner,     // over the labels of the rows
        Head,       // over one column
        HeadGroup,  // over several
        Caption,    // across the whole table
        RowGroup,   // beside several rows
        RowLabel,   // beside its row
        Figure,
    };
    Kind kind = Kind::Figure;
    std::string text;  // of a label
    int column_span = 1;
    int row_span = 1;
    int cell = -1;  // of a Figure: the form's cell
};

struct LayoutRow {
    std::vector<LayoutCell> cells;
    bool head = false;          // belongs to the heads of the table
    bool begins_block = false;  // a caption begins a block under it (table two)
};

// A table as the form prints it.
struct Layout {
    std::string id;
    int label_columns = 0;
    int figure_columns = 0;
    std::vector<LayoutRow> rows;
};

// The tables of a section of the form, laid out for what the report has: an optional row is there
// only with figures, and the rows that it stands for only with theirs.
std::vector<Layout> layouts(const Report& report, int section);

}  // namespace gongkai::forms
