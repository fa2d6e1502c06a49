#include "portal/report_view.h"

#include <algorithm>
#include <set>

#include "portal/finding_list.h"
#include "portal/form_tables.h"
#include "portal/marks.h"
#include "portal/narrative.h"

namespace gongkai::portal {

using forms::Report;
using writer::Html;

namespace {

void fact(Html& out, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out.raw("<div><dt>").text(name).raw("</dt><dd>").text(value).raw("</dd></div>");
}

std::string_view format_name(std::string_view format) {
    constexpr std::pair<std::string_view, std::string_view> names[] = {
        {"docx", "Word 文档（.docx）"},
        {"doc", "Word 文档（.doc）"},
        {"wps", "WPS 文档"},
        {"html", "网页"},
        {"pdf", "PDF"},
        {"text", "纯文本"},
        {"markdown", "Markdown 文本"},
        {"xlsx", "表格文档（.xlsx）"}};
    const auto it =
        std::ranges::find(names, format, &std::pair<std::string_view, std::string_view>::first);
    return it == std::end(names) ? format : it->second;
}

// The form's sections that have tables.
std::set<int> sections_with_tables(const forms::Form& form) {
    std::set<int> numbers;
    for (const auto& grid : form.grids())
        numbers.insert(grid.section);
    return numbers;
}

void section(Html& out, const Report& report, const Marks& marks, int index) {
    const auto& it = report.sections[std::size_t(index)];
    out.raw("<section class=\"part\" id=\"s-").number(index).raw("\">");
    if (!it.title.empty()) out.raw("<h3>").text(it.title).raw("</h3>");
    narrative(out, report, marks, index);
}

void oddities(Html& out, const Report& report) {
    if (report.oddities.empty()) return;
    out.raw("<details class=\"oddities\"><summary>读取时注意到的情况（")
        .number(std::int64_t(report.oddities.size()))
        .raw("）</summary><ul>");
    for (const auto& it : report.oddities)
        out.raw("<li>").text(it.message).raw("</li>");
    out.raw("</ul></details>");
}

}  // namespace

// Tables of a part that the report has no section for come last, under the form's own title.
void report_paper(Html& out, const Report& report, const Marks& marks) {
    auto tables = sections_with_tables(*report.form);
    for (int i = 0; i < int(report.sections.size()); ++i) {
        section(out, report, marks, i);
        // A part may be cut in two by a heading; its tables stand behind the first half.
        const int number = report.sections[std::size_t(i)].number;
        if (tables.erase(number)) form_tables(out, report, marks, number);
        out.raw("</section>");
    }
    for (const int number : tables) {
        out.raw("<section class=\"part\"><h3>")
            .text(report.form->sections().at(std::size_t(number - 1)))
            .raw("</h3>");
        form_tables(out, report, marks, number);
        out.raw("</section>");
    }
}

std::string report_title(const Report& report) {
    if (!report.title.empty()) return report.title;
    std::string title = report.organ;
    if (report.year) title += std::to_string(*report.year) + "年";
    return title + "政府信息公开工作年度报告";
}

void report_facts(Html& out, const Report& report, const ReportFacts& facts) {
    out.raw("<dl class=\"facts\">");
    fact(out, "机关", report.organ.empty() ? "标题中没有写明" : std::string_view(report.organ));
    fact(out, "年度", report.year ? std::to_string(*report.year) + "年" : "没有写明");
    fact(out, "所用格式", report.form->source());
    if (report.published_on) fact(out, "发布日期", chinese(*report.published_on));
    fact(out, "来源文件", facts.file_name);
    fact(out, "文件格式", format_name(facts.format));
    if (facts.compared_with)
        fact(out, "上年对照", "已与" + std::to_string(facts.compared_with) + "年度报告核对");
    out.raw("</dl>");
}

void report_columns(Html& out, const Report& report, std::span<const checks::Finding> findings) {
    const Marks marks(report, findings);
    // The findings come first, so that a telephone shows them before a long report; on a wide
    // screen they stand at the right.
    out.raw("<div class=\"columns\"><section class=\"aside\" aria-labelledby=\"found\">")
        .raw("<h2 id=\"found\">检查结果</h2>");
    finding_list(out, report, marks);
    oddities(out, report);
    out.raw("</section><article class=\"paper\" aria-labelledby=\"as-read\">")
        .raw("<h2 id=\"as-read\">报告内容（程序读出的样子）</h2>");
    table_legend(out);
    report_paper(out, report, marks);
    out.raw("</article></div>");
}

}  // namespace gongkai::portal
