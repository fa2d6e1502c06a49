#pragma once

#include <string>
#include <vector>

#include "disclosure/repository.h"
#include "journal/entry.h"

namespace gongkai::store {

class RegisterRepository : public disclosure::Registers {
public:
    Result<disclosure::RegisterEntry> find(const journal::View& view,
                                           const disclosure::RegisterKey& key) const override;
    std::vector<disclosure::RegisterEntry> of_year(const journal::View& view,
                                                   const journal::LogKey& log,
                                                   int year) const override;
    std::string next_number(const journal::View& view, const journal::LogKey& log,
                            int year) const override;
};

// The line that the entries of one subject tell of. Throws StoreError where one of them is none
// that this program knows.
disclosure::RegisterEntry register_entry_of(const std::vector<journal::Entry>& entries);
// 2026-0003 of register/2026-0003.
std::string register_number(const std::string& subject);

}  // namespace gongkai::store
