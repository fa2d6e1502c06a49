#pragma once

#include <cstddef>
#include <vector>

#include "reader/block_list.h"
#include "reader/text/text_lines.h"

// Rows of comma-separated values. Prose has commas too, so rows are believed only where several
// lines in sequence have the same number of short fields, figures among them.
namespace gongkai::reader {

// The line behind the rows that start at `at`, or `at` where none do.
std::size_t comma_rows_end(const std::vector<TextLine>& lines, std::size_t at);

void read_comma_table(const std::vector<TextLine>& lines, std::size_t at, std::size_t end,
                      BlockList& blocks);

}  // namespace gongkai::reader
