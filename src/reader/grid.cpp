#include "reader/grid.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace gongkai::reader {
namespace {

constexpr int most_columns = 1024;
constexpr int most_row_span = 65534;

using Row = std::vector<std::string>;

std::size_t filled(const Row& row) {
    return std::size_t(std::ranges::count_if(row, [](auto& it) { return !text::is_blank(it); }));
}

bool is_words(std::string_view cell) {
    return std::ranges::any_of(text::folded_points(cell), text::is_han);
}

// The columns in which none of the rows prints anything, where they are left of merged cells: the
// first row has heads, words alone, and such columns between them.
std::vector<bool> unused_columns(std::span<const Row> rows) {
    const Row& heads = rows.front();
    std::vector<bool> unused(heads.size(), true);
    for (const Row& row : rows)
        for (std::size_t at = 0; at < row.size(); ++at)
            if (unused[at] && !text::is_blank(row[at])) unused[at] = false;
    bool between = false;
    int words = 0;
    for (std::size_t at = 0, gap = 0; at < heads.size(); ++at) {
        if (text::is_blank(heads[at])) {
            gap += unused[at] && words > 0;
            continue;
        }
        if (!is_words(heads[at])) return {};
        between = between || gap > 0;
        ++words;
    }
    return between ? unused : std::vector<bool>();
}

// Takes the cells of unused columns out of each part of a table, whose parts begin behind a row of
// one word: 第二十条第（一）项. Only where all rows have the same cells: else some are missing.
void leave_out_unused(std::span<Row> rows) {
    const auto uneven = [&](const Row& row) { return row.size() != rows.front().size(); };
    if (rows.empty() || std::ranges::any_of(rows, uneven)) return;
    for (std::size_t from = 0, to = 0; from < rows.size(); from = to) {
        while (from < rows.size() && filled(rows[from]) < 2)
            ++from;
        to = from;
        while (to < rows.size() && filled(rows[to]) > 1)
            ++to;
        if (from == to) continue;
        const auto part = rows.subspan(from, to - from);
        const auto unused = unused_columns(part);
        if (unused.empty()) continue;
        for (Row& row : part) {
            std::size_t at = 0;
            std::erase_if(row, [&](const std::string&) { return unused[at++]; });
        }
    }
}

}  // namespace

void Grid::begin_row() {
    ++row_;
    column_ = 0;
}

void Grid::add(std::string text, int row_span, int column_span) {
    while (column_ < static_cast<int>(busy_until_.size()) &&
           busy_until_[static_cast<std::size_t>(column_)] > row_) {
        ++column_;
    }
    add_at(column_, std::move(text), row_span, column_span);
}

void Grid::add_at(int column, std::string text, int row_span, int column_span) {
    column = std::clamp(column, 0, most_columns - 1);
    column_span = std::clamp(column_span, 1, most_columns - column);
    row_span = std::clamp(row_span, 1, most_row_span);

    const auto first = static_cast<std::size_t>(column);
    const auto end = first + static_cast<std::size_t>(column_span);
    if (busy_until_.size() < end) busy_until_.resize(end, 0);
    if (above_.size() < end) above_.resize(end, -1);
    for (auto at = first; at < end; ++at) {
        busy_until_[at] = row_ + row_span;
        above_[at] = -1;
    }
    above_[first] = static_cast<int>(table_.cells.size());
    TableCell& cell = table_.cells.emplace_back();
    cell.text = std::move(text);
    cell.row = row_;
    cell.column = column;
    cell.row_span = row_span;
    cell.column_span = column_span;
    table_.columns = std::max(table_.columns, column + column_span);
    column_ = column + column_span;
}

bool Grid::extend_down(int column) {
    const auto at = static_cast<std::size_t>(column);
    if (column < 0 || at >= above_.size() || above_[at] < 0) return false;
    auto& cell = table_.cells[static_cast<std::size_t>(above_[at])];
    if (cell.row >= row_) return false;
    cell.row_span = row_ - cell.row + 1;
    column_ = column + cell.column_span;
    return true;
}

bool Grid::extend_right(int columns) {
    if (table_.cells.empty() || table_.cells.back().row != row_) return false;
    TableCell last = std::move(table_.cells.back());
    table_.cells.pop_back();
    add_at(last.column, std::move(last.text), last.row_span, last.column_span + columns);
    return true;
}

Table Grid::take() {
    table_.rows = row_ + 1;
    for (auto& cell : table_.cells)
        cell.row_span = std::min(cell.row_span, table_.rows - cell.row);
    Table done = std::move(table_);
    *this = Grid{};
    return done;
}

Table counted_table(std::span<std::vector<std::string>> rows) {
    Table table;
    table.exact = false;
    std::size_t cells = 0;
    for (const auto& row : rows)
        cells += row.size();
    table.cells.reserve(cells);
    leave_out_unused(rows);
    for (auto& row : rows) {
        int column = 0;
        for (auto& text : row) {
            table.cells.push_back(
                {std::move(text), table.rows, std::min(column++, most_columns - 1)});
        }
        table.columns = std::max(table.columns, std::min(column, most_columns));
        ++table.rows;
    }
    return table;
}

}  // namespace gongkai::reader
