#include "desk/report_document.h"

#include <algorithm>

#include "base/text.h"
#include "forms/layout.h"
#include "writer/docx/document.h"
#include "writer/html.h"

namespace gongkai::desk {

namespace docx = writer::docx;
using forms::Layout;
using forms::LayoutCell;
using forms::LayoutRow;
using forms::Report;
using writer::Html;

namespace {

std::string title_of(const Report& report) {
    if (!report.title.empty()) return report.title;
    return report.organ + (report.year ? std::to_string(*report.year) + "年" : "") +
           "政府信息公开工作年度报告";
}

// A title too long for one line breaks behind the name of the organ.
std::string title_lines(const Report& report) {
    constexpr std::size_t line = 20;
    std::string title = title_of(report);
    const bool breaks = !report.organ.empty() && title.size() > report.organ.size() &&
                        title.starts_with(report.organ) && text::length(title) > line;
    if (!breaks) return title;
    return report.organ + "\n" + title.substr(report.organ.size());
}

// The report's sections, and under the form's own titles those that it lacks but that have tables,
// or all where it has none.
std::vector<forms::Section> parts_of(const Report& report) {
    auto parts = report.sections;
    const auto titled = std::ranges::any_of(parts, [](const auto& it) { return it.number > 0; });
    const auto& titles = report.form->sections();
    for (int number = 1; number <= int(titles.size()); ++number) {
        if (std::ranges::count(parts, number, &forms::Section::number)) continue;
        if (titled && forms::layouts(report, number).empty()) continue;
        const auto behind =
            std::ranges::find_if(parts, [&](const auto& it) { return it.number > number; });
        parts.insert(behind, {number, titles[std::size_t(number - 1)], {}, 0});
    }
    return parts;
}

// The paragraphs of a part; where it stands before all parts, without what repeats the title.
std::vector<std::string_view> lines(const forms::Section& part, const std::string& title) {
    std::vector<std::string_view> all;
    for (std::string_view text = part.text; !text.empty();) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = text::trim(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        const bool repeats =
            part.number == 0 && part.title.empty() && title.find(line) != std::string::npos;
        if (!line.empty() && !repeats) all.push_back(line);
    }
    return all;
}

std::string printed(const Report& report, int number) {
    const forms::Cell* cell = report.cell(number);
    if (!cell) return {};
    return cell->kind == forms::CellKind::Number ? cell->value->text() : cell->text;
}

// Widths in millimetres of the 156 that a line has: figures narrow where they are many, the outer
// labels narrower than the row's own.
std::vector<int> widths(const Layout& layout) {
    constexpr int line = 156, narrow = 12, outermost = 14, middle = 20;
    std::vector<int> all;
    const bool many = layout.figure_columns > 4;
    const int columns = layout.label_columns + layout.figure_columns;
    if (layout.label_columns == 0 || !many) return std::vector<int>(std::size_t(columns), line);
    int left = line - narrow * layout.figure_columns;
    for (int c = 0; c + 1 < layout.label_columns; ++c) {
        all.push_back(c == 0 ? outermost : middle);
        left -= all.back();
    }
    all.push_back(std::max(left, narrow));
    all.insert(all.end(), std::size_t(layout.figure_columns), narrow);
    return all;
}

docx::Table table(const Report& report, const Layout& layout) {
    docx::Table out{widths(layout), {}, 21};
    for (const LayoutRow& row : layout.rows) {
        docx::Row printed_row{{}, row.head};
        for (const LayoutCell& cell : row.cells) {
            const bool figure = cell.kind == LayoutCell::Kind::Figure;
            const bool left = cell.kind == LayoutCell::Kind::RowLabel && layout.label_columns > 1;
            printed_row.cells.push_back({figure ? printed(report, cell.cell) : cell.text,
                                         cell.column_span, cell.row_span,
                                         left ? docx::Align::Left : docx::Align::Center,
                                         cell.kind == LayoutCell::Kind::Caption});
        }
        out.rows.push_back(std::move(printed_row));
    }
    return out;
}

void add_cell(Html& out, const Report& report, const LayoutCell& cell) {
    const bool figure = cell.kind == LayoutCell::Kind::Figure;
    out.raw(figure ? writer::Markup("<td") : writer::Markup("<th"));
    if (cell.kind == LayoutCell::Kind::RowLabel) out.raw(" class=\"row\"");
    if (cell.column_span > 1) out.raw(" colspan=\"").number(cell.column_span).raw("\"");
    if (cell.row_span > 1) out.raw(" rowspan=\"").number(cell.row_span).raw("\"");
    out.raw(">").text(figure ? printed(report, cell.cell) : cell.text);
    out.raw(figure ? writer::Markup("</td>") : writer::Markup("</th>"));
}

void add_table(Html& out, const Report& report, const Layout& layout) {
    out.raw("<table>\n");
    for (const LayoutRow& row : layout.rows) {
        out.raw("<tr>");
        for (const LayoutCell& cell : row.cells)
            add_cell(out, report, cell);
        out.raw("</tr>\n");
    }
    out.raw("</table>\n");
}

}  // namespace

std::string report_docx(const Report& report) {
    const std::string title = title_of(report);
    docx::Document out(title);
    out.add(docx::Style::Title, title_lines(report));
    for (const auto& part : parts_of(report)) {
        if (!part.title.empty()) out.add(docx::Style::Heading1, part.title);
        for (const auto line : lines(part, title))
            out.add(docx::Style::Body, line);
        if (part.number == 0) continue;
        for (const Layout& layout : forms::layouts(report, part.number))
            out.add(table(report, layout)).add(docx::Style::Caption, "");
    }
    return out.bytes();
}

std::string report_html(const Report& report) {
    const std::string title = title_of(report);
    Html out;
    out.raw("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
        .text(title)
        .raw(
            "</title>\n<style>\nbody{max-width:50rem;margin:2rem auto;padding:0 1rem;"
            "font:1.125rem/1.8 FangSong,STFangsong,\"Noto Serif CJK SC\",serif}\n"
            "h1{font-size:1.75rem;text-align:center}\nh2{font-size:1.25rem}\n"
            "p{text-indent:2em;margin:.5em 0}\n"
            "table{width:100%;border-collapse:collapse;margin:1rem 0;"
            "font:.875rem/1.4 SimSun,STSong,\"Noto Serif CJK SC\",serif}\n"
            "th,td{border:1px solid;padding:.25rem;text-align:center;font-weight:normal}\n"
            "th.row{text-align:left}\n</style>\n</head>\n<body>\n<h1>")
        .text(title)
        .raw("</h1>\n");
    for (const auto& part : parts_of(report)) {
        if (!part.title.empty()) out.raw("<h2>").text(part.title).raw("</h2>\n");
        for (const auto line : lines(part, title))
            out.raw("<p>").text(line).raw("</p>\n");
        if (part.number == 0) continue;
        for (const Layout& layout : forms::layouts(report, part.number))
            add_table(out, report, layout);
    }
    out.raw("</body>\n</html>\n");
    return std::move(out).string();
}

}  // namespace gongkai::desk
