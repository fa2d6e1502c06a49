#include <algorithm>
#include <map>
#include <set>

#include "base/decimal.h"
#include "base/quoted.h"
#include "base/text.h"
#include "base/whole_number.h"
#include "checks/version.h"
#include "desk/verdicts.h"
#include "portal/document_list.h"
#include "portal/layout.h"
#include "portal/marks.h"
#include "portal/pages.h"
#include "site/addresses.h"

namespace gongkai::portal {

using reports::BodyPlace;
using reports::Kept;
using reports::PlaceAsked;
using reports::Wanted;
using writer::Html;

namespace {

constexpr int bodies_a_page = 50;

// What the address asks for. What cannot be read narrows nothing; a wrong year is told.
struct Asked {
    Wanted wanted;
    PlaceAsked place;
    std::string wrong_year;
};

std::optional<std::int32_t> number_of(std::string_view digits) {
    const auto number = whole_number<std::int32_t>(digits);
    if (!number || *number < 0) return {};
    return number;
}

// A place is written as region and name: 330101.清河县教育局.
std::string written(const BodyPlace& place) {
    return std::to_string(place.region) + "." + place.organ;
}

std::optional<BodyPlace> place_named(std::string_view text) {
    const auto dot = text.find('.');
    if (dot == text.npos || !text::is_utf8(text)) return {};
    const auto region = number_of(text.substr(0, dot));
    if (!region) return {};
    return BodyPlace{std::string(text.substr(dot + 1)), *region};
}

Asked asked(const http::Request& request) {
    Asked it;
    it.place.limit = bodies_a_page;
    if (const auto name = request.query_value("q"); text::is_utf8(name))
        it.wanted.name = text::trim(name);
    it.wanted.region = number_of(request.query_value("region"));
    const auto year = text::trim(request.query_value("year"));
    if (const auto number = number_of(year); number && *number <= 9999 && year.size() == 4)
        it.wanted.year = *number;
    else if (!year.empty())
        it.wrong_year = year;
    it.place.before = place_named(request.query_value("before"));
    if (!it.place.before) it.place.after = place_named(request.query_value("after"));
    return it;
}

// A line of the list with what the rules say of it.
struct Line {
    Kept kept;
    checks::Tally verdict;
};

// A body's reports by year; several of one year where several files of it were imported.
struct Body {
    BodyPlace place;
    std::map<int, std::vector<Line>> years;
};

std::vector<Body> bodies(const site::Services& services, const reports::BodyPage& page) {
    const auto verdicts = desk::verdicts_of(services.library, page.reports);
    std::vector<Body> result;
    for (std::size_t i = 0; i < page.reports.size(); ++i) {
        const Kept& kept = page.reports[i].kept;
        const BodyPlace place{kept.organ, kept.region};
        if (result.empty() || result.back().place != place) result.push_back({place, {}});
        result.back().years[kept.year].push_back({kept, verdicts[i]});
    }
    return result;
}

void search(Html& out, const Wanted& wanted) {
    out.raw("<form class=\"search\" method=\"get\" action=\"")
        .text(address::reports)
        .raw("\" role=\"search\">")
        .raw("<label for=\"q\">机关名称</label><input id=\"q\" name=\"q\" type=\"search\" value=\"")
        .text(wanted.name)
        .raw("\"><label for=\"year\">年度</label><input id=\"year\" name=\"year\" size=\"6\" ")
        .raw("inputmode=\"numeric\" value=\"")
        .text(wanted.year ? std::to_string(*wanted.year) : std::string())
        .raw("\">");
    if (wanted.region)
        out.raw("<input type=\"hidden\" name=\"region\" value=\"")
            .number(*wanted.region)
            .raw("\">");
    out.raw("<button class=\"button\" type=\"submit\">检索报告</button></form>");
}

void report_link(Html& out, const Body& body, const Line& line) {
    const Kept& kept = line.kept;
    out.raw("<a class=\"report\" href=\"").text(address::report(std::int64_t(kept.id))).raw("\">");
    out.raw("<span class=\"sr\">")
        .text(body.place.organ)
        .raw("")
        .number(kept.year)
        .raw("年度报告：</span>");
    verdict(out, line.verdict);
    out.raw("</a>");
}

void matrix(Html& out, std::span<const Body> shown) {
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
        out.raw("<tr><th scope=\"row\">").text(body.place.organ).raw("</th>");
        for (const int year : years) {
            out.raw("<td>");
            const auto it = body.years.find(year);
            if (it == body.years.end()) {
                if (year) out.raw("<span class=\"quiet\">未收录</span>");
            } else {
                for (const Line& line : it->second)
                    report_link(out, body, line);
            }
            out.raw("</td>");
        }
        out.raw("</tr>");
    }
    out.raw("</tbody></table></div>");
}

void empty_state(Html& out, const Asked& asked) {
    const Wanted& wanted = asked.wanted;
    out.raw("<div class=\"empty\">");
    if (asked.place.after || asked.place.before)
        out.raw("<p>这一页没有报告了。</p><p><a href=\"")
            .text(address::reports_list(wanted, {}))
            .raw("\">回到第一页</a></p>");
    else if (wanted.name.empty() && !wanted.year && !wanted.region)
        out.raw(
               "<p>这里还没有年度报告。</p><p>各机关公布的年度报告在各机关专栏的“年报”里，请从<a "
               "href=\"")
            .text(address::front)
            .raw("\">首页</a>进入；您也可以先<a href=\"")
            .text(address::check)
            .raw("\">检查一份报告</a>。</p>");
    else if (wanted.name.empty())
        out.raw("<p>没有这样的报告。请换一个年度，或<a href=\"")
            .text(address::reports)
            .raw("\">查看全部机关</a>。</p>");
    else
        out.raw("<p>没有名称含“")
            .text(wanted.name)
            .text(wanted.year ? "”的机关这一年的报告" : "”的机关")
            .raw("。请换一个更短的词再试，或<a href=\"")
            .text(address::reports)
            .raw("\">查看全部机关</a>。</p>");
    out.raw("</div>");
}

void page_links(Html& out, const Asked& asked, const reports::BodyPage& page,
                const std::vector<Body>& shown) {
    if (!page.has_before && !page.has_after) return;
    const auto link = [&](std::string_view name, const BodyPlace& place) {
        return address::reports_list(asked.wanted,
                                     std::string(name) + "=" + http::encoded(written(place)));
    };
    out.raw("<nav class=\"pages\" aria-label=\"分页\">");
    if (page.has_before)
        out.raw("<a href=\"").text(link("before", shown.front().place)).raw("\">上一页</a>");
    if (page.has_after)
        out.raw("<a href=\"").text(link("after", shown.back().place)).raw("\">下一页</a>");
    out.raw("</nav>");
}

void counts(Html& out, const reports::Library::Counts& counts) {
    out.raw("<p class=\"count\">");
    count(out, counts.bodies);
    out.raw(" 个机关，");
    count(out, counts.reports);
    out.raw(" 份报告</p>");
}

}  // namespace

http::Response reports_page(const site::Services& services, const http::Request& request) {
    const Asked it_asks = asked(request);
    const auto found =
        services.library.bodies(it_asks.wanted, it_asks.place, checks::rules_version());
    const auto shown = bodies(services, found);

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
    search(out, it_asks.wanted);
    if (!it_asks.wrong_year.empty())
        out.raw("<p class=\"caution\" role=\"status\">没有看懂年度")
            .text(text::in_quotes(it_asks.wrong_year))
            .raw("，年度是四位数字，如 2024。下面是各年度的报告。</p>");
    if (shown.empty()) {
        empty_state(out, it_asks);
    } else {
        counts(out, services.library.count(it_asks.wanted));
        matrix(out, shown);
        page_links(out, it_asks, found, shown);
    }
    return http::html_answer(200, page(it, site::preferences(request)));
}

}  // namespace gongkai::portal
