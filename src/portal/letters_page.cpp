#include <algorithm>

#include "base/text.h"
#include "desk/mailbox_name.h"
#include "desk/message_desk.h"
#include "portal/document_list.h"
#include "portal/form_field.h"
#include "portal/platform.h"
#include "portal/platform_pages.h"
#include "site/addresses.h"
#include "site/grounds.h"
#include "site/guard.h"

// 互动交流 of a body: the letters that it has answered in public, one of them, and the figures of
// a year. Nothing but public letters comes in here.
namespace gongkai::portal {

using http::Request;
using http::Response;
using interaction::PublicLetter;
using writer::Html;
using namespace interaction::messages;

namespace {

void crumbs(Html& out, const organs::Organ& organ, bool below) {
    out.raw("<p class=\"crumbs\"><a href=\"").text(address::front).raw("\">首页</a> › <a href=\"");
    out.text(address::platform(organ.key)).raw("\">").text(organ.name).raw("</a> › ");
    if (below)
        out.raw("<a href=\"").text(address::letters(organ.key)).raw("\">互动交流</a></p>");
    else
        out.raw("互动交流</p>");
}

void doors(Html& out, const journal::LogKey& organ) {
    out.raw("<p class=\"actions\"><a class=\"button\" href=\"").text(address::write(organ));
    out.raw("\">我要写信</a> <a class=\"button quiet\" href=\"").text(address::letter_track(organ));
    out.raw("\">查询办理情况</a> <a class=\"button quiet\" href=\"");
    out.text(address::letter_figures(organ)).raw("\">办理统计</a></p>");
}

// The kinds as links, with what is sought kept.
void kinds(Html& out, const journal::LogKey& organ, const Request& request) {
    const auto sought = request.query_value("q"), chosen = request.query_value("matter");
    const auto entry = [&](std::string_view value, std::string_view name) {
        out.raw("<li><a href=\"").text(address::letters(organ)).raw("?q=");
        out.text(http::encoded(sought)).raw("&matter=").text(value).raw("\"");
        if (value == chosen) out.raw(" aria-current=\"true\"");
        out.raw(">").text(name).raw("</a></li>");
    };
    out.raw("<nav class=\"side\" aria-label=\"类别\"><h2>类别</h2><ul class=\"tree\">");
    entry("", "全部");
    for (const Word& word : words_of<Matter>)
        if (word.name != name(Matter::Report)) entry(word.name, word.chinese);
    out.raw("</ul></nav>");
}

void finder(Html& out, const journal::LogKey& organ, const Request& request) {
    out.raw("<form class=\"search finder\" method=\"get\" role=\"search\" action=\"")
        .text(address::letters(organ))
        .raw("\"><label for=\"q\">检索来信答复</label><input id=\"q\" name=\"q\" ")
        .raw("type=\"search\" value=\"")
        .text(request.query_value("q"))
        .raw("\"><button class=\"button\" type=\"submit\">检索</button></form>");
}

// What an address says of the list; what cannot be read narrows nothing.
records::Ask asked(const Request& request) {
    records::Ask ask;
    const auto words = request.query_value("q");
    if (text::is_utf8(words)) ask.search = text::trim(words);
    if (const auto matter = named<Matter>(request.query_value("matter")))
        ask.filters.push_back({"matter", std::string(name(*matter))});
    ask.after = request.query_value("after");
    ask.limit = 20;
    return ask;
}

// The page behind a place, of the same list.
std::string page_behind(const journal::LogKey& organ, const records::Ask& ask,
                        const std::string& next) {
    std::string all = address::letters(organ) + "?q=" + http::encoded(ask.search);
    for (const auto& filter : ask.filters)
        all += "&" + filter.name + "=" + http::encoded(filter.value);
    return all + "&after=" + http::encoded(next);
}

void next_page(Html& out, const std::string& address) {
    out.raw("<nav class=\"pages\" aria-label=\"分页\"><a href=\"").text(address);
    out.raw("\">下一页</a></nav>");
}

void nothing(Html& out, const records::Ask& ask) {
    out.raw("<div class=\"empty\"><p>");
    if (ask.search.empty() && ask.filters.empty())
        out.raw("本单位还没有选登来信答复。");
    else
        out.raw("没有符合条件的公开答复。");
    out.raw("来信答复经审核后选登，未公开的，来信人可凭编号和查询码查询。</p></div>");
}

void lines(Html& out, const journal::LogKey& organ, const records::Page<ListedLetter>& page) {
    if (page.rows.empty()) return;
    out.raw("<p class=\"count\">共").number(page.count.number);
    out.raw("条");
    if (page.count.more) out.raw("以上");
    out.raw("，按公开日期倒序排列</p><ul class=\"documents\">");
    for (const ListedLetter& it : page.rows) {
        out.raw("<li><p class=\"title\"><a href=\"").text(address::letter(organ, it.number));
        out.raw("\">").text(it.title).raw("</a></p><p class=\"about\"><span>");
        out.text(chinese(it.matter)).raw("</span> <time datetime=\"");
        out.text(iso(it.published_on)).raw("\">").text(chinese(it.published_on));
        out.raw("公开</time>");
        if (it.is_outdated) out.raw(" <span>本件已重新办理</span>");
        out.raw("</p></li>");
    }
    out.raw("</ul>");
}

Response letters(const site::Services& services, const organs::Organ& organ,
                 const Request& request) {
    auto ask = asked(request);
    auto page = services.desks->messages.letters().page(organ.key, ask);
    // A cursor that is broken begins at the beginning.
    if (!page.ok()) {
        ask.after.clear();
        page = services.desks->messages.letters().page(organ.key, ask);
    }
    if (!page.ok()) return refused_page(page.error(), request);
    auto shown =
        platform_page(services, organ, Column::Home, "互动交流", address::letters(organ.key));
    shown.wide = true;
    auto& out = shown.content;
    crumbs(out, organ, false);
    out.raw("<h1>互动交流</h1>");
    doors(out, organ.key);
    finder(out, organ.key, request);
    out.raw("<div class=\"platform\">");
    kinds(out, organ.key, request);
    out.raw("<div><h2>来信答复选登</h2>");
    const auto& [rows, next, count, groups, searched] = page.value();
    if (rows.empty() && searched == 0) nothing(out, ask);
    lines(out, organ.key, page.value());
    const auto behind = page_behind(organ.key, ask, next);
    searched_so_far(out, searched, !rows.empty(), behind);
    if (!next.empty() && searched == 0) next_page(out, behind);
    out.raw("</div></div>");
    return answer(200, shown, request);
}

void row(Html& out, std::string_view name, std::string_view value) {
    out.raw("<div><dt>").text(name).raw("</dt><dd>").text(value).raw("</dd></div>");
}

Response letter(const site::Services& services, const organs::Organ& organ,
                const Request& request) {
    const std::string number(request.parameter("number"));
    const auto found = services.desks->messages.letters().one({organ.key, number}, today(services));
    if (!found.ok())
        return missing_page(services, organ, found.error(), "来信答复选登",
                            address::letters(organ.key), request);
    const PublicLetter& it = found.value();
    auto shown = platform_page(services, organ, Column::Home, it.text().title,
                               address::letter(organ.key, number));
    shown.article = Article{iso(it.published_on()), organ.name};
    auto& out = shown.content;
    crumbs(out, organ, true);
    out.raw("<article><h1>").text(it.text().title).raw("</h1><dl class=\"answers\">");
    row(out, "来源", desk::source_name(it.source(), organ));
    row(out, "类别", chinese(it.matter()));
    row(out, "来信日期", chinese(it.received_on()));
    if (it.replied_on()) row(out, "答复日期", chinese(*it.replied_on()));
    row(out, "公开日期", chinese(it.published_on()));
    out.raw("</dl>");
    if (it.is_outdated())
        out.raw("<p class=\"caution\"><b>本件已重新办理：</b>下面的答复作出以后，本单位又重新办理")
            .raw("了这件来信，答复可能已经改变，请以重新办理后的答复为准。</p>");
    out.raw("<h2>来信内容</h2><p class=\"lines\">").text(it.text().question);
    out.raw("</p><h2>答复内容</h2><p class=\"lines\">").text(it.text().answer);
    out.raw("</p><p class=\"quiet\">来信内容经改写，已去除个人信息。</p></article>");
    return answer(200, shown, request);
}

void figure(Html& out, std::int64_t number) {
    out.raw("<td class=\"num\">").number(number).raw("</td>");
}

void month_row(Html& out, const MonthFigures& it) {
    out.raw("<tr><th scope=\"row\" class=\"num\">").number(it.month).raw("月</th>");
    figure(out, it.received);
    figure(out, it.closed);
    figure(out, it.in_time);
    figure(out, it.late);
    figure(out, it.without_answer);
    for (const auto& [part, whole] : {std::pair{it.in_time, it.in_time + it.late},
                                      {it.solved, it.asked_solved},
                                      {it.satisfied, it.asked_satisfied}})
        out.raw("<td class=\"num\">").text(rate(part, whole)).raw("</td>");
    out.raw("</tr>");
}

// Heads of figures stand over their figures.
void figures_table(Html& out, const std::vector<MonthFigures>& months) {
    out.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"各月统计\">")
        .raw("<table class=\"plain\"><thead><tr>")
        .raw("<th scope=\"col\" class=\"num\">月份</th>");
    for (const std::string_view head : {"收到（件）", "办结（件）", "按期答复（件）", "逾期（件）",
                                        "不要求答复、直接办结（件）", "响应率", "解决率", "满意率"})
        out.raw("<th scope=\"col\" class=\"num\">").text(head).raw("</th>");
    out.raw("</tr></thead><tbody>");
    for (const MonthFigures& it : months)
        month_row(out, it);
    out.raw("</tbody></table></div><p class=\"help\">响应率：当月收到、应由本单位答复的来信中，")
        .raw("已经答复或者已经到期的，按期答复所占的比例；还没有到期的不计。逾期：超过期限才答复、")
        .raw(
            "转办或者告知不予受理的，以及超过期限还没有答复的。解决率、满意率：当月回访并作出评价的"
            "来信中，已解决、满意和基本满意的")
        .raw("比例。“无”表示当月没有可以计算的来信。</p>");
}

// The months that have come, where anything came or was closed in that year.
std::vector<MonthFigures> months_of(const site::Services& services, const journal::LogKey& organ,
                                    int year, Date now) {
    if (year > year_of(now)) return {};
    auto months = services.desks->messages.letters().months(organ, year, now);
    const auto is_to_come = [&](const MonthFigures& it) {
        return year == year_of(now) &&
               it.month > int(unsigned(std::chrono::year_month_day{now}.month()));
    };
    std::erase_if(months, is_to_come);
    const auto is_blank = [](const MonthFigures& it) {
        return it.received == 0 && it.closed == 0 && it.asked_solved == 0 &&
               it.asked_satisfied == 0;
    };
    return std::ranges::all_of(months, is_blank) ? std::vector<MonthFigures>{} : months;
}

void year_link(Html& out, const journal::LogKey& organ, int year) {
    out.raw("<a href=\"").text(address::letter_figures(organ, year)).raw("\">");
    out.number(year).raw("年</a>");
}

// Where there is nothing: which year was asked for, and where there may be something.
Response no_figures(const site::Services& services, const organs::Organ& organ,
                    const std::string& year, int other, const Request& request) {
    auto shown = platform_page(services, organ, Column::Home, "来信办理统计",
                               address::letter_figures(organ.key));
    auto& out = shown.content;
    crumbs(out, organ, true);
    out.raw("<h1>来信办理统计</h1><div class=\"empty\"><p>");
    if (year.empty())
        out.raw("没有这个年度。");
    else
        out.text(year).raw("年没有来信办理的记录。");
    out.raw("</p></div><p class=\"pages\">");
    year_link(out, organ.key, other);
    out.raw("</p>");
    return answer(200, shown, request);
}

Response figures(const site::Services& services, const organs::Organ& organ,
                 const Request& request) {
    const Date now = today(services);
    const int this_year = year_of(now);
    const std::string asked(request.query_value("year"));
    const auto named = asked.empty() ? std::optional(this_year) : site::year_of_path(asked);
    if (!named) {
        const bool is_year =
            asked.size() == 4 && asked.find_first_not_of("0123456789") == asked.npos;
        return no_figures(services, organ, is_year ? asked : std::string(), this_year, request);
    }
    const int year = *named;
    const auto months = months_of(services, organ.key, year, now);
    if (months.empty())
        return no_figures(services, organ, std::to_string(year),
                          year == this_year ? year - 1 : this_year, request);
    auto shown =
        platform_page(services, organ, Column::Home, std::to_string(year) + "年来信办理统计",
                      address::letter_figures(organ.key, year));
    auto& out = shown.content;
    crumbs(out, organ, true);
    out.raw("<h1>").number(year).raw("年来信办理统计</h1><p class=\"lead\">截至");
    out.text(chinese(std::min(now, Date{std::chrono::year{year} / 12 / 31})))
        .raw("。包括12345热线、书记信箱、");
    out.text(desk::source_name(Source::HeadMailbox, organ)).raw("、网站留言和网站找错。</p>");
    figures_table(out, months);
    out.raw("<p class=\"pages\">");
    year_link(out, organ.key, year - 1);
    if (year < year_of(now)) year_link(out, organ.key, year + 1);
    out.raw("</p>");
    return answer(200, shown, request);
}

}  // namespace

std::vector<http::Route> letter_routes(const site::Services& services) {
    using Work = Response (*)(const site::Services&, const organs::Organ&, const Request&);
    const auto shared = [&services](std::string_view path, std::string_view title, Work work) {
        return body_route(services, "GET", path, title,
                          [&services, work](const organs::Organ& organ, const Request& request) {
                              return work(services, organ, request);
                          })
            .shared([&services](const Request& it) { return services.grounds->of_body(it); });
    };
    namespace pattern = address::pattern;
    return {shared(pattern::letters, "互动交流：来信答复选登", letters)
                .asking({{"q", "标题、问题、答复含这些字"},
                         {"matter", "类别"},
                         {"after", "前一页给的游标"}}),
            shared(pattern::letter, "一件公开的来信答复", letter),
            shared(pattern::letter_figures, "来信办理统计", figures).asking({{"year", "年度"}})};
}

}  // namespace gongkai::portal
