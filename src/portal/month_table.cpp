#include "portal/month_table.h"

#include <algorithm>
#include <span>

namespace gongkai::portal {

using law::DayKind;
using std::chrono::days;
using std::chrono::year_month;
using std::chrono::year_month_day;
using writer::Html;

namespace {

struct Drawing {
    const law::Calendar& calendar;
    Date start;
    std::span<const law::TraceDay> days;

    Date last() const { return days.empty() ? start : days.back().day; }
    // Nothing for a day outside the term.
    const law::TraceDay* of(Date day) const {
        return day > start && day <= last() ? &days[std::size_t((day - start).count() - 1)]
                                            : nullptr;
    }
    // A working day that is left out for an opinion that was asked (Reg. 33(3)).
    bool is_paused(Date day) const {
        const auto* it = of(day);
        return it && it->paused && calendar.is_working_day(day);
    }
    // 0 where the day does not count, or lies outside the term.
    int number(Date day) const {
        const auto* it = of(day);
        return it ? it->number : 0;
    }
};

Date first_of(year_month month) { return Date{month / 1}; }
int in_week(Date day) { return int(std::chrono::weekday{day}.iso_encoding()) - 1; }  // Monday is 0

void mark(Html& out, DayKind kind) {
    if (kind == DayKind::MakeUp) out.raw("<b class=\"tag work\">班</b>");
    if (kind == DayKind::Holiday) out.raw("<b class=\"tag off\">休</b>");
}

void one_day(Html& out, const Drawing& it, Date day) {
    const int number = it.number(day);
    const DayKind kind = it.calendar.kind(day);
    const bool end = number && day == it.last();
    out.raw("<td class=\"day");
    if (number) out.raw(" counted");
    if (end) out.raw(" end");
    if (day == it.start) out.raw(" start");
    if (day < it.start || day > it.last()) out.raw(" outside");
    if (it.is_paused(day)) out.raw(" paused");
    if (!it.calendar.is_working_day(day)) out.raw(" free");
    out.raw("\"><time datetime=\"").text(iso(day)).raw("\">");
    out.number(unsigned(year_month_day{day}.day())).raw("</time>");
    mark(out, kind);
    out.raw("<span class=\"sign\">");
    if (day == it.start)
        out.raw("起算日");
    else if (number)
        out.raw("第").number(number).raw("日");
    else if (it.is_paused(day))
        out.raw("扣除");
    out.raw("</span>");
    if (end) out.raw("<b class=\"sign\">届满</b>");
    out.raw("</td>");
}

void one_month(Html& out, const Drawing& it, year_month month) {
    const Date first = first_of(month), end = first_of(month + std::chrono::months{1});
    out.raw("<table class=\"month\"><caption>").number(int(month.year())).raw("年");
    out.number(unsigned(month.month())).raw("月");
    if (!it.calendar.known(first)) out.raw(" <span class=\"quiet\">（未收放假安排）</span>");
    out.raw("</caption><thead><tr>");
    for (const auto* name : {"一", "二", "三", "四", "五", "六", "日"})
        out.raw("<th scope=\"col\"><span class=\"sr\">星期</span>").text(name).raw("</th>");
    out.raw("</tr></thead><tbody><tr>");
    for (int i = 0; i < in_week(first); ++i)
        out.raw("<td></td>");
    for (Date day = first; day < end; day += days{1}) {
        if (day > first && in_week(day) == 0) out.raw("</tr><tr>");
        one_day(out, it, day);
    }
    for (int i = in_week(end); i > 0 && i < 7; ++i)
        out.raw("<td></td>");
    out.raw("</tr></tbody></table>");
}

void month_tables(Html& out, const law::Calendar& calendar, Date start,
                  std::span<const law::TraceDay> trace) {
    const Drawing it{calendar, start, trace};
    const year_month_day from{start}, to{it.last()};
    out.raw("<div class=\"months\">");
    for (auto month = from.year() / from.month(); month <= to.year() / to.month();
         month += std::chrono::months{1})
        one_month(out, it, month);
    out.raw("</div>");
    if (std::ranges::any_of(trace, [](const law::TraceDay& day) { return day.paused; }))
        out.raw("<p class=\"help\">写有“扣除”的日子在征求意见，不计算在期限内。</p>");
}

void month_legend(Html& out) {
    out.raw("<ul class=\"month-legend\" aria-label=\"图例\">")
        .raw("<li><span class=\"key counted\">第1日</span> 计入的工作日</li>")
        .raw("<li><b class=\"tag off\">休</b> 放假，不计</li>")
        .raw("<li><b class=\"tag work\">班</b> 调休上班，计入</li>")
        .raw("<li>没有编号的日子不计</li>")
        .raw("<li><span class=\"key counted end\">届满</span> 最后一日</li></ul>");
}

}  // namespace

void counted_days(Html& out, const law::Calendar& calendar, Date start,
                  const law::Account& account) {
    for (const auto& warning : account.warnings)
        out.raw("<p class=\"caution\"><b>注意：</b>").text(warning).raw("</p>");
    out.raw("<ul class=\"steps\">");
    for (const auto& step : account.steps)
        out.raw("<li>").text(step).raw("</li>");
    out.raw("</ul>");
    month_tables(out, calendar, start, account.days);
    month_legend(out);
}

}  // namespace gongkai::portal
