#pragma once

#include "store/database.h"

namespace gongkai::store {

// Makes the projected rows anew of the logs that a migration has named in `log_to_project`, log by
// log, each in a transaction: a program that is stopped meanwhile goes on when it begins again.
void project_anew(Database& database);

}  // namespace gongkai::store
