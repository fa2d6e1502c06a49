#pragma once

#include "organs/draft.h"
#include "store/database.h"
#include "store/ledger/vault.h"

namespace gongkai::store {

class Drafts : public organs::Drafts {
public:
    Drafts(Database& database, const VaultKey& key) : database_(database), key_(key) {}

    // Throws StoreError where the box does not open: another key, or a box of another place.
    std::optional<organs::Draft> find(const organs::DraftPlace& place) const override;
    std::vector<Begun> begun(const organs::DraftPlace& place) const override;
    std::int64_t count(std::int64_t region, const std::string& account) const override;
    bool put(const organs::DraftPlace& place, const organs::Draft& draft,
             std::optional<std::int64_t> seen) override;
    void drop(const organs::DraftPlace& place) override;
    void drop_all(std::int64_t region, const std::string& account) override;
    void drop_older(std::int64_t region, std::int64_t than) override;

private:
    Database& database_;
    const VaultKey& key_;
};

}  // namespace gongkai::store
