#include <algorithm>

#include "portal/bodies.h"
#include "portal/pages.h"
#include "portal/platform.h"
#include "site/addresses.h"

namespace gongkai::portal {

using organs::Organ;
using writer::Html;

std::vector<Organ> bodies_of_today(const site::Services& services) {
    std::vector<Organ> all;
    if (!services.desks) return all;
    const Date now = today(services);
    all = services.desks->organs.everywhere();
    std::erase_if(all, [&](const Organ& it) { return !exists_on(it, now); });
    std::ranges::stable_sort(all, std::greater{}, [](const Organ& it) {
        return std::pair(int(it.level), is_authority(it));
    });
    return all;
}

namespace {

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
    const auto bodies = bodies_of_today(services);
    if (bodies.empty()) return reports_page(services, request);
    Page it;
    it.title = "政府信息公开平台";
    it.address = address::front;
    auto& out = it.content;
    out.raw("<h1>政府信息公开平台</h1><p class=\"lead\">选择机关，看它公开的信息，或者申请它没有")
        .raw("公开的信息。申请不用注册，不用说明用途。</p><h2>机关（")
        .number(std::int64_t(bodies.size()))
        .raw(" 个）</h2><ul class=\"organs\">");
    for (const Organ& body : bodies)
        body_line(out, body);
    out.raw("</ul>");
    tools(out);
    return answer(200, it, request);
}

}  // namespace gongkai::portal
