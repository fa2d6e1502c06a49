#pragma once

#include <string>
#include <vector>

#include "interaction/proposal_repository.h"
#include "store/ledger/histories.h"

namespace gongkai::store {

class ProposalRepository
    : public RepositoryOf<interaction::proposals::Subject, interaction::proposals::Repository> {
public:
    ProposalRepository() : RepositoryOf("proposal") {}

    using Listed = interaction::proposals::Listed;
    using ListedAnswer = interaction::proposals::ListedAnswer;

    Result<records::Page<Listed>> page(const journal::View& view, const journal::LogKey& log,
                                       const records::Ask& ask, Date today) const override;
    Result<records::Page<ListedAnswer>> answers(const journal::View& view,
                                                const journal::LogKey& log,
                                                const records::Ask& ask) const override;
    std::vector<std::string> public_sessions(const journal::View& view,
                                             const journal::LogKey& log) const override;
    void until_year(const journal::View& view, const journal::LogKey& log, int year,
                    const Take& take) const override;
    bool has(const journal::View& view, const journal::LogKey& log,
             const interaction::proposals::Register& assignment) const override;
};

}  // namespace gongkai::store
