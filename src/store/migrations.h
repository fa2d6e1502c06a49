#pragma once

#include "store/database.h"

namespace gongkai::store {

// Brings the tables of a database to what this program needs, step by step, each in a transaction.
// Throws StoreError where the database was made by a newer program: an older one would misread it.
void migrate(Database& database);

// The number of the last step that this program knows.
int newest_version();

}  // namespace gongkai::store
