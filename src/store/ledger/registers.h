#pragma once

#include <vector>

#include "disclosure/repository.h"
#include "store/ledger/histories.h"

namespace gongkai::store {

class RegisterRepository
    : public RepositoryOf<disclosure::registers::Subject, disclosure::Registers> {
public:
    RegisterRepository() : RepositoryOf("register_line") {}

    std::vector<disclosure::RegisterLine> of_year(const journal::View& view,
                                                  const journal::LogKey& log,
                                                  int year) const override;
    Result<records::Page<disclosure::RegisterLine>> page(const journal::View& view,
                                                         const journal::LogKey& log,
                                                         const records::Ask& ask) const override;
    disclosure::RegisterSums sums(const journal::View& view, const journal::LogKey& log,
                                  int year) const override;
};

}  // namespace gongkai::store
