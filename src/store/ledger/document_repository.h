#pragma once

#include <string>
#include <vector>

#include "disclosure/repository.h"
#include "journal/entry.h"
#include "store/database.h"

namespace gongkai::store {

class DocumentRepository : public disclosure::Documents {
public:
    Result<disclosure::Document> find(const journal::View& view,
                                      const disclosure::DocumentKey& key) const override;
    Result<disclosure::Document> find_index(const journal::View& view, const journal::LogKey& log,
                                            const std::string& index_number) const override;
    std::vector<disclosure::Document> all(const journal::View& view,
                                          const journal::LogKey& log) const override;
    std::vector<disclosure::Document> in_preparation(const journal::View& view,
                                                     const journal::LogKey& log) const override;
    std::vector<disclosure::Document> published(const journal::View& view,
                                                const journal::LogKey& log,
                                                const disclosure::Choice& choice,
                                                const disclosure::Page& page) const override;
    std::string next_number(const journal::View& view, const journal::LogKey& log,
                            int year) const override;
    int next_index(const journal::View& view, const journal::LogKey& log, int year) const override;
};

// The document that the entries of one subject tell of. Throws StoreError where one of them is no
// act that this program knows.
disclosure::Document document_of(const std::vector<journal::Entry>& entries);

}  // namespace gongkai::store
