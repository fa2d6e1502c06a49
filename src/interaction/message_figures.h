#pragma once

#include <string>

#include "interaction/message_words.h"

namespace gongkai::interaction::messages {

// What a body publishes of a month (月度统计): 响应率, 解决率, 满意率 as practice has them. Counted
// are messages that were this body's to answer; what it refused, passed to others, sent back or
// took for a request for information is received, and no more, unless it did so after the term:
// then it is late. What was closed in time without an answer that nobody wished is named apart.
struct MonthFigures {
    int month = 0;
    int received = 0;                        // 收到
    int ours = 0;                            // of these, to be answered here
    int in_time = 0;                         // of these, answered in time
    int late = 0;                            // of these, not in time, be they answered or not
    int closed = 0;                          // 办结, whenever they were received
    int solved = 0, asked_solved = 0;        // of the call-backs of the month that had an answer
    int satisfied = 0, asked_satisfied = 0;  // 满意 and 基本满意
    int without_answer = 0;                  // 不要求答复, closed in time

    friend bool operator==(const MonthFigures&, const MonthFigures&) = default;
};

// A part in hundred with one decimal, such as 98.5%; “无” where there is nothing to count by: that
// is no zero.
std::string rate(int part, int whole);

// What came by one source in a year, for the annual report. What was received falls into ours (in
// time, late, or still running), without an answer, and the four ways to end it in time otherwise.
struct SourceFigures {
    Source source{};
    int received = 0, ours = 0, in_time = 0, late = 0;
    int closed = 0, closed_earlier = 0;  // in the year; of these, received before it
    int without_answer = 0, transferred = 0, returned = 0, refused = 0, handed_over = 0;

    friend bool operator==(const SourceFigures&, const SourceFigures&) = default;
};

}  // namespace gongkai::interaction::messages
