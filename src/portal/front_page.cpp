#include "base/text.h"
#include "portal/bodies.h"
#include "portal/pages.h"
#include "portal/platform.h"
#include "site/addresses.h"

namespace gongkai::portal {

using organs::Organ;
using writer::Html;

records::Page<Organ> bodies_of_today(const site::Services& services, const http::Request& request) {
    if (!services.desks) return {};
    records::Ask ask;
    ask.sort = "place";
    ask.limit = records::longest_page;
    const auto sought = request.query_value("q");
    if (text::is_utf8(sought)) ask.search = text::trim(sought);
    ask.after = request.query_value("after");
    auto page = services.desks->organs.everywhere(ask, today(services));
    if (page.ok()) return std::move(page.value());
    ask.after.clear();
    page = services.desks->organs.everywhere(ask, today(services));
    return page.ok() ? std::move(page.value()) : records::Page<Organ>();
}

void next_bodies(Html& out, std::string_view path, const http::Request& request,
                 const std::string& next) {
    if (next.empty()) return;
    out.raw("<nav class=\"pages\" aria-label=\"分页\"><a href=\"").text(path).raw("?q=");
    out.text(http::encoded(request.query_value("q"))).raw("&after=").text(http::encoded(next));
    out.raw("\">下一页</a></nav>");
}

namespace {

void finder(Html& out, const http::Request& request) {
    out.raw("<form class=\"search finder\" method=\"get\" role=\"search\" action=\"")
        .text(address::front)
        .raw("\"><label for=\"q\">查找机关</label><input id=\"q\" name=\"q\" type=\"search\" ")
        .raw("value=\"")
        .text(request.query_value("q"))
        .raw("\"><button class=\"button\" type=\"submit\">查找</button></form>");
}

void body_line(Html& out, const Organ& it) {
    out.raw("<li><a class=\"organ\" href=\"")
        .text(address::platform(it.key))
        .raw("\">")
        .text(it.name)
        .raw("</a>");
    out.raw("<span class=\"about\"><a href=\"")
        .text(address::documents(it.key))
        .raw("\">公开的文件");
    out.raw("<span class=\"sr\">：")
        .text(it.name)
        .raw("</span></a><a href=\"")
        .text(address::yearly_reports(it.key));
    out.raw("\">年报<span class=\"sr\">：").text(it.name);
    out.raw("</span></a><a href=\"")
        .text(address::apply(it.key))
        .raw("\">申请公开<span class=\"sr\">：");
    out.text(it.name).raw("</span></a></span></li>");
}

void tool(Html& out, std::string_view path, std::string_view name, std::string_view about) {
    out.raw("<li><a href=\"").text(path).raw("\">").text(name).raw("</a><span>").text(about);
    out.raw("</span></li>");
}

void tools(Html& out) {
    out.raw("<h2>其他服务</h2><ul class=\"tools\">");
    tool(out, address::reports, "各机关的年度报告", "历年报告、数据和检查结果");
    tool(out, address::check, "检查报告", "年度报告公布之前，先查有没有错");
    tool(out, address::term, "期限计算", "从一天起若干个工作日，最后一日是哪天");
    tool(out, address::open_data, "开放数据", "全部数据的下载和程序接口");
    out.raw("</ul>");
}

}  // namespace

http::Response front_page(const site::Services& services, const http::Request& request) {
    const auto bodies = bodies_of_today(services, request);
    const bool sought = !request.query_value("q").empty();
    if (!services.desks || (bodies.rows.empty() && !sought)) return reports_page(services, request);
    Page it;
    it.title = "政府信息公开平台";
    it.address = address::front;
    auto& out = it.content;
    out.raw("<h1>政府信息公开平台</h1><p class=\"lead\">选择机关，看它公开的信息，或者申请它没有")
        .raw("公开的信息。申请不用注册，不用说明用途。</p><h2>机关（")
        .number(std::int64_t{bodies.count.number})
        .text(bodies.count.more ? " 多个" : " 个")
        .raw("）</h2>");
    // Few are seen at a glance.
    if (sought || !bodies.next.empty()) finder(out, request);
    if (bodies.rows.empty()) out.raw("<p>没有名称含有这些字的机关。</p>");
    out.raw("<ul class=\"organs\">");
    for (const Organ& body : bodies.rows)
        body_line(out, body);
    out.raw("</ul>");
    next_bodies(out, address::front, request, bodies.next);
    tools(out);
    return answer(200, it, request);
}

}  // namespace gongkai::portal
