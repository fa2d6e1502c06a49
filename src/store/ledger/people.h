#pragma once

#include "organs/account_acts.h"
#include "organs/organ_acts.h"
#include "store/ledger/histories.h"

namespace gongkai::store {

class Bodies : public RepositoryOf<organs::bodies::Subject, organs::Repository> {
public:
    Bodies();

    Result<organs::Organ> current(const journal::View& view,
                                  const journal::LogKey& key) const override;
    std::vector<std::int64_t> regions(const journal::View& view) const override;
    std::vector<organs::Organ> all(const journal::View& view, std::int64_t region) const override;
    std::vector<organs::Organ> ended(const journal::View& view, std::int64_t region,
                                     Date before) const override;
    Result<records::Page<organs::Organ>> page(const journal::View& view, std::int64_t region,
                                              const records::Ask& ask,
                                              const organs::Chosen& chosen) const override;
    std::string next_number(const journal::View& view, const journal::LogKey& log,
                            int year) const override;
};

class AccountBook : public RepositoryOf<organs::accounts::Subject, organs::Accounts> {
public:
    AccountBook();

    Result<organs::Account> current(const journal::View& view, std::int64_t region,
                                    const std::string& id) const override;
    std::optional<organs::Account> by_login(const journal::View& view,
                                            const std::string& login) const override;
    std::vector<organs::Account> all(const journal::View& view, std::int64_t region) const override;
    Result<records::Page<organs::Account>> page(const journal::View& view, std::int64_t region,
                                                const records::Ask& ask) const override;
    std::string next_number(const journal::View& view, const journal::LogKey& log,
                            int year) const override;
};

// 12 of "organ/12". Throws StoreError for a subject without a number.
std::int64_t number_of(std::string_view subject);

}  // namespace gongkai::store
