#include "portal/clock_view.h"

#include <cstdlib>

#include "law/account.h"
#include "portal/month_table.h"
#include "portal/platform.h"

namespace gongkai::portal {

using requests::Clock;
using requests::ClockState;
using writer::Html;

namespace {

void left(Html& out, const law::Calendar& calendar, Date today, Date due) {
    const int days = law::working_days(calendar, today, due);
    if (days > 0)
        out.raw("还剩 ").number(days).raw(" 个工作日");
    else if (today == due)
        out.raw("今天到期");
    else
        out.raw("已超期 ").number(std::abs(days)).raw(" 个工作日");
}

void in_words(Html& out, const Clock& clock, const law::Calendar& calendar, Date today) {
    switch (clock.state) {
        case ClockState::Met: out.raw("已按期答复"); return;
        case ClockState::MetLate: out.raw("已答复，超过了期限"); return;
        case ClockState::Stopped: out.raw("答复期限停止计算，补正或者缴费之后重新计算"); return;
        case ClockState::Closed: out.raw("已终结，不再计算答复期限"); return;
        case ClockState::Paused: out.raw("征求意见期间，答复期限暂停计算"); break;
        default: break;
    }
    if (!clock.due) return;
    if (clock.state == ClockState::Paused) out.raw("；");
    out.raw("应于").text(day_and_weekday(*clock.due)).raw("前答复，<span class=\"left\">");
    left(out, calendar, today, *clock.due);
    out.raw("</span>");
}

void count(Html& out, const law::Calendar& calendar, Date start, int days,
           std::span<const law::Pause> pauses) {
    const auto account = law::account(calendar, start, days, pauses);
    out.raw("<details class=\"count-days\"><summary>逐日看怎样计算</summary><p>");
    out.text(account.result).raw("</p>");
    counted_days(out, calendar, start, account);
    out.raw("</details>");
}

}  // namespace

void clock_view(Html& out, const Clock& clock, const law::Calendar& calendar, Date today) {
    const bool late = clock.state == ClockState::Overdue || clock.state == ClockState::MetLate;
    out.raw("<div class=\"clock");
    if (late) out.raw(" late");
    out.raw("\"><p class=\"summary\">");
    in_words(out, clock, calendar, today);
    out.raw("</p>");
    if (clock.days > 0 && clock.state != ClockState::Stopped)
        count(out, calendar, clock.start, clock.days, clock.pauses);
    out.raw("</div>");
}

void supposed_clock(Html& out, const law::Calendar& calendar, Date start) {
    const auto term = law::term(calendar, start, requests::answer_days);
    out.raw("<div class=\"clock\"><p class=\"summary\">如果今天就确认，应于");
    if (term.last_day) out.text(day_and_weekday(*term.last_day));
    out.raw("前答复</p>");
    count(out, calendar, start, requests::answer_days, {});
    out.raw("</div>");
}

}  // namespace gongkai::portal
