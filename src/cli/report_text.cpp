#include "cli/report_text.h"

#include <algorithm>

#include "base/text.h"

namespace gongkai::cli {

using forms::CellKind;
using forms::Report;

namespace {

// Blank, missing and zero must look different.
std::string shown(const Report& report, int number) {
    const forms::Cell* cell = report.cell(number);
    if (!cell) return "缺";
    switch (cell->kind) {
        case CellKind::Blank: return "空";
        case CellKind::Ambiguous: return "待核";
        case CellKind::Number: return cell->value->text();
        case CellKind::Slash:
        case CellKind::Text: return text::fold(cell->text);
    }
    return {};
}

std::string line(const Report& report, const forms::Grid& grid, int row) {
    std::string out = "  ";
    for (int c = 0; c < int(grid.columns.size()); ++c)
        out += (c ? "  " : "") + shown(report, grid.cell(row, c));
    return out + "    " + grid.rows[std::size_t(row)].label + "\n";
}

bool any_cell(const Report& report, const forms::Grid& grid, int row) {
    for (int c = 0; c < int(grid.columns.size()); ++c)
        if (report.cell(grid.cell(row, c))) return true;
    return false;
}

std::string heads(const forms::Grid& grid) {
    std::string out = "  ";
    for (const forms::Column& column : grid.columns)
        out += (&column == grid.columns.data() ? "" : " | ") + column.label;
    return out + "\n";
}

}  // namespace

std::string_view chinese(checks::Severity severity) {
    switch (severity) {
        case checks::Severity::Error: return "错误";
        case checks::Severity::Warning: return "提醒";
        case checks::Severity::Hint: return "提示";
    }
    return {};
}

std::string headline(const Report& report) {
    return (report.organ.empty() ? "（未印机关名称）" : report.organ) + " " +
           (report.year ? std::to_string(*report.year) + "年" : "（未印年度）") + "（" +
           report.form->id() + "年格式）";
}

std::string report_text(const std::string& file, const Report& report) {
    std::string out = file + "\n" + headline(report) + "\n";
    if (!report.title.empty()) out += "标题：" + report.title + "\n";
    for (const forms::Grid& grid : report.form->grids()) {
        out += "\n" +
               (grid.caption.empty() ? report.form->sections()[std::size_t(grid.section - 1)]
                                     : grid.caption) +
               "\n" + heads(grid);
        for (int r = 0; r < int(grid.rows.size()); ++r)
            if (any_cell(report, grid, r) || !grid.rows[std::size_t(r)].optional)
                out += line(report, grid, r);
    }
    for (const forms::Section& section : report.sections)
        out +=
            "\n" + (section.title.empty() ? "（正文开头）" : section.title) + "\n" + section.text;
    for (const forms::Oddity& it : report.oddities)
        out += "※ " + it.message + "\n";
    return out + "\n";
}

std::string findings_text(const std::string& file, const Report& report,
                          const desk::Checked& checked) {
    const auto& findings = checked.findings;
    const auto count = [&](checks::Severity severity) {
        return std::to_string(std::ranges::count(findings, severity, &checks::Finding::severity));
    };
    const auto read = std::ranges::count_if(report.cells, [](const auto& it) { return bool(it); });
    std::string out = file + "\n  " + headline(report) + "：读出 " + std::to_string(read) +
                      " 个数据，" + count(checks::Severity::Error) + " 处错误，" +
                      count(checks::Severity::Warning) + " 处提醒，" +
                      count(checks::Severity::Hint) + " 处提示\n";
    if (!checked.compared_file.empty())
        out += "  已与上一年度的报告核对：" + checked.compared_file + "\n";
    for (const checks::Finding& it : findings) {
        out += "  [" + std::string(chinese(it.severity)) + "] " + it.message + "\n";
        if (!it.found.empty()) out += "      读到：" + it.found + "\n";
        if (!it.expected.empty()) out += "      应为：" + it.expected + "\n";
        for (const checks::Quote& quote : it.text)
            out += "      原文：“" + quote.quote + "”\n";
        out += "      依据：" + std::string(it.basis) + "（" + std::string(it.rule) + "）\n";
    }
    return out;
}

}  // namespace gongkai::cli
