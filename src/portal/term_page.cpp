#include <algorithm>

#include "base/text.h"
#include "base/whole_number.h"
#include "law/account.h"
#include "law/clause.h"
#include "portal/layout.h"
#include "portal/month_table.h"
#include "portal/pages.h"
#include "site/addresses.h"

namespace gongkai::portal {

using law::regulation;
using writer::Html;

namespace {

constexpr int most_days = 100;
constexpr std::size_t longest_shown = 40;

struct Usual {
    int days;
    std::string_view what;
    law::Clause basis;
    std::string_view also;
    std::optional<law::Clause> also_basis;
};
constexpr Usual usual[] = {
    {20, "答复申请", regulation("33.2"), "公开新形成或者变更的信息", regulation("26")},
    {15, "第三方提出意见", regulation("32"), "共同制作的机关提出意见", regulation("34")},
    {7, "一次性告知补正", regulation("30"), {}, {}},
};

// What was typed, what it means, and what is wrong with it.
struct Asked {
    bool anything = false;
    std::string from_text, days_text;
    std::optional<Date> from;
    std::optional<int> days;
    std::string from_fault, days_fault;

    bool usual_days() const {
        return days_text.empty() || std::ranges::any_of(usual, [&](const Usual& it) {
                   return std::to_string(it.days) == days_text;
               });
    }
};

std::string typed(std::string_view text) {
    const auto trimmed = text::is_utf8(text) ? text::trim(text) : std::string_view("？");
    if (text::length(trimmed) <= longest_shown) return std::string(trimmed);
    return std::string(text::slice(trimmed, 0, longest_shown)) + "……";
}

void read_from(Asked& it) {
    it.from = parse_date(it.from_text);
    if (it.from_text.empty()) {
        it.from_fault = "请填写起算的日子，如收到申请的那一天。";
    } else if (!it.from) {
        it.from_fault = "“" + it.from_text + "”不是存在的日期，请写成 2025-01-15 这样的年-月-日。";
    } else if (const auto year = year_of(*it.from); year < 1950 || year > 2200) {
        it.from_fault = "请填写1950年至2200年之间的日子。";
    }
}

void read_days(Asked& it) {
    const auto& text = it.days_text;
    const int number = whole_number<int>(text).value_or(0);
    if (number >= 1 && number <= most_days) {
        it.days = number;
        return;
    }
    it.days_fault = text.empty() ? "请选择或者填写多少个工作日。"
                                 : "“" + text + "”不能算，请填写1到" + std::to_string(most_days) +
                                       "之间的整数。";
}

Asked asked(const http::Request& request) {
    Asked it;
    it.from_text = typed(request.query_value("from"));
    it.days_text = typed(request.query_value("days"));
    it.anything = !it.from_text.empty() || !it.days_text.empty();
    if (it.days_text == "other") it.days_text = typed(request.query_value("other"));
    if (!it.anything) return it;
    read_from(it);
    read_days(it);
    return it;
}

void fault(Html& out, std::string_view text, writer::Markup id) {
    if (text.empty()) return;
    out.raw("<p class=\"fault\" id=\"")
        .raw(id)
        .raw("\"><b class=\"sr\">错误：</b>")
        .text(text)
        .raw("</p>");
}

void date_field(Html& out, const Asked& it) {
    out.raw("<div class=\"field\"><label for=\"from\">从哪天起算</label>")
        .raw(
            "<p class=\"help\" id=\"from-help\">收到申请、收到补正材料或者收到征求意见书的那一天。")
        .raw("当天不计，从第二天数起。</p>");
    fault(out, it.from_fault, "from-fault");
    out.raw("<input id=\"from\" name=\"from\" type=\"date\" min=\"1950-01-01\" max=\"2200-12-31\" ")
        .raw("required");
    if (it.from_fault.empty())
        out.raw(" aria-describedby=\"from-help\"");
    else
        out.raw(" aria-describedby=\"from-help from-fault\" aria-invalid=\"true\" autofocus");
    out.raw(" value=\"");
    if (it.from) out.text(iso(*it.from));
    out.raw("\"></div>");
}

void choice(Html& out, const Usual& it, bool chosen) {
    out.raw("<label class=\"choice\"><input type=\"radio\" name=\"days\" value=\"");
    out.number(it.days).raw("\"");
    if (chosen) out.raw(" checked");
    out.raw("><span><b>").number(it.days).raw("个工作日</b> <span class=\"help\">");
    out.text(it.what).raw("（").text(law::chinese(it.basis)).raw("）");
    if (it.also_basis)
        out.raw("、").text(it.also).raw("（").text(law::chinese(*it.also_basis)).raw("）");
    out.raw("</span></span></label>");
}

void days_field(Html& out, const Asked& it) {
    out.raw("<fieldset class=\"field\"><legend>多少个工作日</legend>");
    fault(out, it.days_fault, "days-fault");
    const std::string wanted = it.days_text.empty() ? "20" : it.days_text;
    for (const Usual& one : usual)
        choice(out, one, std::to_string(one.days) == wanted);
    out.raw("<div class=\"choice\"><input type=\"radio\" id=\"other-days\" name=\"days\" ")
        .raw("value=\"other\"");
    if (!it.usual_days()) out.raw(" checked");
    out.raw("><span><label for=\"other-days\"><b>其他</b></label> ")
        .raw("<input class=\"number\" name=\"other\" type=\"text\" inputmode=\"numeric\" ")
        .raw("maxlength=\"3\" aria-label=\"其他天数\"");
    if (!it.days_fault.empty()) out.raw(" aria-invalid=\"true\" aria-describedby=\"days-fault\"");
    out.raw(" value=\"");
    if (!it.usual_days()) out.text(it.days_text);
    out.raw("\"> 个工作日</span></div></fieldset>");
}

void form(Html& out, const Asked& it) {
    out.raw("<form class=\"term-form\" method=\"get\" action=\"")
        .text(address::term)
        .raw("\" novalidate>");
    date_field(out, it);
    days_field(out, it);
    out.raw("<button class=\"button large\" type=\"submit\">计算期限</button></form>");
}

void result(Html& out, const law::Calendar& calendar, const Asked& it) {
    const auto account = law::account(calendar, *it.from, *it.days);
    out.raw("<p class=\"summary\" role=\"status\">").text(account.result).raw("</p>");
    counted_days(out, calendar, *it.from, account);
    out.raw("<p class=\"actions\"><button class=\"button quiet\" type=\"button\" data-print ")
        .raw("hidden>打印本页</button></p>");
}

void notes(Html& out, const law::Calendar& calendar) {
    out.raw("<section class=\"explain\"><h2>怎样算</h2><ul><li>起算的当天不计；周末和放假不计，")
        .raw("调休上班的周末计入；最后一日总是工作日。</li><li>征求第三方和其他机关意见所需的时间")
        .raw("不计算在答复期限内（")
        .text(law::chinese(regulation("33.3")))
        .raw("），这里没有扣除。</li><li>放假安排照国务院办公厅每年的通知，收有")
        .number(calendar.notices().front().year)
        .raw("年至")
        .number(calendar.notices().back().year)
        .raw("年；民族自治地方自己规定的假日不在内。</li></ul></section>");
}

}  // namespace

http::Response term_page(const site::Services& services, const http::Request& request) {
    const Asked it = asked(request);
    const bool counts = it.anything && it.from_fault.empty() && it.days_fault.empty();
    Page shown;
    shown.part = Part::Term;
    shown.address = address::term;
    if (counts) shown.address += "?from=" + iso(*it.from) + "&days=" + std::to_string(*it.days);
    shown.title = it.anything && !counts ? "请修改 - 期限计算" : "期限计算";
    auto& out = shown.content;
    out.raw("<h1>期限计算</h1>");
    if (!counts) out.raw("<p class=\"lead\">从一天起若干个工作日，最后一日是哪天。</p>");
    out.raw("<div class=\"term\"><div>");
    if (counts) {
        result(out, services.calendar, it);
        out.raw("</div><div><div class=\"again\"><h2>再算一次</h2>");
    }
    form(out, it);
    out.raw("</div>");
    notes(out, services.calendar);
    if (counts) out.raw("</div>");
    out.raw("</div>");
    const int status = it.anything && !counts ? 422 : 200;
    return http::html_answer(status, page(shown, site::preferences(request)));
}

}  // namespace gongkai::portal
