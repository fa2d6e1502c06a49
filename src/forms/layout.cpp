#include "forms/layout.h"

#include <algorithm>

namespace gongkai::forms {

namespace {

using Kind = LayoutCell::Kind;
using Labels = std::vector<std::string>;

bool has_any(const Report& report, const Grid& grid, int row) {
    for (int c = 0; c < int(grid.columns.size()); ++c)
        if (report.cell(grid.cell(row, c))) return true;
    return false;
}

std::vector<int> shown_rows(const Report& report, const Grid& grid) {
    std::vector<std::string> replaced;
    for (std::size_t r = 0; r < grid.rows.size(); ++r)
        if (grid.rows[r].optional && has_any(report, grid, int(r)))
            replaced.insert(replaced.end(), grid.rows[r].replaces.begin(),
                            grid.rows[r].replaces.end());
    std::vector<int> shown;
    for (std::size_t r = 0; r < grid.rows.size(); ++r) {
        const Row& row = grid.rows[r];
        const bool usual = !row.optional && std::ranges::find(replaced, row.id) == replaced.end();
        if (usual || has_any(report, grid, int(r))) shown.push_back(int(r));
    }
    return shown;
}

// For each row the labels before its figures, from the outermost group to its own. A group whose
// rows enclose those of others (三、本年度办理结果) is outside of them.
std::vector<Labels> row_labels(const Grid& grid, const std::vector<int>& rows) {
    const auto group = [&](std::size_t i) -> const std::string& {
        return grid.rows[std::size_t(rows[i])].group;
    };
    std::vector<Labels> result(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t before = 0; before < i; ++before) {
            if (group(before).empty() || group(before) == group(i)) continue;
            for (std::size_t after = i + 1; after < rows.size(); ++after)
                if (group(after) == group(before) && result[i].empty())
                    result[i].push_back(group(before));
        }
        if (!group(i).empty()) result[i].push_back(group(i));
        result[i].push_back(grid.rows[std::size_t(rows[i])].label);
    }
    return result;
}

// Whether two rows share the labels up to and including `level`.
bool together(const Labels& a, const Labels& b, std::size_t level) {
    return a.size() > level + 1 && b.size() > level + 1 &&
           std::equal(a.begin(), a.begin() + long(level) + 1, b.begin());
}

int run_length(const std::vector<Labels>& labels, std::size_t from, std::size_t level) {
    std::size_t end = from + 1;
    while (end < labels.size() && together(labels[from], labels[end], level))
        ++end;
    return int(end - from);
}

LayoutCell label(Kind kind, std::string text, int columns = 1, int rows = 1) {
    return {kind, std::move(text), columns, rows, -1};
}

void add_row_labels(LayoutRow& out, const std::vector<Labels>& labels, std::size_t row, int depth) {
    const Labels& own = labels[row];
    for (std::size_t level = 0; level + 1 < own.size(); ++level)
        if (row == 0 || !together(labels[row - 1], own, level))
            out.cells.push_back(
                label(Kind::RowGroup, own[level], 1, run_length(labels, row, level)));
    out.cells.push_back(label(Kind::RowLabel, own.back(), depth - int(own.size()) + 1));
}

void add_figures(LayoutRow& out, const Grid& grid, int row) {
    for (int c = 0; c < int(grid.columns.size()); ++c)
        out.cells.push_back({Kind::Figure, {}, 1, 1, grid.cell(row, c)});
}

// The end of the run of things that share a group; of one without a group, the next.
template <class Things>
std::size_t end_of_group(const Things& things, std::size_t from) {
    std::size_t end = from + 1;
    while (!things[from].group.empty() && end < things.size() &&
           things[end].group == things[from].group)
        ++end;
    return end;
}

// One line over all columns where the form has it, then the columns, in two rows where some of
// them have a group over them.
void add_heads(Layout& out, const Grid& grid) {
    const auto& columns = grid.columns;
    const bool two = std::ranges::any_of(columns, [](const auto& it) { return !it.group.empty(); });
    LayoutRow over{{}, true}, first{{}, true}, second{{}, true};
    LayoutRow& top = grid.head.empty() ? first : over;
    top.cells.push_back(label(Kind::Corner, grid.note, out.label_columns,
                              (grid.head.empty() ? 0 : 1) + (two ? 2 : 1)));
    if (!grid.head.empty())
        over.cells.push_back(label(Kind::HeadGroup, grid.head, int(columns.size())));
    for (std::size_t c = 0; c < columns.size(); c = end_of_group(columns, c)) {
        const bool alone = columns[c].group.empty();
        first.cells.push_back(
            alone ? label(Kind::Head, columns[c].label, 1, two ? 2 : 1)
                  : label(Kind::HeadGroup, columns[c].group, int(end_of_group(columns, c) - c)));
    }
    for (const Column& column : columns)
        if (!column.group.empty()) second.cells.push_back(label(Kind::Head, column.label));
    if (!grid.head.empty()) out.rows.push_back(std::move(over));
    out.rows.push_back(std::move(first));
    if (two) out.rows.push_back(std::move(second));
}

// Table three: rows under groups.
Layout down(const Report& report, const Grid& grid) {
    const auto rows = shown_rows(report, grid);
    const auto labels = row_labels(grid, rows);
    Layout out{grid.id, 1, int(grid.columns.size()), {}};
    for (const auto& it : labels)
        out.label_columns = std::max(out.label_columns, int(it.size()));
    add_heads(out, grid);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        LayoutRow row;
        add_row_labels(row, labels, i, out.label_columns);
        add_figures(row, grid, rows[i]);
        out.rows.push_back(std::move(row));
    }
    return out;
}

// Table four: the rows of the grid stand side by side, so all its figures are in one printed row.
Layout across(const Grid& grid) {
    const int width = int(grid.columns.size());
    Layout out{grid.id, 0, grid.cells(), {}};
    LayoutRow groups{{}, true}, names{{}, true}, columns{{}, true}, figures;
    for (std::size_t r = 0; r < grid.rows.size(); r = end_of_group(grid.rows, r)) {
        const Row& row = grid.rows[r];
        const int span = int(end_of_group(grid.rows, r) - r) * width;
        groups.cells.push_back(row.group.empty() ? label(Kind::HeadGroup, row.label, span, 2)
                                                 : label(Kind::HeadGroup, row.group, span));
    }
    for (int r = 0; r < int(grid.rows.size()); ++r) {
        const Row& row = grid.rows[std::size_t(r)];
        if (!row.group.empty()) names.cells.push_back(label(Kind::HeadGroup, row.label, width));
        for (const Column& column : grid.columns)
            columns.cells.push_back(label(Kind::Head, column.label));
        add_figures(figures, grid, r);
    }
    out.rows = {std::move(groups), std::move(names), std::move(columns), std::move(figures)};
    return out;
}

// A block of table two under its caption, its last column as wide as is left.
void add_block(Layout& out, const Report& report, const Grid& grid) {
    const int last = out.figure_columns - int(grid.columns.size()) + 1;
    out.rows.push_back({{label(Kind::Caption, grid.caption, out.figure_columns + 1)}, false, true});
    LayoutRow heads;
    heads.cells.push_back(label(Kind::Head, grid.note));
    for (const Column& column : grid.columns)
        heads.cells.push_back(label(Kind::Head, column.label));
    heads.cells.back().column_span = last;
    out.rows.push_back(std::move(heads));
    for (const int r : shown_rows(report, grid)) {
        LayoutRow row;
        row.cells.push_back(label(Kind::RowLabel, grid.rows[std::size_t(r)].label));
        add_figures(row, grid, r);
        row.cells.back().column_span = last;
        out.rows.push_back(std::move(row));
    }
}

}  // namespace

std::vector<Layout> layouts(const Report& report, int section) {
    std::vector<Layout> all;
    Layout blocks{"blocks-" + std::to_string(section), 1, 0, {}};
    std::vector<const Grid*> captioned;
    for (const Grid& grid : report.form->grids()) {
        if (grid.section != section) continue;
        if (!grid.caption.empty()) {
            captioned.push_back(&grid);
            blocks.figure_columns = std::max(blocks.figure_columns, int(grid.columns.size()));
        } else {
            all.push_back(grid.across ? across(grid) : down(report, grid));
        }
    }
    for (const Grid* grid : captioned)
        add_block(blocks, report, *grid);
    if (!captioned.empty()) all.push_back(std::move(blocks));
    return all;
}

}  // namespace gongkai::forms
