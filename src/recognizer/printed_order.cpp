#include "recognizer/printed_order.h"

#include <algorithm>
#include <numeric>
#include <string>

#include "base/text.h"
#include "forms/label.h"
#include "recognizer/glued.h"
#include "recognizer/value.h"

namespace gongkai::recognizer {

namespace {

using forms::Grid;

constexpr int blocks_of_heads = 24;       // one cell a line: the heads of table 4 are 20
constexpr std::size_t longest_head = 48;  // bytes
constexpr std::size_t least_columns = 5;  // fewer have heads that say too little

void add_words(std::string_view text, std::vector<std::u32string>& heads) {
    if (text.size() <= longest_head) {
        heads.push_back(forms::label_key(text));
        if (text.find(' ') == text.npos) return;
    }
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        heads.push_back(forms::label_key(text.substr(at, end - at)));
        at = end + 1;
    }
}

// The keys of what is printed above a row; of a table with spans column by column.
std::vector<std::u32string> heads_before(const reader::Document& document, const PrintedRow& row) {
    std::vector<std::u32string> heads;
    if (const auto* table =
            std::get_if<reader::Table>(&document.blocks[std::size_t(row.block)].content)) {
        std::vector<const reader::TableCell*> cells;
        for (const reader::TableCell& cell : table->cells)
            if (cell.row < row.table_row && cell.text.size() <= longest_head)
                cells.push_back(&cell);
        if (table->exact) std::ranges::stable_sort(cells, {}, &reader::TableCell::column);
        for (const auto* cell : cells)
            heads.push_back(forms::label_key(cell->text));
        return heads;
    }
    for (int block = std::max(0, row.block - blocks_of_heads); block < row.block; ++block)
        if (const auto* paragraph =
                std::get_if<reader::Paragraph>(&document.blocks[std::size_t(block)].content))
            add_words(paragraph->text, heads);
    return heads;
}

bool is_exact(const reader::Document& document, const PrintedRow& row) {
    const auto& content = document.blocks[std::size_t(row.block)].content;
    const auto* table = std::get_if<reader::Table>(&content);
    return table && table->exact;
}

bool names(const forms::Column& column, const std::u32string& key) {
    return std::ranges::find(column.keys, key) != column.keys.end();
}

// Columns in the order of their heads; empty unless each is named once.
std::vector<int> named(const std::vector<std::u32string>& heads, const Grid& grid) {
    std::vector<int> order;
    for (const std::u32string& head : heads) {
        const auto column = std::ranges::find_if(
            grid.columns, [&](const forms::Column& it) { return names(it, head); });
        if (column == grid.columns.end()) continue;
        const int at = int(column - grid.columns.begin());
        if (std::ranges::find(order, at) != order.end()) return {};
        order.push_back(at);
    }
    return order.size() == grid.columns.size() ? order : std::vector<int>();
}

// Read row by row, the head of the last column comes before those that stand below a common one.
bool is_order_of_the_form(const std::vector<int>& order, bool row_by_row) {
    if (std::ranges::is_sorted(order)) return true;
    return row_by_row && order[0] == 0 && order[1] == int(order.size()) - 1 &&
           std::is_sorted(order.begin() + 2, order.end());
}

// In how many rows the last column is the sum of the others, if column c is value `places[c]`.
int rows_that_add_up(const std::vector<const PrintedRow*>& rows, const std::vector<int>& places,
                     const Grid& grid) {
    return int(std::ranges::count_if(rows, [&](const PrintedRow* row) {
        if (row->values.size() != places.size()) return false;
        std::vector<Decimal> values;
        for (std::size_t c = 0; c < places.size(); ++c) {
            const auto& printed = row->values[std::size_t(places[c])].text;
            values.push_back(read_value(printed, grid.columns[c]).value.value_or(Decimal()));
        }
        return adds_up(values);
    }));
}

bool is_nothing(const PrintedValue& value) { return value.text.empty() || value.text == "0"; }

// Whether the first row that counts anything does not add up in the order of the form.
bool first_filled_breaks(const std::vector<const PrintedRow*>& rows, const Grid& grid) {
    const auto filled = std::ranges::find_if(rows, [&](const PrintedRow* row) {
        return row->values.size() == grid.columns.size() &&
               !std::ranges::all_of(row->values, is_nothing);
    });
    if (filled == rows.end()) return false;
    std::vector<int> of_the_form(grid.columns.size());
    std::iota(of_the_form.begin(), of_the_form.end(), 0);
    return rows_that_add_up({*filled}, of_the_form, grid) == 0;
}

bool holds(const std::vector<std::u32string>& heads, const std::string& label) {
    return std::ranges::find(heads, forms::label_key(label)) != heads.end();
}

}  // namespace

std::vector<int> printed_order(const reader::Document& document,
                               const std::vector<const PrintedRow*>& rows, const Grid& grid) {
    if (grid.across || grid.columns.size() < least_columns || rows.empty()) return {};
    const PrintedRow& first = *rows.front();
    if (first.source == PrintedRow::Source::Positions) return {};
    const bool exact = is_exact(document, first);
    if (!exact && !first_filled_breaks(rows, grid)) return {};
    const auto order = named(heads_before(document, first), grid);
    if (order.empty() || is_order_of_the_form(order, !exact)) return {};
    std::vector<int> places(order.size()), of_the_form(order.size());
    std::iota(of_the_form.begin(), of_the_form.end(), 0);
    for (std::size_t v = 0; v < order.size(); ++v)
        places[std::size_t(order[v])] = int(v);
    // Heads that were copied out of their places say less than the sums.
    const int printed = rows_that_add_up(rows, places, grid);
    const int known = rows_that_add_up(rows, of_the_form, grid);
    return printed > known || (exact && printed == known) ? places : std::vector<int>();
}

std::vector<int> group_order(const reader::Document& document, const std::vector<PrintedRow>& rows,
                             const Grid& grid) {
    const auto filled = [&](const PrintedRow& row) {
        return row.source != PrintedRow::Source::Positions &&
               row.values.size() >= grid.columns.size();
    };
    const auto first = std::ranges::find_if(rows, filled);
    if (first == rows.end() || std::ranges::all_of(first->values, is_nothing)) return {};
    const auto heads = heads_before(document, *first);
    // Two tables, of which the second has the form's first group.
    std::vector<int> order;
    for (const std::u32string& head : heads)
        for (std::size_t r = 0; r < grid.rows.size(); ++r)
            if (head == grid.rows[r].keys.front()) order.push_back(int(r));
    const bool all_named = order.size() == grid.rows.size();
    const bool but_the_first = order.size() + 1 == grid.rows.size() &&
                               !holds(heads, grid.rows.front().label) &&
                               first->values.size() == order.size() * grid.columns.size();
    if (but_the_first) order.push_back(0);
    if (!all_named && !but_the_first) return {};
    if (std::ranges::is_sorted(order)) return {};
    std::vector<int> once = order;
    std::ranges::sort(once);
    for (std::size_t r = 0; r < once.size(); ++r)
        if (once[r] != int(r)) return {};
    return order;
}

}  // namespace gongkai::recognizer
