#include "recognizer/fill.h"

#include <algorithm>
#include <optional>

#include "recognizer/columns.h"
#include "recognizer/glued_rows.h"
#include "recognizer/printed_order.h"
#include "recognizer/value.h"

namespace gongkai::recognizer {

using forms::Cell;
using forms::CellKind;
using forms::Column;
using forms::Grid;
using forms::Report;

namespace {

std::size_t digits_in(const std::vector<PrintedValue>& values) {
    std::size_t count = 0;
    for (const PrintedValue& value : values)
        count += std::size_t(std::ranges::count_if(
            value.text, [](char sign) { return sign >= '0' && sign <= '9'; }));
    return count;
}

std::vector<Decimal> numbers_in(const PrintedRow& row) {
    std::vector<Decimal> numbers;
    for (const PrintedValue& value : row.values)
        numbers.push_back(Decimal::parse(value.text).value_or(Decimal()));
    return numbers;
}

std::vector<Decimal> digits_of(const PrintedRow& row) {
    std::vector<Decimal> digits;
    for (const PrintedValue& value : row.values)
        for (const char sign : value.text)
            if (sign >= '0' && sign <= '9') digits.emplace_back(sign - '0');
    return digits;
}

// Whether a token can only be several numbers run together.
bool has_leading_zero(const PrintedRow& row) {
    return std::ranges::any_of(row.values, [](const PrintedValue& value) {
        return value.text.size() > 1 && value.text.front() == '0' && value.text[1] != '.';
    });
}

// Whether this source runs its numbers together: then a row with too few of them does so too.
bool is_glued_source(const std::vector<PrintedRow>& rows) {
    return std::ranges::any_of(rows, [](const PrintedRow& row) {
        return row.source == PrintedRow::Source::Running && has_leading_zero(row);
    });
}

// Where each line is one cell, the tokens of a line are one number printed with gaps ("1 2").
void join_lines(PrintedRow& row, std::size_t columns) {
    auto& values = row.values;
    if (row.source != PrintedRow::Source::Running || columns < 2 || values.size() <= columns)
        return;
    std::vector<PrintedValue> lines;
    for (const PrintedValue& value : values) {
        if (lines.empty() || lines.back().place.block != value.place.block) {
            lines.push_back(value);
            continue;
        }
        std::string_view& text = lines.back().text;
        text = {text.data(), std::size_t(value.text.data() + value.text.size() - text.data())};
    }
    if (lines.size() == columns) values = std::move(lines);
}

class Filler {
public:
    Filler(const reader::Document& document, bool glued_source, Report& report)
        : document_(document), glued_source_(glued_source), report_(report), glued_(report) {}

    void row(const Grid& grid, int form_row, const PrintedRow& row,
             const std::vector<const PrintedRow*>& like) {
        const std::size_t n = grid.columns.size();
        if (ordered_ != &grid) {
            ordered_ = &grid;
            order_ = printed_order(document_, like, grid);
            places_.reset();
        }
        const auto* order = order_.empty() ? nullptr : &order_;
        if (row.values.size() == n) return set(grid, form_row, row, order);
        if (const auto columns = columns_by_head(document_, row, like, grid))
            return set(grid, form_row, row, &*columns);
        PrintedRow printed = row;
        trim(printed, grid, like);
        join_lines(printed, n);
        if (printed.values.size() == n) return set(grid, form_row, printed, order);
        if (printed.source == PrintedRow::Source::Positions) {
            if (!places_) places_.emplace(document_, like, grid);
            if (const auto columns = places_->columns_of(printed))
                return set(grid, form_row, printed, &*columns);
        }
        if (printed.values.size() < n && digits_in(printed.values) >= n &&
            may_be_glued(printed, grid))
            return glued_.add(grid, form_row, std::move(printed));
        note_missing(grid, form_row, printed);
    }

    void review(const Grid& grid, const std::vector<PrintedRow>& rows);
    void solve_glued() { glued_.fill(); }

private:
    const reader::Document& document_;
    bool glued_source_;
    Report& report_;
    GluedRows glued_;
    const Grid* ordered_ = nullptr;  // the grid that order_ and places_ are of
    std::vector<int> order_;
    std::optional<ColumnPlaces> places_;  // where a row has asked for them

    // Fewer numbers than columns may as well be blanks that were lost, which nobody can place. So
    // they are where the numbers as printed add up; and several numbers with a digit for each
    // column are those digits only where these do.
    bool may_be_glued(const PrintedRow& row, const Grid& grid) const {
        const bool leading_zero = has_leading_zero(row);
        if (row.values.size() == 1)
            return leading_zero || glued_source_ || grid.columns.back().is_total();
        if (!leading_zero && adds_up(numbers_in(row))) return false;
        if (digits_in(row.values) == grid.columns.size())
            return leading_zero || adds_up(digits_of(row));
        return row.source == PrintedRow::Source::Running && (glued_source_ || leading_zero);
    }

    void note_missing(const Grid& grid, int form_row, const PrintedRow& printed) {
        note_odd_row(report_, "missing-cells", grid, form_row,
                     "这一行印出 " + std::to_string(printed.values.size()) + " 个值，应有 " +
                         std::to_string(grid.columns.size()) + " 个，无法确定各值属于哪一列。");
    }

    // In running text blanks may be lost or one too many: where the last number is the sum of those
    // before it, but would stand before the total, the row has slid.
    bool has_slid(const Grid& grid, const PrintedRow& printed,
                  const std::vector<int>* columns) const {
        const bool certain =
            printed.source == PrintedRow::Source::Cells ||
            (printed.source == PrintedRow::Source::Positions && document_.format == "pdf");
        if (certain || !grid.columns.back().is_total()) return false;
        std::vector<Decimal> filled;
        bool total = false;
        for (std::size_t c = 0; c < grid.columns.size(); ++c) {
            const int v = columns ? (*columns)[c] : int(c);
            if (v < 0 || is_blank(printed.values[std::size_t(v)])) continue;
            const auto value =
                read_value(printed.values[std::size_t(v)].text, grid.columns[c]).value;
            filled.push_back(value.value_or(Decimal()));
            total = c + 1 == grid.columns.size();
        }
        return !total && filled.size() > 1 && adds_up(filled);
    }

    std::optional<Cell>& slot(const Grid& grid, int row, int column) {
        return report_.cells[std::size_t(grid.cell(row, column))];
    }

    // Blank cells behind or before the columns of the grid are merged ones. Where there are some at
    // both ends, only the shape of the whole table tells which.
    void trim(PrintedRow& row, const Grid& grid, const std::vector<const PrintedRow*>& like) const {
        auto& values = row.values;
        const std::size_t n = grid.columns.size();
        if (values.size() <= n) return;
        const bool blank_front = is_blank(values.front()), blank_back = is_blank(values.back());
        const bool all_blank = is_blank(row);
        if (blank_front && blank_back && !all_blank) {
            const std::size_t front = labels_beside(row, like);
            if (values.size() - std::min(front, values.size()) != n) return;
            values.erase(values.begin(), values.begin() + std::ptrdiff_t(front));
        }
        while (values.size() > n && is_blank(values.back()))
            values.pop_back();
        while (values.size() > n && is_blank(values.front()))
            values.erase(values.begin());
    }

    // How many cells of this row stand where other rows of its table have labels.
    std::size_t labels_beside(const PrintedRow& row,
                              const std::vector<const PrintedRow*>& like) const {
        const int first = row.values.front().place.column, last = row.values.back().place.column;
        int behind = first;
        for (const PrintedRow* it : like)
            if (it->block == row.block && !it->values.empty() &&
                it->values.back().place.column == last)
                behind = std::max(behind, it->values.front().place.column);
        return std::size_t(behind - first);
    }

    void set(const Grid& grid, int row, const PrintedRow& printed,
             const std::vector<int>* columns) {
        if (has_slid(grid, printed, columns)) return note_missing(grid, row, printed);
        for (std::size_t c = 0; c < grid.columns.size(); ++c) {
            const int v = columns ? (*columns)[c] : int(c);
            // On a page a blank cell leaves no word; in a table a missing cell is missing.
            if (v < 0 && printed.source == PrintedRow::Source::Cells) continue;
            Cell cell;
            if (v >= 0) {
                cell = read_value(printed.values[std::size_t(v)].text, grid.columns[c]);
                cell.place = printed.values[std::size_t(v)].place;
            }
            slot(grid, row, int(c)) = std::move(cell);
        }
    }
};

// The values of a table that is printed across, out of all its rows: of `most` figures in rows of
// `wide`.
PrintedRow gathered(const std::vector<PrintedRow>& rows, std::size_t most, std::size_t wide) {
    PrintedRow all;
    for (const PrintedRow& row : rows) {
        // A head of merged cells: words with nothing but blanks behind them.
        const bool head = !row.keys.empty() && is_blank(row);
        if (row.values.empty() || head) continue;
        if (all.values.empty()) all.source = row.source, all.block = row.block;
        // A row of a group of five may have a cell too many: a merged one at its end.
        PrintedRow printed = row;
        join_lines(printed, most);
        auto& values = printed.values;
        while (values.size() > wide && values.size() % wide != 0 && is_blank(values.back()))
            values.pop_back();
        all.values.insert(all.values.end(), values.begin(), values.end());
        if (all.values.size() >= most) break;
    }
    // Of blank lines around the values nobody can tell which are cells.
    if (all.source == PrintedRow::Source::Running && all.values.size() > most &&
        is_blank(all.values.front()) && is_blank(all.values.back()))
        return {};
    while (all.values.size() > most && is_blank(all.values.back()))
        all.values.pop_back();
    return all;
}

void Filler::review(const Grid& grid, const std::vector<PrintedRow>& rows) {
    const std::size_t n = std::size_t(grid.cells());
    const PrintedRow all = gathered(rows, n, grid.columns.size());
    if (all.values.empty()) return;
    std::vector<int> cells;
    std::vector<const Column*> columns;
    std::vector<int> groups = group_order(document_, rows, grid);
    for (int r = 0; groups.size() < grid.rows.size(); ++r)
        groups.push_back(r);
    for (const int r : groups)
        for (int c = 0; c < int(grid.columns.size()); ++c) {
            cells.push_back(grid.cell(r, c));
            columns.push_back(&grid.columns[std::size_t(c)]);
        }
    std::optional<std::vector<int>> places;
    if (all.values.size() < n && all.source == PrintedRow::Source::Positions) {
        const ColumnPlaces learned(document_, {&all}, grid);
        places = learned.columns_of(all);
    }
    if (all.values.size() == n || places) {
        for (std::size_t i = 0; i < n; ++i) {
            const int v = places ? (*places)[i] : int(i);
            Cell cell;
            if (v >= 0) {
                cell = read_value(all.values[std::size_t(v)].text, *columns[i]);
                cell.place = all.values[std::size_t(v)].place;
            }
            report_.cells[std::size_t(cells[i])] = std::move(cell);
        }
        return;
    }
    if (digits_in(all.values) < n || all.values.size() > n) {
        report_.oddities.push_back({"missing-cells",
                                    "行政复议、行政诉讼表印出 " +
                                        std::to_string(all.values.size()) +
                                        " 个值，应有 15 个，无法确定各值属于哪一列。",
                                    cells});
        return;
    }
    report_.oddities.push_back(
        {"glued-digits", "行政复议、行政诉讼表的数字连在一起，已按表内勾稽关系拆分。", cells});
    const auto splits =
        split_rows(tokens_of(all), int(grid.rows.size()), columns_of(grid), most_candidates);
    glued_.settle(cells, std::vector<const PrintedRow*>(n, &all), splits.values, splits.complete);
}

}  // namespace

void fill(const reader::Document& document, const std::vector<PrintedRow>& rows,
          const Alignment& alignment, const std::vector<PrintedRow>& review, Report& report) {
    Filler filler(document, is_glued_source(rows), report);
    std::vector<std::vector<const PrintedRow*>> by_grid(report.form->grids().size());
    const auto index = [&](const Grid* grid) {
        return std::size_t(grid - report.form->grids().data());
    };
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (alignment.match[i] >= 0)
            by_grid[index(alignment.rows[std::size_t(alignment.match[i])].grid)].push_back(
                &rows[i]);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (alignment.match[i] < 0) continue;
        const auto& to = alignment.rows[std::size_t(alignment.match[i])];
        filler.row(*to.grid, to.row, rows[i], by_grid[index(to.grid)]);
    }
    for (const Grid& grid : report.form->grids())
        if (grid.across) filler.review(grid, review);
    filler.solve_glued();
}

}  // namespace gongkai::recognizer
