#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "store/database.h"

// Citus (an extension of PostgreSQL) spreads tables over machines by a column: here always by the
// region, so that what is done for a body touches one machine.
namespace gongkai::store {

// The statements that distribute every table of the database that is not yet, one each: the small list of regions
// stands whole on each machine, all else lies with its region.
std::vector<std::string> distribution_of(Database& database);

// Runs them in one transaction. Refusal store.no-citus where the database is SQLite or has no such
// extension.
Status distribute(Database& database);

}  // namespace gongkai::store
