#pragma once

#include <cstdint>

#include "store/database.h"

namespace gongkai::store {

// Writes down that something lies in a region. What goes over all regions goes over those, so that
// each of its parts touches the rows of one (design: no statement spans regions).
void note_region(Connection& connection, std::int64_t region);

}  // namespace gongkai::store
