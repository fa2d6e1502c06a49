#pragma once

#include <string>
#include <string_view>

#include "law/term.h"

namespace gongkai::law {

// A term with how it was counted, in words for a screen or a letter.
struct Account {
    Term term;
    std::vector<TraceDay> days;
    std::string result;                 // one sentence: the last day, or why there is none yet
    std::vector<std::string> steps;     // what was counted and what was not
    std::vector<std::string> warnings;  // where the notices do not reach
};

Account account(const Calendar& calendar, Date start, int working_days,
                std::span<const Pause> pauses = {});

// 星期二
std::string chinese_weekday(Date day);

}  // namespace gongkai::law
