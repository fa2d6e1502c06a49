#include "recognizer/glued_rows.h"

#include <algorithm>

namespace gongkai::recognizer {

using forms::Cell;
using forms::CellKind;
using forms::Column;
using forms::Grid;

namespace {

constexpr std::size_t most_splits = 4000;

std::string glued_text(const PrintedRow& row) {
    std::string text;
    for (const PrintedValue& value : row.values) {
        if (!text.empty()) text += ' ';
        text += value.text;
    }
    return text;
}

}  // namespace

std::vector<const Column*> columns_of(const Grid& grid) {
    std::vector<const Column*> columns;
    for (const Column& column : grid.columns)
        columns.push_back(&column);
    return columns;
}

std::vector<std::string_view> tokens_of(const PrintedRow& row) {
    std::vector<std::string_view> tokens;
    for (const PrintedValue& value : row.values)
        tokens.push_back(value.text);
    return tokens;
}

void note_odd_row(forms::Report& report, std::string id, const Grid& grid, int row,
                  const std::string& message) {
    std::vector<int> cells;
    for (std::size_t c = 0; c < grid.columns.size(); ++c)
        cells.push_back(grid.cell(row, int(c)));
    const auto& label = grid.rows[std::size_t(row)].label;
    report.oddities.push_back({std::move(id), "“" + label + "”：" + message, std::move(cells)});
}

void GluedRows::set(int number, const Decimal& value, const PrintedRow& from) {
    Cell cell;
    cell.kind = CellKind::Number;
    cell.value = value;
    cell.derived = true;
    cell.text = glued_text(from);
    cell.place = from.values.front().place;
    report_.cells[std::size_t(number)] = std::move(cell);
}

void GluedRows::set_row(const Grid& grid, int row, const std::vector<Decimal>& values,
                        const PrintedRow& from) {
    for (std::size_t c = 0; c < values.size(); ++c)
        set(grid.cell(row, int(c)), values[c], from);
}

// The first column may be one that the source lacks.
bool GluedRows::is_filled(const Grid& grid, int row) const {
    return report_.cell(grid.cell(row, 0)) || report_.cell(grid.cell(row, 1));
}

void GluedRows::settle(const std::vector<int>& cells, const std::vector<const PrintedRow*>& from,
                       const std::vector<std::vector<Decimal>>& readings, bool complete) {
    if (readings.empty()) return;
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool agreed = std::ranges::all_of(
            readings, [&](const auto& reading) { return reading[i] == readings.front()[i]; });
        if (agreed && complete)
            set(cells[i], readings.front()[i], *from[i]);
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
        values.reserve(open.size());
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
OpenRow GluedRows::open_row(const Grid& grid, int row) const {
    OpenRow open{row, {{}}};
    for (std::size_t c = 0; c < grid.columns.size(); ++c) {
        const auto& cell = report_.cells[std::size_t(grid.cell(row, int(c)))];
        open.readings.front().push_back(cell && cell->value ? *cell->value : Decimal());
    }
    return open;
}

void GluedRows::solve_grid(const Grid& grid) {
    std::vector<OpenRow> open;
    std::vector<const PrintedRow*> printed;
    for (int r = 0; r < int(grid.rows.size()); ++r) {
        const auto glued = std::ranges::find_if(
            rows_, [&](const GluedRow& it) { return it.grid == &grid && it.row == r; });
        if (glued != rows_.end()) {
            auto splits = split(tokens_of(glued->printed), columns_of(grid), most_splits);
            if (splits.values.empty()) continue;
            // One way to cut it is certain, whatever the other rows say.
            const bool sole = splits.values.size() == 1 && splits.complete;
            if (sole) set_row(grid, r, splits.values.front(), glued->printed);
            open.push_back({r, std::move(splits.values), splits.complete});
            printed.push_back(sole ? nullptr : &glued->printed);
        } else if (is_filled(grid, r)) {
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

void GluedRows::fill() {
    std::vector<const Grid*> joint;
    for (const GluedRow& it : rows_) {
        note_odd_row(report_, "glued-digits", *it.grid, it.row,
                     "各列数字连在一起，已按表内勾稽关系拆分。");
        const bool summed = std::ranges::any_of(
            it.grid->rows, [](const forms::Row& row) { return row.kind == forms::RowKind::Sum; });
        if (summed) {
            if (std::ranges::find(joint, it.grid) == joint.end()) joint.push_back(it.grid);
            continue;
        }
        const auto splits = split(tokens_of(it.printed), columns_of(*it.grid), most_splits);
        std::vector<int> cells;
        cells.reserve(it.grid->columns.size());
        for (int c = 0; c < int(it.grid->columns.size()); ++c)
            cells.push_back(it.grid->cell(it.row, c));
        settle(cells, std::vector<const PrintedRow*>(cells.size(), &it.printed), splits.values,
               splits.complete);
    }
    for (const Grid* grid : joint)
        solve_grid(*grid);
}

}  // namespace gongkai::recognizer
