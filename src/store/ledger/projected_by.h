#pragma once

#include "store/database.h"
#include "store/ledger/projection_rules.h"
#include "store/ledger/vault.h"

namespace gongkai::store {

// By the calendar that the program carries and the usual settings: for tools and tests that have no
// office with its own.
const ProjectionRules& carried_rules();

// Projected rows hold days that the calendar gives, and a migration may have added columns. Where
// they were made by other rules than these, or by an older program, makes those of all logs anew,
// in one transaction, so that no list shows a day by last year's notice. Costs one row read where
// nothing changed. To be called before the ledger is used with other rules than before.
void keep_projected_by(Database& database, const VaultKey& key, const ProjectionRules& rules);

}  // namespace gongkai::store
