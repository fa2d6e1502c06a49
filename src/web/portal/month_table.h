#pragma once

#include <span>

#include "law/term.h"
#include "writer/html.h"

namespace gongkai::web::portal {

// The months of a term as tables: each day with its number or why it does not count, told by
// words and shapes and not by colour alone.
void month_tables(writer::Html& out, const law::Calendar& calendar, Date start,
                  std::span<const law::TraceDay> days);

// What the words and shapes mean.
void month_legend(writer::Html& out);

}  // namespace gongkai::web::portal
