#include <algorithm>

#include "base/text.h"
#include "desk/platform.h"
#include "disclosure/file_name.h"
#include "http/dispatch.h"
#include "portal/document_list.h"
#include "portal/document_text.h"
#include "portal/platform.h"
#include "portal/platform_pages.h"
#include "portal/proof.h"
#include "site/addresses.h"

namespace gongkai::portal {

using disclosure::PublicView;
using writer::Html;

namespace {

void fact(Html& out, std::string_view name, std::string_view value) {
    out.raw("<div><dt>").text(name).raw("</dt><dd>");
    if (value.empty())
        out.raw("<span class=\"quiet\">无</span>");
    else
        out.text(value);
    out.raw("</dd></div>");
}

// The seven fields on the head of a page, in their usual order, and whether it is in force.
void head(Html& out, const organs::Organ& organ, const PublicView& it) {
    out.raw("<dl class=\"heading-facts\">");
    fact(out, "索引号", it.index_number());
    fact(out, "主题分类", disclosure::subject_words(it.subject_class()));
    fact(out, "公开属性", "主动公开");
    fact(out, "成文日期", chinese(it.formed_on()));
    fact(out, "发文字号", it.document_number());
    fact(out, "发布日期", chinese(it.first_published_on()));
    fact(out, "公开主体", organ.name);
    if (!it.source().empty() && it.source() != organ.name) fact(out, "信息来源", it.source());
    if (!it.audience().empty()) fact(out, "公开对象", it.audience());
    const auto validity = it.validity();
    if (!validity.empty()) {
        out.raw("<div><dt>有效性</dt><dd>");
        validity_tag(out, validity, it.ending().has_value());
        out.raw("</dd></div>");
    }
    out.raw("</dl>");
}

void body(Html& out, const PublicView& it, const std::string& text) {
    out.raw("<div class=\"document-text\">");
    if (text::is_utf8(text) && !text::is_blank(text))
        document_text(out, text, it.title());
    else if (!it.attachments().empty())
        out.raw("<p>正文见附件。</p>");
    else
        out.text(it.abstract());
    out.raw("</div>");
}

void attachments(Html& out, const PublicView& it) {
    if (it.attachments().empty()) return;
    out.raw("<section class=\"attached\"><h2>附件</h2><ul>");
    int number = 0;
    for (const auto& file : it.attachments()) {
        out.raw("<li><a download href=\"").text(address::attachment(it, ++number));
        out.raw("\">").text(file.file_name).raw("</a> <span class=\"quiet\">（");
        const auto kind = disclosure::kind_of_file(file.file_name);
        out.text(kind.empty() ? "其他文件" : kind).raw("，").text(size_in_words(file.size));
        out.raw("）</span>");
        if (kind.empty())
            out.raw(
                " <strong>这不是常见的文档格式，打开它可能运行程序。确认来源可靠再打开。</strong>");
        out.raw("</li>");
    }
    out.raw("</ul></section>");
}

void interpretations(Html& out, const desk::Catalogue::Shown& it, Date today) {
    if (it.interprets) {
        out.raw("<section><h2>解读的文件</h2>");
        document_lines(out, std::span(&*it.interprets, 1), today);
        out.raw("</section>");
    }
    if (it.interpreted_by.empty()) return;
    out.raw("<section><h2>相关解读</h2>");
    document_lines(out, it.interpreted_by, today);
    out.raw("</section>");
}

// What happened to it in public; drafts and reviews are nobody's business here.
void history(Html& out, const PublicView& it) {
    if (!disclosure::is_normative(it.kind()) && it.published_on() == it.first_published_on())
        return;
    out.raw("<section class=\"history\"><h2>有效性和更新</h2><ul>");
    const auto line = [&](Date day, std::string_view what) {
        out.raw("<li><time datetime=\"").text(iso(day)).raw("\">").text(chinese(day));
        out.raw("</time> ").text(what).raw("</li>");
    };
    if (it.issued_on()) line(*it.issued_on(), "印发");
    line(it.first_published_on(), "公开");
    if (it.published_on() != it.first_published_on()) line(it.published_on(), "更新公开的文本");
    if (it.ending())
        line(it.ending()->on,
             it.ending()->by_repeal ? "废止，自这一天起没有效力" : "失效，自这一天起没有效力");
    out.raw("</ul></section>");
}

http::Response no_document(const site::Services& services, const organs::Organ& organ,
                           const http::Request& request) {
    return missing_page(services, organ,
                        {ErrorKind::NotFound, "document.not-found",
                         "没有这份文件，或者它不再公开。请从“法定主动公开内容”查找。"},
                        "法定主动公开内容", address::documents(organ.key), request);
}

}  // namespace

http::Response document_page(const site::Services& services, const organs::Organ& organ,
                             const http::Request& request) {
    const Date now = today(services);
    const auto shown = services.desks->catalogue.find(organ.key, request.parameter("index"), now);
    if (!shown) return no_document(services, organ, request);
    const PublicView* found = &shown->view;
    auto it = platform_page(services, organ, Column::Documents, found->title(),
                            address::document(*found));
    it.article =
        Article{iso(found->published_on()), found->source().empty() ? organ.name : found->source()};
    auto& out = it.content;
    out.raw("<p class=\"crumbs\"><a href=\"").text(address::documents(organ.key));
    out.raw("\">法定主动公开内容</a> › <a href=\"")
        .text(address::documents_of_class(organ.key, found->subject_class()))
        .raw("\">");
    out.text(disclosure::subject_words(found->subject_class())).raw("</a></p>");
    out.raw("<article class=\"document\"><h1>").text(found->title()).raw("</h1>");
    head(out, organ, *found);
    body(out, *found, services.desks->documents.body(*found));
    attachments(out, *found);
    interpretations(out, *shown, now);
    history(out, *found);
    proof_of(out, *found, now);
    out.raw("<p class=\"actions\"><button class=\"button quiet\" type=\"button\" data-print ")
        .raw("hidden>打印本页</button></p></article>");
    return answer(200, it, request);
}

http::Response document_file(const site::Services& services, const organs::Organ& organ,
                             const http::Request& request) {
    const auto shown =
        services.desks->catalogue.find(organ.key, request.parameter("index"), today(services));
    const PublicView* found = shown ? &shown->view : nullptr;
    const auto number = Decimal::parse(request.parameter("file"));
    if (!found || !number || !number->is_whole() || *number < Decimal(1) ||
        Decimal(std::int64_t(found->attachments().size())) < *number)
        return no_document(services, organ, request);
    const auto& file = found->attachments()[std::size_t(number->whole() - 1)];
    const auto kept = services.desks->documents.file(*found, file.file_name);
    if (!kept.ok()) return refused_page(kept.error(), request);
    auto response =
        http::streamed_answer(kept.value().bytes, http::strong_tag_of(kept.value().digest));
    // Saved and never shown: what somebody attached does not run on this site.
    response.set("Content-Type", "application/octet-stream");
    response.set("Content-Disposition", http::as_download(file.file_name));
    return response;
}

}  // namespace gongkai::portal
