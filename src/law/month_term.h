#pragma once

#include "law/term.h"

namespace gongkai::law {

// The day that bears the same number `months` later; the last of the month where that month has
// none (《民法典》第二百零二条): 30 November and three months make 28 February. `months` is at
// least 1.
Date months_after(Date start, int months);

// A term of months (期限按月计算). The day of the event is not counted (《民法典》第二百零一条), so
// that the term ends on the day of the same number; where that is no working day, on the next one
// (第二百零三条: 法定休假日, which takes in days of rest). What falls in between does not matter.
Term month_term(const Calendar& calendar, Date start, int months);

}  // namespace gongkai::law
