#include "portal/layout.h"
#include "portal/marks.h"
#include "portal/pages.h"
#include "site/addresses.h"

namespace gongkai::portal {

using checks::Severity;
using writer::Html;

namespace {

void rule(Html& out, const checks::Rule& it) {
    out.raw("<li id=\"").text(it.id).raw("\" class=\"finding ");
    severity_class(out, it.severity);
    out.raw("\"><h3>");
    severity_shape(out, it.severity);
    out.raw("<span class=\"word\">").text(word(it.severity)).raw("</span> ").text(it.title);
    out.raw("</h3><p class=\"message\">").text(it.explains).raw("</p><p class=\"basis\">依据：");
    out.text(it.basis).raw("　编号：<code>").text(it.id).raw("</code></p></li>");
}

void group(Html& out, Severity severity, writer::Markup heading, writer::Markup meaning) {
    bool any = false;
    for (const auto& it : checks::rules())
        any = any || it.severity == severity;
    if (!any) return;
    out.raw("<section><h2>").raw(heading).raw("</h2><p>").raw(meaning);
    out.raw("</p><ul class=\"findings\">");
    for (const auto& it : checks::rules())
        if (it.severity == severity) rule(out, it);
    out.raw("</ul></section>");
}

}  // namespace

http::Response rules_page(const http::Request& request) {
    Page it;
    it.title = "检查规则";
    it.part = Part::Rules;
    it.address = address::checking_rules;
    auto& out = it.content;
    out.raw("<h1>检查规则</h1><p class=\"lead\">程序只按下列规则检查，共 ");
    out.number(std::int64_t(checks::rules().size()));
    out.raw(" 条。规则的编号不会改变，也不会重新使用。</p>");
    group(out, Severity::Error, "错误", "两处数据不能同时为真，或者不合格式的明确规定，应当改正。");
    group(out, Severity::Warning, "提醒", "多半有误，也可能另有原因，请核对。");
    group(out, Severity::Hint, "提示", "值得看一眼，不一定有问题。");
    return http::html_answer(200, page(it, site::preferences(request)));
}

}  // namespace gongkai::portal
