#pragma once

#include <memory>
#include <string>

#include "store/database.h"

namespace gongkai::store {

// A database of a PostgreSQL server, 15 or later, reached by at most so many connections at a
// time. `address` is postgresql://user:password@host:port/database. Throws StoreError where the
// server cannot be reached.
std::unique_ptr<Database> open_postgres(const std::string& address, int connections);

}  // namespace gongkai::store
