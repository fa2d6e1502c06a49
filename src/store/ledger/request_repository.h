#pragma once

#include <vector>

#include "journal/entry.h"
#include "requests/repository.h"

namespace gongkai::store {

class RequestRepository : public requests::Repository {
public:
    Result<requests::Request> find(const journal::View& view,
                                   const requests::RequestKey& key) const override;
    std::vector<requests::Request> open(const journal::View& view,
                                        const journal::LogKey& log) const override;
    std::vector<requests::Request> all(const journal::View& view,
                                       const journal::LogKey& log) const override;
    std::string next_number(const journal::View& view, const journal::LogKey& log,
                            int year) const override;
};

// The request that the entries of one subject tell of. Throws StoreError where one of them is no
// act that this program knows.
requests::Request request_of(const std::vector<journal::Entry>& entries);

}  // namespace gongkai::store
