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
};

}  // namespace gongkai::store
