#include "portal/document_list.h"

#include "site/addresses.h"

namespace gongkai::portal {

using disclosure::PublicRow;
using writer::Html;
using writer::Markup;

void finder(Html& out, const organs::Organ& organ, std::string_view words) {
    out.raw("<form class=\"search finder\" method=\"get\" role=\"search\" action=\"")
        .text(address::documents(organ.key))
        .raw("\"><label for=\"q\">检索公开的文件</label><input id=\"q\" name=\"q\" ")
        .raw("type=\"search\" value=\"")
        .text(words)
        .raw("\"><button class=\"button\" type=\"submit\">检索</button></form>");
}

void validity_tag(Html& out, std::string_view validity, bool ending) {
    if (validity.empty()) return;
    out.raw("<span class=\"validity");
    if (ending) out.raw(" ended");
    out.raw("\">").text(validity).raw("</span>");
}

void count(Html& out, const records::Count& count) {
    out.number(count.number);
    if (count.more) out.raw("+");
}

void searched_so_far(Html& out, int searched, bool found, std::string_view way_on) {
    if (searched == 0) return;
    out.raw("<div class=\"empty\" role=\"status\"><p>这一次按顺序查了 ").number(searched);
    out.raw(found ? Markup(" 条，后面的还没有查。") : Markup(" 条，没有找到，后面的还没有查。"));
    out.raw("<a href=\"").text(way_on).raw("\">接着查后面的</a></p></div>");
}

void document_lines(Html& out, std::span<const PublicRow> documents, Date today) {
    out.raw("<ul class=\"documents\">");
    for (const PublicRow& it : documents) {
        out.raw("<li><p class=\"title\"><a href=\"").text(address::document(it)).raw("\">");
        out.text(it.title).raw("</a> ");
        validity_tag(out, disclosure::validity(it, today), it.ending.has_value());
        out.raw("</p><p class=\"about\">");
        if (!it.document_number.empty()) out.raw("<span>").text(it.document_number).raw("</span> ");
        const bool revised = it.published_on != it.first_published_on;
        out.raw("<time datetime=\"").text(iso(it.published_on)).raw("\">");
        out.text(chinese(it.published_on)).raw(revised ? Markup("更新") : Markup("公开"));
        out.raw("</time>");
        if (it.attachments > 0) out.raw(" <span>附件 ").number(it.attachments).raw(" 个</span>");
        out.raw("</p></li>");
    }
    out.raw("</ul>");
}

}  // namespace gongkai::portal
