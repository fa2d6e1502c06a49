#pragma once

#include <vector>

#include "requests/repository.h"
#include "store/ledger/histories.h"

namespace gongkai::store {

class RequestRepository : public RepositoryOf<requests::Subject, requests::Repository> {
public:
    RequestRepository() : RepositoryOf("request") {}

    std::vector<requests::Request> open(const journal::View& view,
                                        const journal::LogKey& log) const override;
    Result<records::Page<requests::ListLine>> page(const journal::View& view,
                                                   const journal::LogKey& log,
                                                   const requests::ListDays& days,
                                                   const records::Ask& ask) const override;
    std::vector<records::GroupCount> groups(const journal::View& view, const journal::LogKey& log,
                                            const requests::ListDays& days) const override;
};

}  // namespace gongkai::store
