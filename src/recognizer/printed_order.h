#pragma once

#include <vector>

#include "forms/form.h"
#include "recognizer/printed_row.h"

namespace gongkai::recognizer {

// For each column of the grid the value that stands in it, where the heads above the first of its
// rows name all columns in another order than the form and the sums agree; else empty.
std::vector<int> printed_order(const reader::Document& document,
                               const std::vector<const PrintedRow*>& rows, const forms::Grid& grid);

// Which row of a grid that is printed across each group of values belongs to, where its groups are
// printed in another order than the form's; empty where they are not.
std::vector<int> group_order(const reader::Document& document, const std::vector<PrintedRow>& rows,
                             const forms::Grid& grid);

}  // namespace gongkai::recognizer
