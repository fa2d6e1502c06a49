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
    void each(const journal::View& view, const journal::LogKey& log,
              const std::function<void(const requests::Request&)>& take) const override;
    std::string next_number(const journal::View& view, const journal::LogKey& log,
                            int year) const override;
};

// The request that the entries of one subject tell of. Throws StoreError where one of them is no
// act that this program knows.
requests::Request request_of(const std::vector<journal::Entry>& entries);
// 2026-0003 of request/2026-0003.
std::string request_number(const std::string& subject);

}  // namespace gongkai::store
