#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "journal/audit.h"
#include "store/database.h"
#include "store/ledger/vault.h"

// By what name a sealed person is found: beside the datum lies the HMAC of the name under a key of
// the vault, and goes with it. A whole name is found, no part of one, and whoever has the data
// without the key can neither read names nor try them.
namespace gongkai::store {

// Of a name as people write it: spaces, width and traditional signs make no difference. Not the
// same for two bodies. Empty for a name without signs.
std::string name_digest(const VaultKey& key, const journal::LogKey& log, std::string_view name);

// After an entry that may name a person: writes down the digest of the name, where the datum is
// there and holds one.
void note_name(Connection& connection, const VaultKey& key, const journal::Entry& entry);
void forget_name(Connection& connection, const journal::LogKey& log, const std::string& datum);

// Those of a log anew.
void rebuild_names(Connection& connection, const VaultKey& key, const journal::LogKey& log);

// Whether each is that of a datum that is still there.
std::vector<journal::LogFault> verify_names(Connection& connection, const VaultKey& key,
                                            const journal::LogKey& log);

}  // namespace gongkai::store
