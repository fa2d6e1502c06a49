#include "desk/platform.h"
#include "portal/contact_table.h"
#include "portal/document_list.h"
#include "portal/platform.h"
#include "portal/platform_pages.h"
#include "site/addresses.h"

namespace gongkai::portal {

using writer::Html;

namespace {

constexpr int latest_shown = 8;

void card(Html& out, const std::string& path, std::string_view name, std::string_view about) {
    out.raw("<li><a href=\"").text(path).raw("\">").text(name).raw("</a><span>").text(about);
    out.raw("</span></li>");
}

void columns(Html& out, const journal::LogKey& organ) {
    out.raw("<ul class=\"tools\">");
    card(out, address::guide(organ), "政府信息公开指南", "公开什么、怎样申请、多久答复、找谁");
    card(out, address::rules(organ), "政府信息公开制度", "依据的法规和本机关的规定");
    card(out, address::documents(organ), "法定主动公开内容", "文件、规划、财政、许可、处罚等");
    card(out, address::yearly_reports(organ), "政府信息公开年报", "历年的工作年度报告");
    card(out, address::proposals(organ), "建议提案办理", "人大代表建议、政协提案的答复");
    card(out, address::apply(organ), "依申请公开", "没有公开的，可以申请");
    card(out, address::track(organ), "查询申请进度", "凭回执上的编号和查询码");
    card(out, address::letters(organ), "互动交流", "写信、查询来信办理情况、看答复选登");
    out.raw("</ul>");
}

void latest(Html& out, const organs::Organ& organ, const desk::Catalogue& catalogue, Date today) {
    out.raw("<h2>最近公开</h2>");
    records::Ask ask;
    ask.limit = latest_shown;
    const auto found = catalogue.page(organ.key, ask, {});
    if (!found.ok() || found.value().rows.empty()) {
        out.raw("<div class=\"empty\"><p>本机关还没有在这里公开文件。需要的信息可以<a href=\"")
            .text(address::apply(organ.key))
            .raw("\">申请公开</a>。</p></div>");
        return;
    }
    document_lines(out, found.value().rows, today);
    out.raw("<p><a href=\"").text(address::documents(organ.key)).raw("\">全部 ");
    count(out, found.value().count);
    out.raw(" 份</a></p>");
}

}  // namespace

http::Response platform_home(const site::Services& services, const organs::Organ& organ,
                             const http::Request& request) {
    auto it = platform_page(services, organ, Column::Home, "政府信息公开专栏",
                            address::platform(organ.key));
    it.wide = true;
    auto& out = it.content;
    out.raw("<p class=\"crumbs\"><a href=\"")
        .text(address::front)
        .raw("\">全部机关</a> › ")
        .text(organ.name);
    out.raw("</p><h1>政府信息公开专栏</h1>");
    finder(out, organ, {});
    out.raw("<div class=\"platform\"><div class=\"side\">");
    columns(out, organ.key);
    out.raw("</div><div>");
    latest(out, organ, services.desks->catalogue, today(services));
    out.raw("<h2>工作机构</h2>");
    contact_table(out, organ);
    out.raw("</div></div>");
    return answer(200, it, request);
}

}  // namespace gongkai::portal
