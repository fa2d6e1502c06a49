#pragma once

#include <string>
#include <vector>

#include "disclosure/repository.h"
#include "store/ledger/histories.h"

namespace gongkai::store {

class DocumentRepository : public RepositoryOf<disclosure::DocumentSubject, disclosure::Documents> {
public:
    DocumentRepository() : RepositoryOf("document") {}

    Result<disclosure::Document> find(const journal::View& view,
                                      const disclosure::DocumentKey& key) const override;
    Result<disclosure::Document> find_index(const journal::View& view, const journal::LogKey& log,
                                            const std::string& index_number) const override;
    std::vector<disclosure::Document> in_preparation(const journal::View& view,
                                                     const journal::LogKey& log) const override;
    Result<records::Page<disclosure::ListLine>> page(const journal::View& view,
                                                     const journal::LogKey& log,
                                                     const disclosure::ListDays& days,
                                                     const records::Ask& ask) const override;
    int next_index(const journal::View& view, const journal::LogKey& log, int year) const override;

    Result<disclosure::PublicPage> public_page(const journal::View& view,
                                               const journal::LogKey& log, const records::Ask& ask,
                                               const std::string& before) const override;
    disclosure::PublicCounts public_counts(const journal::View& view,
                                           const journal::LogKey& log) const override;
    std::string public_state(const journal::View& view, const journal::LogKey& log) const override;
    std::optional<disclosure::PublicRow> find_short(const journal::View& view,
                                                    const journal::LogKey& log,
                                                    const std::string& short_index) const override;
    std::optional<disclosure::PublicRow> find_public(const journal::View& view,
                                                     const journal::LogKey& log,
                                                     const std::string& subject) const override;
    std::vector<disclosure::PublicRow> interpreting(const journal::View& view,
                                                    const journal::LogKey& log,
                                                    const std::string& subject,
                                                    int most) const override;
    std::vector<disclosure::PublicRow> about_disclosure(const journal::View& view,
                                                        const journal::LogKey& log,
                                                        int most) const override;
    std::vector<disclosure::PublicRow> likely(const journal::View& view, const journal::LogKey& log,
                                              const std::vector<std::string>& pairs,
                                              int most) const override;
};

}  // namespace gongkai::store
