#pragma once

#include <span>
#include <string>
#include <vector>

#include "reader/document.h"

namespace gongkai::reader {

// Lays cells with spans into a table the way HTML does: each cell takes the first free slot of
// its row, and slots that an earlier row spans are not free. Spans are clamped to what can stand
// in a report, and rows that do not come are cut off the spans at the end.
class Grid {
public:
    void begin_row();

    // The next free slot of this row; spans below 1 count as 1.
    void add(std::string text, int row_span, int column_span);

    // The same at a column that the caller knows (Word). Nothing is moved out of the way.
    void add_at(int column, std::string text, int row_span, int column_span);

    // Lengthens by this row the cell that starts at this column above: Word's vMerge.
    // False when no cell above starts there.
    bool extend_down(int column);

    // Widens the cell of this row that was added last: Word's hMerge. False when there is none.
    bool extend_right(int columns);

    int row() const { return row_; }
    std::size_t cells() const { return table_.cells.size(); }

    // The table, its grid tight around the cells. The builder is empty afterwards.
    Table take();

private:
    Table table_;
    int row_ = -1;
    int column_ = 0;
    std::vector<int> busy_until_;  // for each column the row that is free again
    std::vector<int> above_;       // for each column the last cell that starts there, or -1
};

// A table of rows whose cells are only counted from the left; takes the texts out of `rows`. Where
// a part of it has heads, what lies between two of them and is blank in every row is left out: it
// is what merged cells leave in a format that has none.
Table counted_table(std::span<std::vector<std::string>> rows);

}  // namespace gongkai::reader
