#include <algorithm>

#include "web/portal/bodies.h"
#include "web/portal/pages.h"
#include "web/portal/platform.h"

namespace gongkai::web::portal {

using organs::Organ;
using writer::Html;

std::vector<Organ> bodies_of_today(const Services& services) {
    std::vector<Organ> all;
    if (!services.office) return all;
    const Date now = today(services);
    services.office->ledger.look([&](const journal::View& view) {
        for (const auto region : services.office->organs.regions(view))
            for (auto& it : services.office->organs.all(view, region))
                if (exists_on(it, now)) all.push_back(std::move(it));
    });
    std::ranges::stable_sort(all, std::greater{}, [](const Organ& it) {
        return std::pair(int(it.level), is_authority(it));
    });
    return all;
}

namespace {

void body_line(Html& out, const Organ& it) {
    const auto path = platform_path(it);
    out.raw("<li><a class=\"organ\" href=\"").text(path).raw("\">").text(it.name).raw("</a>");
    out.raw("<span class=\"about\"><a href=\"").text(path).raw("/documents\">公开的文件");
    out.raw("<span class=\"sr\">：").text(it.name).raw("</span></a><a href=\"").text(path);
    out.raw("/reports\">年报<span class=\"sr\">：").text(it.name);
    out.raw("</span></a><a href=\"").text(path).raw("/apply\">申请公开<span class=\"sr\">：");
    out.text(it.name).raw("</span></a></span></li>");
}

void tools(Html& out) {
    out.raw("<h2>其他服务</h2><ul class=\"tools\">")
        .raw(
            "<li><a "
            "href=\"/reports\">各机关的年度报告</a><span>历年报告、数据和检查结果</span></li>")
        .raw("<li><a href=\"/check\">检查报告</a><span>年度报告公布之前，先查有没有错</span></li>")
        .raw("<li><a href=\"/term\">期限计算</a><span>从一天起若干个工作日，最后一日是哪天</span>")
        .raw(
            "</li><li><a "
            "href=\"/open\">开放数据</a><span>全部数据的下载和程序接口</span></li></ul>");
}

}  // namespace

http::Response front_page(const Services& services, Verdicts& verdicts,
                          const http::Request& request) {
    const auto bodies = bodies_of_today(services);
    if (bodies.empty()) return reports_page(services, verdicts, request);
    Page it;
    it.title = "政府信息公开平台";
    it.address = "/";
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

}  // namespace gongkai::web::portal
