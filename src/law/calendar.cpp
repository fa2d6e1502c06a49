#include "law/calendar.h"

#include <algorithm>

namespace gongkai::law {

using namespace std::chrono;

namespace {

Date new_year(int number) { return Date{year{number} / January / 1}; }

Error refused(const std::string& code, std::string message) {
    return {ErrorKind::Invalid, "calendar." + code, std::move(message)};
}

// Weeks of Monday to Friday, numbered from the one of 1 January 1970.
struct WeekDay {
    std::int64_t week;
    std::int64_t day;  // Monday is 0
};

WeekDay split(std::int64_t number, std::int64_t length) {
    const auto week = number / length - (number % length < 0);
    return {week, number - week * length};
}

WeekDay week_day(Date day) {
    constexpr Date monday{days{-3}};
    return split((day - monday).count(), 7);
}

bool is_weekend(Date day) { return week_day(day).day > 4; }

// The ordinal of a day as if there were no notices.
std::int64_t plain_ordinal(Date day) {
    const auto [week, in_week] = week_day(day);
    return week * 5 + std::min<std::int64_t>(in_week, 4);
}

Date plain_day_of(std::int64_t ordinal) {
    const auto [week, in_week] = split(ordinal, 5);
    return Date{days{-3 + week * 7 + in_week}};
}

Status check(const std::vector<Notice>& notices) {
    std::vector<Date> off, work;
    for (std::size_t i = 0; i < notices.size(); ++i) {
        const Notice& it = notices[i];
        if (i && it.year == notices[i - 1].year)
            return refused("year-twice", std::to_string(it.year) + "年的放假安排有两份");
        for (const auto* days : {&it.off, &it.work})
            for (const Date day : *days)
                if (year_of(day) < it.year - 1 || year_of(day) > it.year + 1)
                    return refused("other-year", std::to_string(it.year) + "年的放假安排里有" +
                                                     chinese(day) + "，不属于这一年前后");
        off.insert(off.end(), it.off.begin(), it.off.end());
        work.insert(work.end(), it.work.begin(), it.work.end());
    }
    std::ranges::sort(off);
    for (const Date day : work)
        if (std::ranges::binary_search(off, day))
            return refused("off-and-work", chinese(day) + "既列为放假，又列为上班");
    return Done{};
}

}  // namespace

std::string_view word(DayKind kind) {
    switch (kind) {
        case DayKind::Working: return "工作日";
        case DayKind::Weekend: return "周末";
        case DayKind::Holiday: return "放假";
        case DayKind::MakeUp: return "调休上班";
    }
    return {};
}

Result<Calendar> Calendar::from_notices(std::vector<Notice> notices) {
    if (notices.empty()) return refused("empty", "没有放假安排");
    std::ranges::sort(notices, {}, &Notice::year);
    if (notices.front().year < 1950 || notices.back().year > 2200)
        return refused("year", "放假安排的年份应在1950年至2200年之间");
    GK_CHECK(check(notices));

    Calendar calendar;
    calendar.first_ = new_year(notices.front().year - 1);
    const Date end = new_year(notices.back().year + 2);
    for (Date day = calendar.first_; day < end; day += days{1})
        calendar.kinds_.push_back(is_weekend(day) ? DayKind::Weekend : DayKind::Working);
    const auto at = [&](Date day) -> DayKind& {
        return calendar.kinds_[std::size_t((day - calendar.first_).count())];
    };
    for (const Notice& it : notices) {
        for (const Date day : it.off)
            at(day) = DayKind::Holiday;
        for (const Date day : it.work)
            if (is_weekend(day)) at(day) = DayKind::MakeUp;
        calendar.version_ +=
            (calendar.version_.empty() ? "" : ",") + std::to_string(it.year) + "/" + it.version;
    }
    calendar.notices_ = std::move(notices);
    calendar.number_days();
    return calendar;
}

Result<Calendar> Calendar::with_days_off(std::span<const Date> off,
                                         std::string_view version) const {
    Calendar calendar = *this;
    for (const Date day : off) {
        if (!known(day)) return refused("unknown-year", chinese(day) + "所在年份还没有放假安排");
        calendar.kinds_[std::size_t((day - first_).count())] = DayKind::Holiday;
    }
    calendar.version_ += "+" + std::string(version);
    calendar.number_days();
    return calendar;
}

void Calendar::number_days() {
    ordinals_.clear();
    working_.clear();
    std::int64_t ordinal = plain_ordinal(first_ - days{1});
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
        if (kinds_[i] == DayKind::Working || kinds_[i] == DayKind::MakeUp) {
            ++ordinal;
            working_.push_back(first_ + days{i});
        }
        ordinals_.push_back(ordinal);
    }
}

bool Calendar::is_working_day(Date day) const {
    const DayKind it = kind(day);
    return it == DayKind::Working || it == DayKind::MakeUp;
}

DayKind Calendar::kind(Date day) const {
    const auto at = (day - first_).count();
    if (at >= 0 && at < std::int64_t(kinds_.size())) return kinds_[std::size_t(at)];
    return is_weekend(day) ? DayKind::Weekend : DayKind::Working;
}

bool Calendar::known(Date day) const {
    return std::ranges::binary_search(notices_, year_of(day), {}, &Notice::year);
}

std::int64_t Calendar::ordinal(Date day) const {
    const auto at = (day - first_).count();
    if (at < 0) return plain_ordinal(day);
    if (at < std::int64_t(ordinals_.size())) return ordinals_[std::size_t(at)];
    const Date last = first_ + days{std::int64_t(ordinals_.size()) - 1};
    return ordinals_.back() + plain_ordinal(day) - plain_ordinal(last);
}

Date Calendar::day_of(std::int64_t ordinal) const {
    const Date last = first_ + days{std::int64_t(ordinals_.size()) - 1};
    const auto before = plain_ordinal(first_ - days{1});
    if (ordinal <= before) return plain_day_of(ordinal);
    if (ordinal <= ordinals_.back()) return working_[std::size_t(ordinal - before - 1)];
    return plain_day_of(plain_ordinal(last) + ordinal - ordinals_.back());
}

}  // namespace gongkai::law
