#pragma once

#include <cstddef>
#include <vector>

#include "reader/block_list.h"
#include "reader/text/text_lines.h"

// Tables of which TABs are the only trace.
//
// Exports of Word write one cell a line, opened by a TAB:
//
//     <TAB>信息内容            a line that starts with TAB opens a cell
//     <TAB>本年新
//     制作数量                 a line without TAB goes on with it
//                              an empty line ends the row
//     <TAB>                    a cell that stays empty: blank, or covered by a merged one
//
// but in a cell that is still empty, empty lines come before its text. Spreadsheets write one row
// a line: a<TAB>b<TAB>c. Where a browser's cells hold paragraphs, what is copied from it has the
// TABs between the cells on lines of their own.
namespace gongkai::reader {

// Whether a table of one of these kinds starts at this line.
bool starts_tab_table(const std::vector<TextLine>& lines, std::size_t at);

// Reads it into `blocks`, and gives the line behind it.
std::size_t read_tab_table(const std::vector<TextLine>& lines, std::size_t at, BlockList& blocks);

}  // namespace gongkai::reader
