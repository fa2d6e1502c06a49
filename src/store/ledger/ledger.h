#pragma once

#include <functional>

#include "journal/ledger.h"
#include "store/database.h"
#include "store/ledger/gate.h"
#include "store/ledger/projection_rules.h"
#include "store/ledger/vault.h"

namespace gongkai::store {

// The journal on a database: entries, tree heads, sealed data and projections, all written in one
// transaction a change.
class Ledger : public journal::Ledger {
public:
    // Projects by the calendar that the program carries.
    Ledger(Database& database, const VaultKey& key);
    // By an office's own, whose calendar outlives the ledger. Changes are refused as the gate says,
    // if there is one.
    Ledger(Database& database, const VaultKey& key, const ProjectionRules& rules,
           const Gate* gate = nullptr)
        : database_(database), key_(key), rules_(rules), gate_(gate) {}

    void look(const std::function<void(const journal::View&)>& work) const override;
    Status change(const journal::Signature& by, const journal::LogKey& log,
                  const std::function<Status(journal::Change&)>& work) override;

private:
    Database& database_;
    VaultKey key_;
    ProjectionRules rules_;
    const Gate* gate_ = nullptr;
};

// For the repositories of this folder: the connection behind a view that a Ledger has given.
Connection& connection_of(const journal::View& view);
// And the digest by which a sealed person of that name is found: names.h.
std::string name_digest_of(const journal::View& view, const journal::LogKey& log,
                           std::string_view name);

}  // namespace gongkai::store
