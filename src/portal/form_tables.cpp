#include "portal/form_tables.h"

#include <algorithm>

#include "forms/layout.h"
#include "portal/table_cell.h"

namespace gongkai::portal {

using forms::Layout;
using forms::LayoutCell;
using forms::LayoutRow;
using forms::Report;
using writer::Html;

namespace {

void span(Html& out, const LayoutCell& cell) {
    if (cell.column_span > 1) out.raw(" colspan=\"").number(cell.column_span).raw("\"");
    if (cell.row_span > 1) out.raw(" rowspan=\"").number(cell.row_span).raw("\"");
}

writer::Markup opening(LayoutCell::Kind kind) {
    switch (kind) {
        case LayoutCell::Kind::Corner: return "<th class=\"corner\" scope=\"col\"";
        case LayoutCell::Kind::Head: return "<th scope=\"col\"";
        case LayoutCell::Kind::HeadGroup: return "<th scope=\"colgroup\"";
        case LayoutCell::Kind::Caption: return "<th class=\"caption\" scope=\"rowgroup\"";
        case LayoutCell::Kind::RowGroup: return "<th scope=\"rowgroup\" class=\"group\"";
        default: return "<th scope=\"row\"";
    }
}

void label(Html& out, const LayoutCell& cell) {
    out.raw(opening(cell.kind));
    span(out, cell);
    out.raw(">");
    if (cell.kind == LayoutCell::Kind::Corner) out.raw("<span class=\"sr\">项目</span>");
    const bool group = cell.kind == LayoutCell::Kind::RowGroup;
    if (group) out.raw("<span>");
    out.text(cell.text);
    if (group) out.raw("</span>");
    out.raw("</th>");
}

void begin_table(Html& out, const Layout& layout, std::string_view name) {
    out.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"").text(name);
    out.raw("\"><table class=\"form ")
        .raw(layout.label_columns == 0 ? writer::Markup("across") : writer::Markup(""))
        .raw("\" id=\"t-")
        .text(layout.id)
        .raw("\"><caption class=\"sr\">");
    out.text(name).raw("</caption>");
}

void table(Html& out, const Report& report, const Marks& marks, const Layout& layout,
           std::string_view name) {
    begin_table(out, layout, name);
    std::string_view open;
    for (const LayoutRow& row : layout.rows) {
        const std::string_view part = row.head ? "thead" : "tbody";
        if (part != open || row.begins_block) {
            if (!open.empty())
                out.raw(open == "thead" ? writer::Markup("</thead>") : writer::Markup("</tbody>"));
            out.raw(row.head ? writer::Markup("<thead>") : writer::Markup("<tbody>"));
            open = part;
        }
        out.raw("<tr>");
        for (const LayoutCell& cell : row.cells)
            if (cell.kind == LayoutCell::Kind::Figure)
                table_cell(out, report, marks, cell.cell, cell.column_span);
            else
                label(out, cell);
        out.raw("</tr>");
    }
    out.raw("</tbody></table></div>");
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

    for (const Layout& layout : forms::layouts(report, section))
        table(out, report, marks, layout, name);
}

void table_legend(Html& out) {
    out.raw("<p class=\"legend\"><span class=\"quiet\">未填</span> 原文是空格　")
        .raw("<span class=\"quiet\">无此格</span> 原文没有这一格　")
        .raw("<span class=\"open\">待核</span> 数字连写，不能断定　")
        .raw("<span class=\"note\">推定</span> 由连写的数字算出　")
        .raw("带序号的格子可点开对应的检查结果</p>");
}

}  // namespace gongkai::portal
