#include "desk/platform.h"
#include "portal/document_list.h"
#include "portal/platform.h"
#include "portal/platform_pages.h"
#include "site/addresses.h"

namespace gongkai::portal {

namespace {

constexpr int most_rules = 100;

}  // namespace

http::Response rules_column(const site::Services& services, const organs::Organ& organ,
                            const http::Request& request) {
    auto it = platform_page(services, organ, Column::Rules, "政府信息公开制度",
                            address::rules(organ.key));
    auto& out = it.content;
    const auto own = services.desks->catalogue.rules(organ.key, most_rules);
    out.raw("<h1>政府信息公开制度</h1><h2>本机关的制度</h2>");
    if (own.empty())
        out.raw(
               "<div class=\"empty\"><p>本机关还没有公开自己的政府信息公开制度，办理中直接适用下列")
            .raw("法规和文件。</p></div>");
    else
        document_lines(out, own, today(services));
    out.raw(
           "<h2>依据</"
           "h2><ul><li>《中华人民共和国政府信息公开条例》（国务院令第711号，2019年5月15日")
        .raw("起施行）</li><li>《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）</li>")
        .raw("<li>《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）</li>")
        .raw(
            "<li>《关于规范政府信息公开平台有关事项的通知》（国办公开办函〔2019〕61号）</li></ul>");
    return answer(200, it, request);
}

}  // namespace gongkai::portal
