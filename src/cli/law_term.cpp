#include "cli/law_term.h"

#include <algorithm>
#include <ostream>

#include "base/whole_number.h"
#include "cli/exit_status.h"
#include "files/holiday_files.h"
#include "law/account.h"

namespace gongkai::cli {

namespace {

constexpr int most_working_days = 1000;

struct Question {
    Date from;
    int working_days = 0;
    std::vector<law::Pause> pauses;
};

Error wrong(std::string message) { return {ErrorKind::Invalid, "law.term", std::move(message)}; }

Result<Date> date(std::string_view option, std::string_view text) {
    const auto day = parse_date(text);
    const auto year = day ? year_of(*day) : 0;
    if (year >= 1950 && year <= 2200) return *day;
    return wrong(
        std::string(option) + "：“" + std::string(text) +
        (day ? "”不在1950年至2200年之间" : "”不是存在的日期，请写成 2025-01-15 这样的年-月-日"));
}

Result<law::Pause> pause(std::string_view text) {
    const auto dots = text.find("..");
    if (dots == text.npos)
        return wrong("--pause：“" + std::string(text) +
                     "”应写成 开始日..结束日，还没有结束的写成 开始日..");
    GK_TRY(from, date("--pause", text.substr(0, dots)));
    const auto rest = text.substr(dots + 2);
    if (rest.empty()) return law::Pause{from, {}};
    GK_TRY(to, date("--pause", rest));
    if (to < from) return wrong("--pause：“" + std::string(text) + "”的结束日早于开始日");
    return law::Pause{from, to};
}

Result<Question> question(const LawTermOptions& options) {
    Question it;
    GK_TRY(from, date("--from", options.from));
    it.from = from;
    const auto& text = options.working_days;
    it.working_days = whole_number<int>(text).value_or(0);
    if (it.working_days < 1 || it.working_days > most_working_days)
        return wrong("--working-days：“" + text + "”应是1到" + std::to_string(most_working_days) +
                     "的整数");
    for (const auto& typed : options.pauses) {
        GK_TRY(one, pause(typed));
        it.pauses.push_back(one);
    }
    return it;
}

void print_trace(std::span<const law::TraceDay> days, std::ostream& out) {
    for (const law::TraceDay& it : days) {
        out << iso(it.day) << "  " << law::chinese_weekday(it.day) << "  " << law::word(it.kind);
        if (it.number)
            out << "  第" << it.number << "日";
        else
            out << (it.paused ? "  不计（扣除）" : "  不计");
        out << '\n';
    }
}

}  // namespace

int law_term(const LawTermOptions& options, std::ostream& out, std::ostream& err) {
    const auto asked = question(options);
    if (!asked.ok()) {
        err << asked.error().message << '\n';
        return wrong_usage;
    }
    const auto calendar = files::load_calendar(options.holidays);
    if (!calendar.ok()) {
        err << calendar.error().message << '\n';
        return unreadable;
    }
    const auto& [from, working_days, pauses] = asked.value();
    const auto account = law::account(calendar.value(), from, working_days, pauses);
    out << (account.term.last_day ? iso(*account.term.last_day) : "未定") << '\n'
        << account.result << '\n';
    for (const auto& step : account.steps)
        out << "  " << step << '\n';
    for (const auto& warning : account.warnings)
        out << "  注意：" << warning << '\n';
    if (options.trace) print_trace(account.days, out);
    return clean;
}

}  // namespace gongkai::cli
