#pragma once

#include <string>
#include <vector>

#include "organs/unit.h"
#include "store/ledger/histories.h"

namespace gongkai::store {

class UnitBook : public RepositoryOf<organs::units::Subject, organs::Units> {
public:
    UnitBook() : RepositoryOf("organ_unit") {}

    std::vector<organs::Unit> of_body(const journal::View& view,
                                      const journal::LogKey& body) const override;
    std::vector<organs::UnitMember> members(const journal::View& view,
                                            const journal::LogKey& body) const override;
    std::string next_number(const journal::View& view, const journal::LogKey& log,
                            int year) const override;
};

}  // namespace gongkai::store
