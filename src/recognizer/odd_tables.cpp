#include "recognizer/odd_tables.h"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "base/text.h"

namespace gongkai::recognizer {

namespace {

using forms::Report;

std::string printed_label(const PrintedRow& row) {
    return row.keys.empty() ? std::string() : text::utf8(row.keys.front());
}

void note_odd_rows(const std::vector<PrintedRow>& rows, const Alignment& alignment,
                   Report& report) {
    int last = -1;
    std::vector<bool> found(alignment.rows.size(), false);
    for (const int match : alignment.match)
        if (match >= 0) found[std::size_t(match)] = true, last = std::max(last, match);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const bool inside = alignment.match[i] < 0 && alignment.match[i - 1] >= 0 &&
                            rows[i].source == PrintedRow::Source::Cells &&
                            rows[i].block == rows[i - 1].block && rows[i].values.size() > 1;
        if (inside && !is_blank(rows[i]) && !rows[i].keys.empty())
            report.oddities.push_back(
                {"extra-row", "表中有格式以外的一行“" + printed_label(rows[i]) + "”。", {}});
    }
    for (std::size_t r = 0; r < found.size(); ++r) {
        const auto& it = alignment.rows[r];
        const forms::Row& row = it.grid->rows[std::size_t(it.row)];
        if (row.optional && found[r])
            report.oddities.push_back({"form-mixed",
                                       "“" + row.label + "”一行是另一版格式的。",
                                       {it.grid->cell(it.row, 0)}});
        const auto stands_for = [&](std::size_t other) {
            const auto& to = alignment.rows[other];
            const auto& names = to.grid->rows[std::size_t(to.row)].replaces;
            return found[other] && std::ranges::find(names, row.id) != names.end();
        };
        if (found[r] || row.optional || int(r) >= last) continue;
        bool replaced = false;
        for (std::size_t o = 0; o < found.size(); ++o)
            replaced = replaced || stands_for(o);
        if (!replaced)
            report.oddities.push_back(
                {"missing-row", "没有找到“" + row.label + "”一行。", {it.grid->cell(it.row, 0)}});
    }
}

// Tables of which the source has nothing: left out, told in words, or printed as a picture.
void note_missing_tables(Report& report) {
    const auto& grids = report.form->grids();
    for (auto first = grids.begin(); first != grids.end();) {
        const auto end = std::find_if(first, grids.end(), [&](const forms::Grid& grid) {
            return grid.section != first->section;
        });
        const auto from = report.cells.begin() + first->first_cell;
        const auto to = report.cells.begin() + std::prev(end)->first_cell + std::prev(end)->cells();
        if (std::none_of(from, to, [](const auto& cell) { return cell.has_value(); }))
            report.oddities.push_back(
                {"missing-table",
                 "没有读到“" + report.form->sections().at(std::size_t(first->section) - 1) +
                     "”的表格；如果表格是图片，请对照原文核对。",
                 {}});
        first = end;
    }
}

// Whether each column head stands in a cell letter by letter, as it mostly does.
bool all_heads_as_printed(const Flow& flow, const forms::Grid& grid) {
    std::uint64_t found = 0;
    for (const auto& block : flow.document->blocks)
        if (const auto* table = std::get_if<reader::Table>(&block.content))
            for (const auto& cell : table->cells)
                for (std::size_t c = 0; c < grid.columns.size(); ++c)
                    if (cell.text == grid.columns[c].label) found |= std::uint64_t(1) << c;
    return std::popcount(found) == int(grid.columns.size());
}

// Column heads of table 3 that are printed nowhere, when the others are.
void note_missing_heads(const Flow& flow, const Zone& zone, Report& report) {
    const auto has_lines = std::ranges::any_of(flow.document->blocks, [](const auto& block) {
        return std::holds_alternative<reader::Line>(block.content);
    });
    const forms::Grid* grid = report.form->grid("requests");
    if (has_lines || !grid) return;
    if (all_heads_as_printed(flow, *grid)) return;
    constexpr std::size_t shortest = 6;  // bytes: 总计
    std::u32string heads;
    for (const auto& block : flow.document->blocks)
        if (const auto* table = std::get_if<reader::Table>(&block.content))
            for (const auto& cell : table->cells)
                if (cell.text.size() >= shortest && cell.text.size() < 64) {
                    text::append_folded(heads, cell.text);
                    heads += U'|';
                }
    std::u32string_view running;
    if (zone.from < zone.to)
        running = std::u32string_view(flow.text).substr(zone.from, zone.to - zone.from);
    const auto is_printed = [&](const forms::Column& column) {
        return std::ranges::any_of(column.keys, [&](const std::u32string& key) {
            return heads.find(key) != heads.npos || running.find(key) != running.npos;
        });
    };
    std::vector<bool> printed;
    for (const forms::Column& column : grid->columns)
        printed.push_back(is_printed(column));
    if (std::ranges::count(printed, true) + 2 < std::ptrdiff_t(printed.size())) return;
    for (std::size_t c = 0; c < printed.size(); ++c)
        if (!printed[c])
            report.oddities.push_back({"missing-header",
                                       "表头缺“" + grid->columns[c].label + "”一列的名称。",
                                       {grid->cell(0, int(c))}});
}

}  // namespace

void note_odd_tables(const Flow& flow, const Zone& zone, const std::vector<PrintedRow>& rows,
                     const Alignment& alignment, Report& report) {
    note_odd_rows(rows, alignment, report);
    note_missing_tables(report);
    const bool any = std::ranges::any_of(alignment.match, [](int match) { return match >= 0; });
    if (any) note_missing_heads(flow, zone, report);
}

}  // namespace gongkai::recognizer
