#include "portal/finding_list.h"

#include "site/addresses.h"

#include <algorithm>

namespace gongkai::portal {

using checks::Finding;
using writer::Html;

namespace {

constexpr std::size_t most_places = 8;

void figures(Html& out, const Finding& finding) {
    if (finding.found.empty() && finding.expected.empty()) return;
    out.raw("<dl class=\"figures\">");
    if (!finding.found.empty())
        out.raw("<div><dt>原文</dt><dd>").text(finding.found).raw("</dd></div>");
    if (!finding.expected.empty())
        out.raw("<div><dt>应为</dt><dd>").text(finding.expected).raw("</dd></div>");
    out.raw("</dl>");
}

void cells(Html& out, const forms::Report& report, const Finding& finding) {
    if (finding.cells.empty()) return;
    out.raw("<p class=\"places\">见表中：");
    const auto count = std::min(finding.cells.size(), most_places);
    for (std::size_t i = 0; i < count; ++i) {
        out.raw("<a href=\"#c-").number(finding.cells[i]).raw("\">");
        out.text(report.form->cell_name(finding.cells[i])).raw("</a>");
    }
    if (finding.cells.size() > count)
        out.raw("<span>等 ").number(std::int64_t(finding.cells.size())).raw(" 格</span>");
    out.raw("</p>");
}

void quotes(Html& out, const Finding& finding, int number) {
    if (finding.text.empty()) return;
    out.raw("<p class=\"places\">见文中：");
    const auto count = std::min(finding.text.size(), most_places);
    for (std::size_t i = 0; i < count; ++i) {
        out.raw("<a href=\"#q-").number(number).raw("-").number(std::int64_t(i) + 1).raw("\">“");
        out.text(finding.text[i].quote).raw("”</a>");
    }
    if (finding.text.size() > count)
        out.raw("<span>等 ").number(std::int64_t(finding.text.size())).raw(" 处</span>");
    out.raw("</p>");
}

void item(Html& out, const forms::Report& report, const Finding& finding, int number) {
    out.raw("<li id=\"f-").number(number).raw("\" class=\"finding ");
    severity_class(out, finding.severity);
    out.raw("\"><h3>");
    severity_shape(out, finding.severity);
    out.raw("<span class=\"word\">").text(word(finding.severity)).raw(" ").number(number);
    out.raw("</span> ").text(finding.title).raw("</h3><p class=\"message\">").text(finding.message);
    out.raw("</p>");
    figures(out, finding);
    cells(out, report, finding);
    quotes(out, finding, number);
    out.raw("<p class=\"basis\">依据：").text(finding.basis).raw("　<a href=\"");
    out.text(address::checking_rule(finding.rule)).raw("\">规则说明</a></p></li>");
}

}  // namespace

void finding_list(Html& out, const forms::Report& report, const Marks& marks) {
    const auto findings = marks.findings();
    if (findings.empty()) {
        out.raw(
            "<p class=\"empty\">按现有规则没有发现问题。表格各项合计都相符，"
            "文字与表格没有发现矛盾；内容是否属实仍需人工核对。</p>");
        return;
    }
    out.raw("<ol class=\"findings\">");
    for (std::size_t i = 0; i < findings.size(); ++i)
        item(out, report, findings[i], int(i) + 1);
    out.raw("</ol>");
}

}  // namespace gongkai::portal
