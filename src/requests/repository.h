#pragma once

#include <functional>
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
    // All that were registered, by number, one after the other: what a report is compiled from.
    // `take` may not read through the view.
    virtual void each(const journal::View& view, const journal::LogKey& log,
                      const std::function<void(const Request&)>& take) const = 0;
    std::vector<Request> all(const journal::View& view, const journal::LogKey& log) const;
    // The number for the next request of a year: 2026-0001 for the first.
    virtual std::string next_number(const journal::View& view, const journal::LogKey& log,
                                    int year) const = 0;
};

}  // namespace gongkai::requests
