#pragma once

#include <cstdint>
#include <map>

#include "journal/entry.h"
#include "store/database.h"

namespace gongkai::store {

// How many entries each log has, by its head.
std::map<journal::LogKey, std::int64_t> log_sizes(Connection& connection);

}  // namespace gongkai::store
