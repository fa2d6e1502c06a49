#pragma once

#include <string>
#include <string_view>

#include "journal/ledger.h"

namespace gongkai::store {

// The number for the next subject of a year, such as 2026-0014, of a projected table whose rows are
// never removed and whose subjects are the prefix and that number: request/2026-0013.
std::string next_serial_number(const journal::View& view, const journal::LogKey& log,
                               std::string_view table, std::string_view subject_prefix, int year);

// The last number of a series, such as "request/2026-" or "organ/", that had been handed out before
// the log was set back (store/checkpoint/continuity.h); 0 mostly. No number up to it is given
// again.
std::int64_t handed_out(const journal::View& view, const journal::LogKey& log,
                        std::string_view series);

}  // namespace gongkai::store
