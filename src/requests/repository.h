#pragma once

#include <vector>

#include "base/result.h"
#include "journal/ledger.h"
#include "requests/request.h"

namespace gongkai::requests {

// Where requests are found. What is not there is a refusal; a store that cannot be reached throws.
class Repository {
public:
    virtual ~Repository() = default;

    virtual Result<Request> find(const journal::View& view, const RequestKey& key) const = 0;
    // All that are neither answered nor ended, by number.
    virtual std::vector<Request> open(const journal::View& view,
                                      const journal::LogKey& log) const = 0;
    // All that were registered, by number: what a report is compiled from.
    virtual std::vector<Request> all(const journal::View& view,
                                     const journal::LogKey& log) const = 0;
    // The number for the next request of a year: 2026-0001 for the first.
    virtual std::string next_number(const journal::View& view, const journal::LogKey& log,
                                    int year) const = 0;
};

}  // namespace gongkai::requests
