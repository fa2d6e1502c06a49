#pragma once

#include <functional>

#include "journal/ledger.h"
#include "store/database.h"
#include "store/ledger/vault.h"

namespace gongkai::store {

// The journal on a database: entries, tree heads, sealed data and projections, all written in one
// transaction a change.
class Ledger : public journal::Ledger {
public:
    Ledger(Database& database, const VaultKey& key) : database_(database), key_(key) {}

    void look(const std::function<void(const journal::View&)>& work) const override;
    Status change(const journal::Signature& by, const journal::LogKey& log,
                  const std::function<Status(journal::Change&)>& work) override;

private:
    Database& database_;
    VaultKey key_;
};

// For the repositories of this folder: the connection behind a view that a Ledger has given.
Connection& connection_of(const journal::View& view);

}  // namespace gongkai::store
