#include "web/portal/form_tables.h"

#include <algorithm>

#include "web/portal/table_cell.h"

namespace gongkai::web::portal {

using forms::Grid;
using forms::Report;
using forms::Row;
using writer::Html;

namespace {

using Labels = std::vector<std::string>;

bool has_any(const Report& report, const Grid& grid, int row) {
    for (int c = 0; c < int(grid.columns.size()); ++c)
        if (report.cell(grid.cell(row, c))) return true;
    return false;
}

// The rows that stand in the printed table: an optional one only where the report has it, and
// what it stands for only where the report has that.
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

// How many rows from `from` on share the labels up to and including `level`.
int run_length(const std::vector<Labels>& labels, std::size_t from, std::size_t level) {
    const auto same = [&](const Labels& other) {
        return other.size() > level + 1 &&
               std::equal(other.begin(), other.begin() + long(level) + 1, labels[from].begin());
    };
    std::size_t end = from + 1;
    while (end < labels.size() && same(labels[end]))
        ++end;
    return int(end - from);
}

void span(Html& out, int columns, int rows) {
    if (columns > 1) out.raw(" colspan=\"").number(columns).raw("\"");
    if (rows > 1) out.raw(" rowspan=\"").number(rows).raw("\"");
}

void row_headers(Html& out, const std::vector<Labels>& labels, std::size_t row, int depth) {
    for (std::size_t level = 0; level + 1 < labels[row].size(); ++level) {
        const bool begins = row == 0 || labels[row - 1].size() <= level + 1 ||
                            !std::equal(labels[row].begin(), labels[row].begin() + long(level) + 1,
                                        labels[row - 1].begin());
        if (!begins) continue;
        out.raw("<th scope=\"rowgroup\" class=\"group\"");
        span(out, 1, run_length(labels, row, level));
        out.raw("><span>").text(labels[row][level]).raw("</span></th>");
    }
    out.raw("<th scope=\"row\"");
    span(out, depth - int(labels[row].size()) + 1, 1);
    out.raw(">").text(labels[row].back()).raw("</th>");
}

// Labels over columns in two rows where some columns have a group over them.
void column_headers(Html& out, const Grid& grid, int depth) {
    const auto& columns = grid.columns;
    const bool two = std::ranges::any_of(columns, [](const auto& it) { return !it.group.empty(); });
    out.raw("<tr><th class=\"corner\"");
    span(out, depth, two ? 2 : 1);
    out.raw(" scope=\"col\"><span class=\"sr\">项目</span>").text(grid.note).raw("</th>");
    for (std::size_t c = 0; c < columns.size();) {
        std::size_t end = c + 1;
        while (!columns[c].group.empty() && end < columns.size() &&
               columns[end].group == columns[c].group)
            ++end;
        const bool alone = columns[c].group.empty();
        out.raw(alone ? writer::Markup("<th scope=\"col\"")
                      : writer::Markup("<th scope=\"colgroup\""));
        span(out, int(end - c), alone && two ? 2 : 1);
        out.raw(">").text(alone ? columns[c].label : columns[c].group).raw("</th>");
        c = end;
    }
    out.raw("</tr>");
    if (!two) return;
    out.raw("<tr>");
    for (const auto& column : columns)
        if (!column.group.empty()) out.raw("<th scope=\"col\">").text(column.label).raw("</th>");
    out.raw("</tr>");
}

void begin_table(Html& out, const std::string& id, std::string_view name,
                 writer::Markup layout = "") {
    out.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"").text(name);
    out.raw("\"><table class=\"form ")
        .raw(layout)
        .raw("\" id=\"t-")
        .text(id)
        .raw("\"><caption class=\"sr\">");
    out.text(name).raw("</caption>");
}

// Table 3: one grid, rows under groups.
void plain_grid(Html& out, const Report& report, const Marks& marks, const Grid& grid,
                std::string_view name) {
    const auto rows = shown_rows(report, grid);
    const auto labels = row_labels(grid, rows);
    int depth = 1;
    for (const auto& it : labels)
        depth = std::max(depth, int(it.size()));
    begin_table(out, grid.id, name);
    out.raw("<thead>");
    column_headers(out, grid, depth);
    out.raw("</thead><tbody>");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        out.raw("<tr>");
        row_headers(out, labels, i, depth);
        for (int c = 0; c < int(grid.columns.size()); ++c)
            table_cell(out, report, marks, grid.cell(rows[i], c), 1);
        out.raw("</tr>");
    }
    out.raw("</tbody></table></div>");
}

// Table 4: the rows of the grid stand side by side, so all its figures are in one printed row.
void across_grid(Html& out, const Report& report, const Marks& marks, const Grid& grid,
                 std::string_view name) {
    const int width = int(grid.columns.size());
    begin_table(out, grid.id, name, "across");
    out.raw("<thead><tr>");
    for (std::size_t r = 0; r < grid.rows.size();) {
        const auto& group = grid.rows[r].group;
        std::size_t end = r + 1;
        while (!group.empty() && end < grid.rows.size() && grid.rows[end].group == group)
            ++end;
        out.raw("<th scope=\"colgroup\"");
        span(out, int(end - r) * width, group.empty() ? 2 : 1);
        out.raw(">").text(group.empty() ? grid.rows[r].label : group).raw("</th>");
        r = end;
    }
    out.raw("</tr><tr>");
    for (const Row& row : grid.rows)
        if (!row.group.empty()) {
            out.raw("<th scope=\"colgroup\"");
            span(out, width, 1);
            out.raw(">").text(row.label).raw("</th>");
        }
    out.raw("</tr><tr>");
    for (std::size_t r = 0; r < grid.rows.size(); ++r)
        for (const auto& column : grid.columns)
            out.raw("<th scope=\"col\">").text(column.label).raw("</th>");
    out.raw("</tr></thead><tbody><tr>");
    for (int i = 0; i < grid.cells(); ++i)
        table_cell(out, report, marks, grid.first_cell + i, 1);
    out.raw("</tr></tbody></table></div>");
}

// Table 2: blocks under their captions in one table, the last column of each as wide as is left.
void block(Html& out, const Report& report, const Marks& marks, const Grid& grid, int width) {
    const int columns = int(grid.columns.size());
    const auto fill = [&](int c) { return c + 1 == columns ? width - columns + 1 : 1; };
    out.raw("<tbody><tr><th class=\"caption\" scope=\"rowgroup\"");
    span(out, width + 1, 1);
    out.raw(">").text(grid.caption).raw("</th></tr><tr><th scope=\"col\">信息内容</th>");
    for (int c = 0; c < columns; ++c) {
        out.raw("<th scope=\"col\"");
        span(out, fill(c), 1);
        out.raw(">").text(grid.columns[std::size_t(c)].label).raw("</th>");
    }
    out.raw("</tr>");
    for (const int r : shown_rows(report, grid)) {
        out.raw("<tr><th scope=\"row\">").text(grid.rows[std::size_t(r)].label).raw("</th>");
        for (int c = 0; c < columns; ++c)
            table_cell(out, report, marks, grid.cell(r, c), fill(c));
        out.raw("</tr>");
    }
    out.raw("</tbody>");
}

}  // namespace

std::string grouped(const Decimal& value) {
    std::string text = value.text();
    const std::size_t begin = text.starts_with('-') ? 1 : 0;
    std::size_t at = std::min(text.find('.'), text.size());
    while (at > begin + 3) {
        at -= 3;
        text.insert(at, ",");
    }
    return text;
}

void form_tables(Html& out, const Report& report, const Marks& marks, int section) {
    const auto& titles = report.form->sections();
    const auto at = std::size_t(section - 1);
    const std::string name = (at < titles.size() ? titles[at] : std::string()) + "（表）";

    std::vector<const Grid*> blocks;
    int width = 0;
    for (const Grid& grid : report.form->grids()) {
        if (grid.section != section) continue;
        if (grid.caption.empty()) {
            if (grid.across)
                across_grid(out, report, marks, grid, name);
            else
                plain_grid(out, report, marks, grid, name);
        } else {
            blocks.push_back(&grid);
            width = std::max(width, int(grid.columns.size()));
        }
    }
    if (blocks.empty()) return;
    begin_table(out, "blocks-" + std::to_string(section), name);
    for (const Grid* grid : blocks)
        block(out, report, marks, *grid, width);
    out.raw("</table></div>");
}

void table_legend(Html& out) {
    out.raw("<p class=\"legend\"><span class=\"quiet\">未填</span> 原文是空格　")
        .raw("<span class=\"quiet\">无此格</span> 原文没有这一格　")
        .raw("<span class=\"open\">待核</span> 数字连写，不能断定　")
        .raw("<span class=\"note\">推定</span> 由连写的数字算出　")
        .raw("带序号的格子可点开对应的检查结果</p>");
}

}  // namespace gongkai::web::portal
