#pragma once

#include "requests/clock.h"
#include "writer/html.h"

namespace gongkai::portal {

// When the answer is due, in one line with what is left of the time, which opens to the count day
// by day with its pauses.
void clock_view(writer::Html& out, const requests::Clock& clock, const law::Calendar& calendar,
                Date today);

// The same for a term that has not begun: what it would be if it began on a day.
void supposed_clock(writer::Html& out, const law::Calendar& calendar, Date start);

}  // namespace gongkai::portal
