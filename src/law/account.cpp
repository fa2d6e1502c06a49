#include "law/account.h"

#include <algorithm>

namespace gongkai::law {

using std::chrono::days;
using std::chrono::year_month_day;

namespace {

// 1月28日, with the year where it is another than `beside`'s.
std::string short_date(Date day, Date beside) {
    const std::string text = chinese(day);
    return year_of(day) == year_of(beside) ? text.substr(text.find("年") + std::string("年").size())
                                           : text;
}

// 1月28日至2月4日、4月4日: days in order, neighbours together.
std::string listed(const std::vector<Date>& all, Date beside) {
    std::string text;
    for (std::size_t i = 0; i < all.size();) {
        std::size_t end = i;
        while (end + 1 < all.size() && all[end + 1] == all[end] + days{1})
            ++end;
        if (!text.empty()) text += "、";
        text += short_date(all[i], beside);
        if (end > i) text += "至" + short_date(all[end], beside);
        i = end + 1;
    }
    return text;
}

std::string counted(std::size_t number, std::string_view unit) {
    return std::to_string(number) + std::string(unit);
}

std::string result(const Term& term, std::span<const TraceDay> trace, Date start, int count,
                   std::span<const Pause> pauses) {
    const std::string length = counted(std::size_t(count), "个工作日");
    if (term.last_day)
        return "自" + chinese(start) + "起" + length + "，最后一日是" + chinese(*term.last_day) +
               "（" + chinese_weekday(*term.last_day) + "）。";
    const auto since =
        std::ranges::min(pauses, {}, [](const Pause& it) { return it.to ? Date::max() : it.from; });
    const auto done =
        std::ranges::count_if(trace, [](const TraceDay& it) { return it.number > 0; });
    return "自" + chinese(start) + "起" + length + "，最后一日未定：" + chinese(since.from) +
           "起扣除的时间还没有结束，已计" + counted(std::size_t(done), "个工作日") + "，还余" +
           counted(std::size_t(count - done), "个。");
}

std::vector<std::string> steps(std::span<const TraceDay> trace, Date start) {
    std::vector<Date> holidays, make_ups;
    std::size_t weekends = 0, paused = 0;
    for (const TraceDay& it : trace) {
        if (it.kind == DayKind::Holiday) holidays.push_back(it.day);
        if (it.kind == DayKind::Weekend) ++weekends;
        if (it.kind == DayKind::MakeUp && it.number) make_ups.push_back(it.day);
        if (it.paused && (it.kind == DayKind::Working || it.kind == DayKind::MakeUp)) ++paused;
    }
    std::vector<std::string> all = {chinese(start) + "当日不计，从次日起算。"};
    if (weekends) all.push_back("周末" + counted(weekends, "天，不计。"));
    if (!holidays.empty())
        all.push_back("放假" + counted(holidays.size(), "天，不计：") + listed(holidays, start) +
                      "。");
    if (!make_ups.empty())
        all.push_back("调休上班" + counted(make_ups.size(), "天，计入：") +
                      listed(make_ups, start) + "。");
    if (paused) all.push_back("扣除的时间里有" + counted(paused, "个工作日，不计。"));
    return all;
}

std::vector<std::string> warnings(const Calendar& calendar, const Account& it) {
    if (!it.term.provisional || it.days.empty()) return {};
    std::vector<std::string> all;
    const int first = calendar.notices().front().year, last = calendar.notices().back().year;
    if (year_of(it.days.front().day) < first)
        all.push_back("放假安排从" + std::to_string(first) +
                      "年收起，更早的日子按周末推算，可能与当时的安排不符。");
    if (year_of(it.days.back().day) > last || all.empty())
        all.emplace_back("超出已公布的放假安排，按周末推算，公布后可能变动。");
    return all;
}

}  // namespace

Account account(const Calendar& calendar, Date start, int working_days,
                std::span<const Pause> pauses) {
    Account it{term(calendar, start, working_days, pauses),
               trace(calendar, start, working_days, pauses),
               {},
               {},
               {}};
    it.result = result(it.term, it.days, start, working_days, pauses);
    it.steps = steps(it.days, start);
    it.warnings = warnings(calendar, it);
    return it;
}

std::string chinese_weekday(Date day) {
    constexpr std::string_view names[] = {"日", "一", "二", "三", "四", "五", "六"};
    return "星期" + std::string(names[std::chrono::weekday{day}.c_encoding()]);
}

}  // namespace gongkai::law
