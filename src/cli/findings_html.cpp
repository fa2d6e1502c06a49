#include "cli/findings_html.h"

#include <algorithm>

#include "cli/report_text.h"
#include "writer/html.h"

namespace gongkai::cli {

using checks::Finding;
using checks::Severity;
using writer::Html;

namespace {

// A mark and a word beside the colour: colour alone says nothing in print.
void severity_mark(Html& out, Severity severity) {
    if (severity == Severity::Error) out.raw(R"(<b class="error">✕ )");
    if (severity == Severity::Warning) out.raw(R"(<b class="warning">▲ )");
    if (severity == Severity::Hint) out.raw(R"(<b class="hint">○ )");
    out.text(chinese(severity)).raw("</b>");
}

void finding(Html& out, const Finding& it) {
    out.raw("<li>");
    severity_mark(out, it.severity);
    out.raw("<p>").text(it.message).raw("</p><dl>");
    if (!it.found.empty()) out.raw("<dt>读到</dt><dd>").text(it.found).raw("</dd>");
    if (!it.expected.empty()) out.raw("<dt>应为</dt><dd>").text(it.expected).raw("</dd>");
    for (const checks::Quote& quote : it.text)
        out.raw("<dt>原文</dt><dd><q>").text(quote.quote).raw("</q></dd>");
    out.raw("<dt>依据</dt><dd>").text(it.basis).raw("</dd></dl></li>");
}

}  // namespace

std::string findings_html_head() {
    return std::string(Html()
                           .raw(R"(<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>年度报告检查结果</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>
body{font:16px/1.75 "PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;color:#1F2329;
max-width:48em;margin:0 auto;padding:24px}
h1{font-size:24px}h2{font-size:18px;border-top:1px solid #D9DEE5;padding-top:16px;margin-top:32px}
ol{padding-left:1.5em}li{margin:0 0 16px}p{margin:4px 0}
dl{display:grid;grid-template-columns:3em 1fr;margin:0;color:#5A6472}dd{margin:0}
.error{color:#B3261E}.warning{color:#8A5A00}.hint{color:#1456A0}
@media print{body{padding:0}li{break-inside:avoid}}
</style></head><body><h1>年度报告检查结果</h1>
)")
                           .string());
}

std::string findings_html(const std::string& file, const forms::Report& report,
                          const desk::Checked& checked) {
    const auto& findings = checked.findings;
    const auto count = [&](Severity severity) {
        return std::int64_t(std::ranges::count(findings, severity, &Finding::severity));
    };
    Html out;
    out.raw("<h2>").text(headline(report)).raw("</h2><p>文件：").text(file).raw("</p><p>");
    out.number(count(Severity::Error)).raw(" 处错误，").number(count(Severity::Warning));
    out.raw(" 处提醒，").number(count(Severity::Hint)).raw(" 处提示。</p>\n");
    if (!checked.compared_file.empty())
        out.raw("<p>已与上一年度的报告核对：").text(checked.compared_file).raw("</p>\n");
    out.raw("<ol>");
    for (const Finding& it : findings)
        finding(out, it);
    out.raw("</ol>\n");
    return out.string();
}

std::string failure_html(const std::string& file, const Error& error) {
    return std::string(Html()
                           .raw("<h2>")
                           .text(file)
                           .raw("</h2><p><b class=\"error\">✕ 读不出</b> ")
                           .text(error.message)
                           .raw("</p>\n")
                           .string());
}

std::string findings_html_foot() { return "</body></html>\n"; }

}  // namespace gongkai::cli
