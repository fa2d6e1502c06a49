#pragma once

#include <cstddef>
#include <vector>

#include "reader/block_list.h"
#include "reader/text/text_lines.h"

// Tables drawn with upright strokes: `a | b | c |`, GitHub's `| a | b |` with a line |---|---|
// under the head, and the box signs of old printers (│ a │ b │).
//
// A stroke at the start of a line opens no cell and one at its end closes none; what is empty
// between two strokes is an empty cell. Where nearly every line holds a single cell, the lines are
// no rows: each becomes a paragraph of its own.
namespace gongkai::reader {

// Whether the text has any upright stroke at all.
bool holds_stroke(std::string_view text);

bool is_pipe_line(std::string_view line);

// A line such as |---|:--:| or ├──┼──┤ that only draws.
bool is_pipe_rule(std::string_view line);

// Reads the lines that are pipe lines from `at` on, and gives the line behind them. With
// `double_spaced` single blank lines between rows do not end the table.
std::size_t read_pipe_table(const std::vector<TextLine>& lines, std::size_t at, bool double_spaced,
                            BlockList& blocks);

}  // namespace gongkai::reader
