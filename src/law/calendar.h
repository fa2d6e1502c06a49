#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace gongkai::law {

// What the State Council's yearly notice (节假日安排通知) changes in the ordinary week.
struct Notice {
    int year;
    std::string version;     // of the last change, as a notice may be changed after its publication
    std::string source;      // as one cites it
    std::vector<Date> off;   // 放假
    std::vector<Date> work;  // 调休上班
};

enum class DayKind : std::uint8_t { Working, Weekend, Holiday, MakeUp };

// 工作日、周末、放假、调休上班
std::string_view word(DayKind kind);

// Knows the working days (工作日) of the years whose notices it was given, and counts them
// without walking: any number of clocks may ask.
//
// In other years it falls back on Monday to Friday; known() tells, and a term counted there is
// marked provisional.
class Calendar {
public:
    // Refuses a year twice, a day both off and worked, a day outside the year and its neighbours.
    static Result<Calendar> from_notices(std::vector<Notice> notices);

    // 《全国年节及纪念日放假办法》第四条: an ethnic area may have further days off.
    Result<Calendar> with_days_off(std::span<const Date> off, std::string_view version) const;

    bool is_working_day(Date day) const;
    DayKind kind(Date day) const;
    bool known(Date day) const;  // its year's notice is here

    // The versions of all notices: kept beside a date that was computed, tells whether to compute
    // it anew.
    const std::string& version() const { return version_; }
    const std::vector<Notice>& notices() const { return notices_; }  // oldest first

    // Working days are numbered through all time. ordinal() is the number of the last one up to
    // and including `day`, day_of() its inverse on working days.
    std::int64_t ordinal(Date day) const;
    Date day_of(std::int64_t ordinal) const;

private:
    void number_days();

    std::vector<Notice> notices_;
    std::string version_;
    Date first_{};  // the days from first_ on that `kinds_` holds, one for each
    std::vector<DayKind> kinds_;
    std::vector<std::int64_t> ordinals_;
    std::vector<Date> working_;  // the working days among them
};

}  // namespace gongkai::law
