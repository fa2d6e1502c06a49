#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "journal/ledger.h"
#include "records/history.h"

namespace gongkai::records {

// Where the histories of one kind of subject are found. What is not there is a refusal,
// <subject>.not-found; a store that cannot be reached throws. What lists of its own a subject has,
// its own repository adds.
template <class Subject>
class Repository {
public:
    using Take = std::function<void(const History<Subject>&)>;

    virtual ~Repository() = default;

    virtual Result<History<Subject>> find(const journal::View& view,
                                          const Key<Subject>& key) const = 0;
    // All of a body, by number, one after the other. `take` may not read through the view.
    virtual void each(const journal::View& view, const journal::LogKey& log,
                      const Take& take) const = 0;
    // The number for the next one of a year: 2026-0001 for the first.
    virtual std::string next_number(const journal::View& view, const journal::LogKey& log,
                                    int year) const = 0;

    std::vector<History<Subject>> all(const journal::View& view, const journal::LogKey& log) const {
        std::vector<History<Subject>> all;
        each(view, log, [&](const History<Subject>& each_one) { all.push_back(each_one); });
        return all;
    }
};

}  // namespace gongkai::records
