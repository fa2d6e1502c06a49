#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "portal/layout.h"
#include "portal/marks.h"
#include "portal/pages.h"
#include "site/addresses.h"

namespace gongkai::portal {

using reports::Kept;
using writer::Html;

namespace {

constexpr std::size_t bodies_a_page = 50;

// A body's reports by year; several of one year where several files of it were imported.
struct Body {
    std::string organ;
    std::map<int, std::vector<const Kept*>> years;
};

std::vector<Body> bodies(const std::vector<Kept>& all, std::string_view sought) {
    const std::string folded = text::fold(sought);
    std::vector<Body> result;
    for (const Kept& kept : all) {
        if (text::fold(kept.organ).find(folded) == std::string::npos) continue;
        if (result.empty() || result.back().organ != kept.organ) result.push_back({kept.organ, {}});
        result.back().years[kept.year].push_back(&kept);
    }
    return result;
}

void search(Html& out, std::string_view sought) {
    out.raw("<form class=\"search\" method=\"get\" action=\"")
        .text(address::reports)
        .raw("\" role=\"search\">")
        .raw("<label for=\"q\">机关名称</label><input id=\"q\" name=\"q\" type=\"search\" value=\"")
        .text(sought)
        .raw("\"><button class=\"button\" type=\"submit\">检索报告</button></form>");
}

void report_link(Html& out, site::Verdicts& verdicts, const Body& body, const Kept& kept) {
    const auto before = body.years.find(kept.year - 1);
    const Kept* last = before == body.years.end() ? nullptr : before->second.back();
    out.raw("<a class=\"report\" href=\"").text(address::report(std::int64_t(kept.id))).raw("\">");
    out.raw("<span class=\"sr\">")
        .text(body.organ)
        .raw("")
        .number(kept.year)
        .raw("年度报告：</span>");
    verdict(out, verdicts.of(kept, last));
    out.raw("</a>");
}

void matrix(Html& out, site::Verdicts& verdicts, std::span<const Body> shown) {
    std::set<int, std::greater<>> years;
    for (const Body& body : shown)
        for (const auto& [year, reports] : body.years)
            years.insert(year);
    out.raw(
           "<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
           "aria-label=\"各机关各年度的报告\">")
        .raw(
            "<table class=\"plain matrix\"><caption "
            "class=\"sr\">各机关各年度的报告和检查结论</caption>")
        .raw("<thead><tr><th scope=\"col\">机关</th>");
    for (const int year : years) {
        out.raw("<th scope=\"col\">");
        year ? out.number(year).raw("年") : out.raw("年度不明");
        out.raw("</th>");
    }
    out.raw("</tr></thead><tbody>");
    for (const Body& body : shown) {
        out.raw("<tr><th scope=\"row\">").text(body.organ).raw("</th>");
        for (const int year : years) {
            out.raw("<td>");
            const auto it = body.years.find(year);
            if (it == body.years.end()) {
                if (year) out.raw("<span class=\"quiet\">未收录</span>");
            } else {
                for (const Kept* kept : it->second)
                    report_link(out, verdicts, body, *kept);
            }
            out.raw("</td>");
        }
        out.raw("</tr>");
    }
    out.raw("</tbody></table></div>");
}

void empty_state(Html& out, std::string_view sought) {
    out.raw("<div class=\"empty\">");
    if (sought.empty())
        out.raw(
               "<p>这里还没有年度报告。</p><p>管理员可以用命令 <code>gongkai import 文件夹</code> "
               "收进报告；您也可以先<a href=\"")
            .text(address::check)
            .raw("\">检查一份报告</a>，不必收进来。</p>");
    else
        out.raw("<p>没有名称含“")
            .text(sought)
            .raw("”的机关。请换一个更短的词再试，或<a href=\"")
            .text(address::reports)
            .raw("\">查看全部机关</a>。</p>");
    out.raw("</div>");
}

void page_links(Html& out, std::string_view sought, std::size_t at, std::size_t pages) {
    if (pages < 2) return;
    out.raw("<nav class=\"pages\" aria-label=\"分页\">");
    if (at > 1)
        out.raw("<a href=\"").text(address::reports_page(sought, at - 1)).raw("\">上一页</a>");
    out.raw("<span>第 ").number(std::int64_t(at)).raw(" 页，共 ");
    out.number(std::int64_t(pages)).raw(" 页</span>");
    if (at < pages)
        out.raw("<a href=\"").text(address::reports_page(sought, at + 1)).raw("\">下一页</a>");
    out.raw("</nav>");
}

std::size_t page_number(std::string_view text, std::size_t pages) {
    const auto number = Decimal::parse(text);
    if (!number || !number->is_whole() || *number < Decimal(1)) return 1;
    return std::size_t(std::min<std::int64_t>(number->whole(), std::int64_t(pages)));
}

}  // namespace

http::Response reports_page(const site::Services& services, site::Verdicts& verdicts,
                            const http::Request& request) {
    const auto sought = text::trim(request.query_value("q"));
    const auto all = services.library.list();
    const auto found = bodies(all, text::is_utf8(sought) ? sought : std::string_view());
    const std::size_t pages =
        std::max<std::size_t>(1, (found.size() + bodies_a_page - 1) / bodies_a_page);
    const std::size_t at = page_number(request.query_value("page"), pages);

    Page it;
    it.title = "政府信息公开工作年度报告";
    it.part = Part::Reports;
    it.address = address::reports;
    it.wide = true;
    auto& out = it.content;
    out.raw(
        "<h1>各机关的年度报告</h1><p "
        "class=\"lead\">县级以上政府部门每年1月31日前、县级以上地方政府每年3月31日前"
        "公布上一年度的政府信息公开工作年度报告（《政府信息公开条例》第四十九条）。"
        "点开一格，可以看到报告全文、程序读出的数据和检查结果。</p>");
    search(out, sought);
    if (found.empty()) {
        empty_state(out, sought);
    } else {
        std::int64_t count = 0;
        for (const Body& body : found)
            for (const auto& [year, reports] : body.years)
                count += std::int64_t(reports.size());
        out.raw("<p class=\"count\">").number(std::int64_t(found.size())).raw(" 个机关，");
        out.number(count).raw(" 份报告</p>");
        const std::span shown(found);
        const auto from = (at - 1) * bodies_a_page;
        matrix(out, verdicts, shown.subspan(from, std::min(bodies_a_page, shown.size() - from)));
        page_links(out, sought, at, pages);
    }
    return http::html_answer(200, page(it, site::preferences(request)));
}

}  // namespace gongkai::portal
