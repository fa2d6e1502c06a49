#include "forms/form.h"

#include <algorithm>

#include "forms/label.h"

namespace gongkai::forms {

namespace {

bool is_total(const Column& column) { return column.id == "total" || column.id == "outcome_total"; }

std::vector<int> cells_of_rows(const Grid& grid, int column, std::initializer_list<RowKind> kinds) {
    std::vector<int> cells;
    for (std::size_t r = 0; r < grid.rows.size(); ++r)
        if (std::ranges::find(kinds, grid.rows[r].kind) != kinds.end())
            cells.push_back(grid.cell(int(r), column));
    return cells;
}

template <class Labelled>
void make_keys(Labelled& it) {
    it.keys = {label_key(it.label)};
    for (const std::string& variant : it.variants)
        it.keys.push_back(label_key(variant));
}

}  // namespace

Form::Form(Head head, std::vector<Grid> grids) : head_(std::move(head)), grids_(std::move(grids)) {
    for (std::size_t g = 0; g < grids_.size(); ++g) {
        Grid& grid = grids_[g];
        grid.first_cell = int(ids_.size());
        for (Row& row : grid.rows) {
            make_keys(row);
            row.group_key = label_key(row.group);
        }
        for (Column& column : grid.columns)
            make_keys(column);
        for (std::size_t r = 0; r < grid.rows.size(); ++r)
            for (std::size_t c = 0; c < grid.columns.size(); ++c) {
                ids_.push_back(grid.id + "." + grid.rows[r].id + "." + grid.columns[c].id);
                cells_by_id_.emplace(ids_.back(), int(ids_.size()) - 1);
                spots_.push_back({g, int(r), int(c), grid.rows[r].optional});
            }
        add_sums(grid);
    }
    const auto all = rows();
    for (std::size_t i = 0; i < all.size(); ++i)
        for (const auto& key : all[i].grid->rows[std::size_t(all[i].row)].keys) {
            auto& same = rows_by_key_[key];
            if (same.empty() || same.back() != int(i)) same.push_back(int(i));
        }
}

std::vector<Form::FormRow> Form::rows() const {
    std::vector<FormRow> rows;
    for (const Grid& grid : grids_) {
        if (grid.across) continue;
        for (int r = 0; r < int(grid.rows.size()); ++r)
            rows.push_back({&grid, r});
    }
    return rows;
}

const std::vector<int>& Form::rows_of_key(const std::u32string& key) const {
    static const std::vector<int> none;
    const auto it = rows_by_key_.find(key);
    return it == rows_by_key_.end() ? none : it->second;
}

void Form::add_sums(const Grid& grid) {
    const auto total = std::ranges::find_if(grid.columns, is_total);
    if (total != grid.columns.end()) {
        const int at = int(total - grid.columns.begin());
        for (std::size_t r = 0; r < grid.rows.size(); ++r) {
            Sum sum{Sum::Kind::Row, {}, {grid.cell(int(r), at)}};
            for (int c = 0; c < int(grid.columns.size()); ++c)
                if (c != at) sum.left.push_back(grid.cell(int(r), c));
            sums_.push_back(std::move(sum));
        }
    }
    for (int c = 0; c < int(grid.columns.size()); ++c) {
        const auto result = cells_of_rows(grid, c, {RowKind::Sum});
        if (result.empty()) continue;
        sums_.push_back({Sum::Kind::Column, cells_of_rows(grid, c, {RowKind::Leaf}), result});
        sums_.push_back({Sum::Kind::Flow,
                         cells_of_rows(grid, c, {RowKind::FlowIn, RowKind::StockIn}),
                         cells_of_rows(grid, c, {RowKind::Sum, RowKind::StockOut})});
    }
}

std::optional<int> Form::find(std::string_view cell_id) const {
    const auto it = cells_by_id_.find(std::string(cell_id));
    if (it == cells_by_id_.end()) return {};
    return it->second;
}

CellPlace Form::place(int cell) const {
    const Spot& spot = spots_.at(std::size_t(cell));
    return {&grids_[spot.grid], spot.row, spot.column};
}

const Grid* Form::grid(std::string_view id) const {
    const auto it = std::ranges::find(grids_, id, &Grid::id);
    return it == grids_.end() ? nullptr : &*it;
}

std::optional<int> Form::cell(std::string_view grid_id, std::string_view row,
                              std::string_view column) const {
    const Grid* it = grid(grid_id);
    if (!it) return {};
    const auto r = std::ranges::find(it->rows, row, &Row::id);
    const auto c = std::ranges::find(it->columns, column, &Column::id);
    if (r == it->rows.end() || c == it->columns.end()) return {};
    return it->cell(int(r - it->rows.begin()), int(c - it->columns.begin()));
}

std::string Form::cell_name(int cell) const {
    const auto [grid, row, column] = place(cell);
    return grid->rows[std::size_t(row)].label + "·" + grid->columns[std::size_t(column)].label;
}

}  // namespace gongkai::forms
