#include "recognizer/fill.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "recognizer/columns.h"
#include "recognizer/glued.h"
#include "recognizer/value.h"

namespace gongkai::recognizer {

using forms::Cell;
using forms::CellKind;
using forms::Column;
using forms::Grid;
using forms::Report;

namespace {

constexpr std::size_t most_splits = 4000;
constexpr std::size_t most_candidates = 400;

std::vector<const Column*> columns_of(const Grid& grid) {
    std::vector<const Column*> columns;
    for (const Column& column : grid.columns)
        columns.push_back(&column);
    return columns;
}

std::size_t digits_in(const std::vector<PrintedValue>& values) {
    std::size_t count = 0;
    for (const PrintedValue& value : values)
        count += std::size_t(std::ranges::count_if(
            value.text, [](char sign) { return sign >= '0' && sign <= '9'; }));
    return count;
}

bool is_blank(const PrintedValue& value) { return text::trim(value.text).empty(); }

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

std::string glued_text(const PrintedRow& row) {
    std::string text;
    for (const PrintedValue& value : row.values) {
        if (!text.empty()) text += ' ';
        text += value.text;
    }
    return text;
}

std::vector<std::string_view> tokens_of(const PrintedRow& row) {
    std::vector<std::string_view> tokens;
    for (const PrintedValue& value : row.values)
        tokens.push_back(value.text);
    return tokens;
}

class Filler {
public:
    Filler(const reader::Document& document, bool glued_source, Report& report)
        : document_(document), glued_source_(glued_source), report_(report) {}

    void row(const Grid& grid, int form_row, const PrintedRow& row,
             const std::vector<const PrintedRow*>& like) {
        const std::size_t n = grid.columns.size();
        if (row.values.size() == n) return set(grid, form_row, row, nullptr);
        if (const auto columns = columns_by_head(document_, row, grid))
            return set(grid, form_row, row, &*columns);
        PrintedRow printed = row;
        trim(printed, grid, like);
        if (printed.values.size() == n) return set(grid, form_row, printed, nullptr);
        if (printed.source == PrintedRow::Source::Positions) {
            const ColumnPlaces places(document_, like, grid);
            if (const auto columns = places.columns_of(printed))
                return set(grid, form_row, printed, &*columns);
        }
        if (printed.values.size() < n && digits_in(printed.values) >= n && may_be_glued(printed, n))
            return glued_rows_.push_back({&grid, form_row, std::move(printed)});
        odd("missing-cells", grid, form_row,
            "这一行印出 " + std::to_string(printed.values.size()) + " 个值，应有 " +
                std::to_string(n) + " 个，无法确定各值属于哪一列。");
    }

    void review(const Grid& grid, const std::vector<PrintedRow>& rows);
    void solve_glued();

private:
    struct GluedRow {
        const Grid* grid;
        int row;
        PrintedRow printed;
    };
    const reader::Document& document_;
    bool glued_source_;
    Report& report_;
    std::vector<GluedRow> glued_rows_;

    // Fewer numbers than columns may as well be blanks that were lost, which nobody can place.
    bool may_be_glued(const PrintedRow& row, std::size_t columns) const {
        if (row.values.size() == 1 || digits_in(row.values) == columns) return true;
        return row.source == PrintedRow::Source::Running &&
               (glued_source_ || has_leading_zero(row));
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
        const bool all_blank = std::ranges::all_of(values, is_blank);
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

    void odd(std::string id, const Grid& grid, int row, const std::string& message) {
        std::vector<int> cells;
        for (std::size_t c = 0; c < grid.columns.size(); ++c)
            cells.push_back(grid.cell(row, int(c)));
        const auto& label = grid.rows[std::size_t(row)].label;
        report_.oddities.push_back(
            {std::move(id), "“" + label + "”：" + message, std::move(cells)});
    }

    void set_derived(int number, const Decimal& value, const PrintedRow& from) {
        Cell cell;
        cell.kind = CellKind::Number;
        cell.value = value;
        cell.derived = true;
        cell.text = glued_text(from);
        cell.place = from.values.front().place;
        report_.cells[std::size_t(number)] = std::move(cell);
    }

    void set_row(const Grid& grid, int row, const std::vector<Decimal>& values,
                 const PrintedRow& from) {
        for (std::size_t c = 0; c < values.size(); ++c)
            set_derived(grid.cell(row, int(c)), values[c], from);
    }

    // Cells whose readings all agree are certain; the others are kept with the joint readings.
    void settle(const std::vector<int>& cells, const std::vector<const PrintedRow*>& from,
                const std::vector<std::vector<Decimal>>& readings, bool complete);
    OpenRow open_row(const Grid& grid, int row) const;
    void solve_grid(const Grid& grid);
};

void Filler::settle(const std::vector<int>& cells, const std::vector<const PrintedRow*>& from,
                    const std::vector<std::vector<Decimal>>& readings, bool complete) {
    if (readings.empty()) return;
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool agreed = std::ranges::all_of(
            readings, [&](const auto& reading) { return reading[i] == readings.front()[i]; });
        if (agreed && complete)
            set_derived(cells[i], readings.front()[i], *from[i]);
        else
            open.push_back(i);
    }
    if (open.empty()) return;
    forms::Candidates candidates;
    candidates.complete = complete;
    for (const std::size_t i : open)
        candidates.cells.push_back(cells[i]);
    for (const auto& reading : readings) {
        std::vector<Decimal> values;
        for (const std::size_t i : open)
            values.push_back(reading[i]);
        if (std::ranges::find(candidates.values, values) != candidates.values.end()) continue;
        if (candidates.values.size() >= most_candidates)
            candidates.complete = false;
        else
            candidates.values.push_back(std::move(values));
    }
    for (const std::size_t i : open) {
        Cell cell;
        cell.kind = CellKind::Ambiguous;
        cell.text = glued_text(*from[i]);
        cell.place = from[i]->values.front().place;
        cell.candidates = int(report_.candidates.size());
        report_.cells[std::size_t(cells[i])] = std::move(cell);
    }
    report_.candidates.push_back(std::move(candidates));
}

// A row that was read cell by cell, as a row with one reading; blanks count as nothing.
OpenRow Filler::open_row(const Grid& grid, int row) const {
    OpenRow open{row, {{}}};
    for (std::size_t c = 0; c < grid.columns.size(); ++c) {
        const auto& cell = report_.cells[std::size_t(grid.cell(row, int(c)))];
        open.readings.front().push_back(cell && cell->value ? *cell->value : Decimal());
    }
    return open;
}

void Filler::solve_grid(const Grid& grid) {
    std::vector<OpenRow> open;
    std::vector<const PrintedRow*> printed;
    for (int r = 0; r < int(grid.rows.size()); ++r) {
        const auto glued = std::ranges::find_if(
            glued_rows_, [&](const GluedRow& it) { return it.grid == &grid && it.row == r; });
        if (glued != glued_rows_.end()) {
            auto splits = split(tokens_of(glued->printed), columns_of(grid), most_splits);
            if (splits.values.empty()) continue;
            // One way to cut it is certain, whatever the other rows say.
            const bool sole = splits.values.size() == 1 && splits.complete;
            if (sole) set_row(grid, r, splits.values.front(), glued->printed);
            open.push_back({r, std::move(splits.values), splits.complete});
            printed.push_back(sole ? nullptr : &glued->printed);
        } else if (slot(grid, r, 0) || slot(grid, r, 1)) {
            open.push_back(open_row(grid, r));
            printed.push_back(nullptr);
        }
    }
    if (std::ranges::none_of(printed, [](const auto* it) { return it != nullptr; })) return;
    const Solution solution = solve(*report_.form, grid, open);
    std::vector<int> cells;
    std::vector<const PrintedRow*> from;
    std::vector<std::vector<Decimal>> readings(solution.choices.size());
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (!printed[i]) continue;
        for (int c = 0; c < int(grid.columns.size()); ++c) {
            cells.push_back(grid.cell(open[i].row, c));
            from.push_back(printed[i]);
            for (std::size_t k = 0; k < readings.size(); ++k)
                readings[k].push_back(
                    open[i].readings[std::size_t(solution.choices[k][i])][std::size_t(c)]);
        }
    }
    const bool complete = std::ranges::all_of(open, &OpenRow::complete);
    settle(cells, from, readings, solution.complete && complete);
}

void Filler::solve_glued() {
    std::vector<const Grid*> joint;
    for (const GluedRow& it : glued_rows_) {
        odd("glued-digits", *it.grid, it.row, "各列数字连在一起，已按表内勾稽关系拆分。");
        const bool summed = std::ranges::any_of(
            it.grid->rows, [](const forms::Row& row) { return row.kind == forms::RowKind::Sum; });
        if (summed) {
            if (std::ranges::find(joint, it.grid) == joint.end()) joint.push_back(it.grid);
            continue;
        }
        const auto splits = split(tokens_of(it.printed), columns_of(*it.grid), most_splits);
        std::vector<int> cells;
        for (int c = 0; c < int(it.grid->columns.size()); ++c)
            cells.push_back(it.grid->cell(it.row, c));
        settle(cells, std::vector<const PrintedRow*>(cells.size(), &it.printed), splits.values,
               splits.complete);
    }
    for (const Grid* grid : joint)
        solve_grid(*grid);
}

void Filler::review(const Grid& grid, const std::vector<PrintedRow>& rows) {
    const std::size_t n = std::size_t(grid.cells());
    PrintedRow all;
    for (const PrintedRow& row : rows) {
        // A head of merged cells: words with nothing but blanks behind them.
        const bool head = !row.keys.empty() && std::ranges::all_of(row.values, is_blank);
        if (row.values.empty() || head) continue;
        if (all.values.empty()) all.source = row.source, all.block = row.block;
        // A row of a group of five may have a cell too many: a merged one at its end.
        auto values = row.values;
        const std::size_t wide = grid.columns.size();
        while (values.size() > wide && values.size() % wide != 0 && is_blank(values.back()))
            values.pop_back();
        all.values.insert(all.values.end(), values.begin(), values.end());
        if (all.values.size() >= n) break;
    }
    while (all.values.size() > n && is_blank(all.values.back()))
        all.values.pop_back();
    if (all.values.empty()) return;
    std::vector<int> cells;
    std::vector<const Column*> columns;
    for (int r = 0; r < int(grid.rows.size()); ++r)
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
    settle(cells, std::vector<const PrintedRow*>(n, &all), splits.values, splits.complete);
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
