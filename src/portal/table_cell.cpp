#include "portal/table_cell.h"

#include <algorithm>

#include "base/text.h"
#include "portal/form_tables.h"

namespace gongkai::portal {

using forms::Cell;
using forms::CellKind;
using writer::Html;

namespace {

// A finding about more cells than these is linked from the first one only; the rest are tinted.
constexpr std::size_t most_linked = 24;
constexpr std::size_t most_candidates = 4;

// Whether the printed text says more than the number does: "251000元", "113.96万元".
bool says_more(const Cell& cell) {
    std::string printed = text::fold(cell.text);
    std::erase(printed, ',');
    return !cell.derived && !printed.empty() && printed != cell.value->text();
}

void number(Html& out, const Cell& cell) {
    out.text(grouped(*cell.value));
    if (cell.derived)
        out.raw("<span class=\"note\" title=\"由连写的数字或文字推定\">推定</span>");
    else if (says_more(cell))
        out.raw("<span class=\"note\">原文 ").text(text::trim(cell.text)).raw("</span>");
}

void candidates(Html& out, const forms::Report& report, const Cell& cell, int number) {
    out.raw("<span class=\"open\">待核</span>");
    if (cell.candidates < 0 || std::size_t(cell.candidates) >= report.candidates.size()) return;
    const auto& joint = report.candidates[std::size_t(cell.candidates)];
    const auto at = std::ranges::find(joint.cells, number) - joint.cells.begin();
    std::vector<std::string> seen;
    for (const auto& values : joint.values) {
        if (std::size_t(at) >= values.size()) continue;
        const auto value = values[std::size_t(at)].text();
        if (std::ranges::find(seen, value) == seen.end()) seen.push_back(value);
    }
    if (seen.empty()) return;
    out.raw("<span class=\"note\">");
    for (std::size_t i = 0; i < std::min(seen.size(), most_candidates); ++i)
        out.text(i ? "或" : "").text(seen[i]);
    if (seen.size() > most_candidates) out.raw("……");
    out.raw("</span>");
}

void content(Html& out, const forms::Report& report, const Cell* cell, int at) {
    if (!cell) {
        out.raw("<span class=\"quiet\">无此格</span>");
        return;
    }
    switch (cell->kind) {
        case CellKind::Number: number(out, *cell); break;
        case CellKind::Blank: out.raw("<span class=\"quiet\">未填</span>"); break;
        case CellKind::Slash: out.text(text::trim(cell->text)); break;
        case CellKind::Text:
            out.raw("<span class=\"words\">").text(text::trim(cell->text)).raw("</span>");
            break;
        case CellKind::Ambiguous: candidates(out, report, *cell, at); break;
    }
}

void links(Html& out, const Marks& marks, int cell) {
    for (const int index : marks.of_cell(cell)) {
        const auto& finding = marks.findings()[std::size_t(index)];
        if (finding.cells.size() > most_linked && finding.cells.front() != cell) continue;
        out.raw("<a class=\"badge ");
        severity_class(out, finding.severity);
        out.raw("\" href=\"#f-").number(index + 1).raw("\" title=\"");
        out.text(finding.title).raw("\"><span class=\"sr\">").text(word(finding.severity));
        out.raw("</span>").number(index + 1).raw("</a>");
    }
}

}  // namespace

void table_cell(Html& out, const forms::Report& report, const Marks& marks, int cell,
                int column_span) {
    out.raw("<td id=\"c-").number(cell).raw("\" class=\"cell ");
    if (const auto& about = marks.of_cell(cell); !about.empty())
        severity_class(out, marks.findings()[std::size_t(about.front())].severity);
    out.raw("\"");
    if (column_span > 1) out.raw(" colspan=\"").number(column_span).raw("\"");
    out.raw(">");
    content(out, report, report.cell(cell), cell);
    links(out, marks, cell);
    out.raw("</td>");
}

}  // namespace gongkai::portal
