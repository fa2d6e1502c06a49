#pragma once

#include "law/account.h"
#include "writer/html.h"

namespace gongkai::portal {

// How a term was counted: what to beware of, the steps, and its months as tables, each day with its
// number or why it does not count, told by words and shapes and not by colour alone.
void counted_days(writer::Html& out, const law::Calendar& calendar, Date start,
                  const law::Account& account);

}  // namespace gongkai::portal
