#pragma once

#include <string>
#include <vector>

#include "disclosure/repository.h"
#include "store/ledger/histories.h"

namespace gongkai::store {

class DocumentRepository : public RepositoryOf<disclosure::DocumentSubject, disclosure::Documents> {
public:
    DocumentRepository() : RepositoryOf("document") {}

    Result<disclosure::Document> find_index(const journal::View& view, const journal::LogKey& log,
                                            const std::string& index_number) const override;
    std::vector<disclosure::Document> in_preparation(const journal::View& view,
                                                     const journal::LogKey& log) const override;
    std::vector<disclosure::Document> published(const journal::View& view,
                                                const journal::LogKey& log,
                                                const disclosure::Choice& choice,
                                                const disclosure::Page& page) const override;
    Result<records::Page<disclosure::ListLine>> page(const journal::View& view,
                                                     const journal::LogKey& log,
                                                     const disclosure::ListDays& days,
                                                     const records::Ask& ask) const override;
    int next_index(const journal::View& view, const journal::LogKey& log, int year) const override;
};

}  // namespace gongkai::store
