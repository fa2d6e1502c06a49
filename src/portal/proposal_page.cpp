#include "desk/proposal_desk.h"
#include "portal/document_text.h"
#include "portal/platform.h"
#include "portal/platform_pages.h"
#include "site/addresses.h"

// One published answer, as a letter: its class stands top right.
namespace gongkai::portal {

using namespace interaction::proposals;
using writer::Html;

namespace {

void fact(Html& out, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out.raw("<div><dt>").text(name).raw("</dt><dd>").text(value).raw("</dd></div>");
}

std::string joined(const std::vector<std::string>& all) {
    std::string text;
    for (const std::string& each : all)
        text += (text.empty() ? "" : "、") + each;
    return text;
}

void head(Html& out, const PublicView& it) {
    out.raw("<dl class=\"heading-facts\">");
    fact(out, "类别", chinese(it.form()));
    fact(out, "编号", it.session() + it.assigned_number());
    fact(out, "提出人", it.proposer());
    fact(out, "主办单位", it.lead());
    fact(out, "会办、分办", joined(it.co_units()));
    fact(out, "文号", it.document_number());
    fact(out, "签发人", it.signed_by());
    fact(out, "答复日期", chinese(it.answered_on()));
    fact(out, "公开日期", chinese(it.published_on()));
    fact(out, "公开方式", chinese(it.manner()));
    out.raw("</dl>");
}

// 答复类别：A, with what it means read out.
void class_letter(Html& out, const PublicView& it, const Settings& settings) {
    const AnswerClass* its = settings.find(it.answer_class());
    out.raw("<p class=\"answer-class\"><span>答复类别</span> <strong>").text(it.answer_class());
    out.raw("</strong>");
    if (its) out.raw("<span class=\"quiet\">").text(its->words).raw("</span>");
    out.raw("</p>");
}

// What is read here is not what holds any more.
void answered_again(Html& out, const PublicView& it) {
    if (!it.answered_again_on()) return;
    out.raw("<p><strong>办理单位已于")
        .text(chinese(*it.answered_again_on()))
        .raw("重新答复。以下是原来的答复，不再是最后的答复；新的答复尚未公开。</strong></p>");
}

void body(Html& out, const PublicView& it) {
    if (!it.about().empty()) {
        out.raw("<section><h2>")
            .text(it.form() == Form::Cppcc ? "提案内容" : "建议内容")
            .raw("</h2><div class=\"document-text\">");
        document_text(out, it.about(), it.title());
        out.raw("</div></section>");
    }
    out.raw("<section><h2>").text(it.manner() == Manner::Summary ? "答复摘要" : "答复");
    out.raw("</h2><div class=\"document-text\">");
    document_text(out, it.answer(), it.title());
    out.raw("</div></section>");
    out.raw("<section><h2>联系方式</h2><p>").text(it.contact()).raw("，电话 ").text(it.phone());
    out.raw("</p></section>");
}

}  // namespace

http::Response proposal_page(const site::Services& services, const organs::Organ& organ,
                             const http::Request& request) {
    const auto view = services.desks->proposals.answer(
        {organ.key, std::string(request.parameter("number"))}, today(services));
    if (!view)
        return missing_page(services, organ,
                            {ErrorKind::NotFound, "proposal.not-found",
                             "没有这件答复，或者它不再公开。请从“建议提案办理”查找。"},
                            "建议提案办理", address::proposals(organ.key), request);
    auto it = platform_page(services, organ, Column::Home, view->title(),
                            address::proposal(organ.key, view->key().number));
    it.article = Article{iso(view->published_on()), organ.name};
    auto& out = it.content;
    out.raw("<p class=\"crumbs\"><a href=\"").text(address::proposals(organ.key));
    out.raw("\">建议提案办理</a></p><article class=\"document\">");
    class_letter(out, *view, services.desks->proposals.rules().settings);
    out.raw("<h1>").text(view->title()).raw("</h1>");
    answered_again(out, *view);
    head(out, *view);
    body(out, *view);
    out.raw("<p class=\"actions\"><button class=\"button quiet\" type=\"button\" data-print ")
        .raw("hidden>打印本页</button></p></article>");
    return answer(200, it, request);
}

}  // namespace gongkai::portal
