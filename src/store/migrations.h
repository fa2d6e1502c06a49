#pragma once

#include "store/database.h"

namespace gongkai::store {

// Brings the tables of a database to what this program needs, step by step, each in a transaction.
// The steps are the files of store/migrations/sqlite and store/migrations/postgres, numbered from
// 0001 without gaps, the same names in both; a released one is never changed. Several programs may
// begin at once. Throws StoreError where a newer program made the database: an older one would
// misread it.
void migrate(Database& database);

// Whether a replica is at the last step: only the server that it follows can be brought there.
// Throws StoreError where it is not.
void check_version(Database& replica);
// The number of the last step that a database has taken; 0 where it has taken none. Only reads.
int taken_version(Database& database);

// The number of the last step that this program knows.
int newest_version(Database::Engine engine);

}  // namespace gongkai::store
