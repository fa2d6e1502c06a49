#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "reader/document.h"
#include "recognizer/flow.h"

namespace gongkai::recognizer {

// A value as printed: one cell, one token of running text, or one word at a position.
struct PrintedValue {
    std::string_view text;  // in the document or the flow
    reader::Place place;
    float centre = 0;  // of a word
};

// A label and the values behind it, whatever the source gave them as.
struct PrintedRow {
    enum class Source { Cells, Running, Positions };

    Source source = Source::Cells;
    // What the label may be, likeliest first; a running text's keys may carry more before the
    // label.
    std::vector<std::u32string> keys;
    std::vector<PrintedValue> values;
    int block = 0;         // of the document
    int table_row = -1;    // Cells
    std::size_t from = 0;  // Running: signs of the flow, label and values
    std::size_t to = 0;
};

inline bool is_blank(const PrintedValue& value) { return text::is_blank(value.text); }
inline bool is_blank(const PrintedRow& row) {  // no value has text
    return std::ranges::all_of(row.values, [](const PrintedValue& it) { return is_blank(it); });
}

// Whether a stretch of the flow is sentences rather than pieces of a table.
bool is_prose(const Flow& flow, std::size_t from, std::size_t to);

// The rows of a table block.
void rows_of_table(const reader::Table& table, int block, std::vector<PrintedRow>& rows);

// The rows of running text between two signs of the flow: one cell a line, spaces between, or all
// glued together. Blocks that are prose are passed over.
void rows_of_running(const Flow& flow, std::size_t from, std::size_t to,
                     std::vector<PrintedRow>& rows);

// The rows of printed lines between two starts of the flow.
void rows_of_lines(const Flow& flow, std::size_t from, std::size_t to,
                   std::vector<PrintedRow>& rows);

}  // namespace gongkai::recognizer
