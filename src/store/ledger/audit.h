#pragma once

#include <memory>

#include "journal/audit.h"
#include "store/database.h"
#include "store/ledger/projection_rules.h"
#include "store/ledger/tree_nodes.h"
#include "store/ledger/vault.h"

namespace gongkai::store {

class Audit : public journal::Audit {
public:
    // Compares projected rows by the calendar that the program carries.
    Audit(Database& database, const VaultKey& key);
    Audit(Database& database, const VaultKey& key, const ProjectionRules& rules)
        : database_(database), key_(key), rules_(rules) {}

    std::vector<journal::KeptEntry> entries(const journal::LogKey& log,
                                            std::optional<std::int64_t> before,
                                            int count) const override;
    journal::Verification verify(const journal::LogKey& log) const override;
    Result<journal::InclusionProof> prove(const journal::LogKey& log, std::int64_t sequence,
                                          std::optional<std::int64_t> size) const override;

private:
    Database& database_;
    VaultKey key_;
    ProjectionRules rules_;
    std::shared_ptr<TreeNodes> nodes_ = std::make_shared<TreeNodes>();
};

}  // namespace gongkai::store
