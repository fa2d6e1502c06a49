#pragma once

#include <string>
#include <string_view>

#include "engines.h"

namespace gongkai::testing {

// Whether a text stands anywhere in what a copy of the store would hold: in the files of SQLite, in
// any row of any table of PostgreSQL.
bool holds_bytes(const Place& place, store::Database& database, std::string_view text);

}  // namespace gongkai::testing
