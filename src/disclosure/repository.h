#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "disclosure/document.h"
#include "disclosure/register.h"
#include "journal/ledger.h"
#include "records/repository.h"

namespace gongkai::disclosure {

// Part of a list, so that no list has to be read whole.
struct Page {
    int first = 0;
    int count = 20;
};

// Which public documents; what is empty does not choose.
struct Choice {
    std::optional<Kind> kind;
    std::optional<SubjectClass> subject_class;
    std::optional<int> year;  // of publication
};

// Where documents are found. What is not there is a refusal; a store that cannot be reached throws.
class Documents {
public:
    virtual ~Documents() = default;

    // Refusal document.not-found.
    virtual Result<Document> find(const journal::View& view, const DocumentKey& key) const = 0;
    // The one that was published under an index number; refusal document.not-found.
    virtual Result<Document> find_index(const journal::View& view, const journal::LogKey& log,
                                        const std::string& index_number) const = 0;
    // All that were drafted, by number.
    virtual std::vector<Document> all(const journal::View& view,
                                      const journal::LogKey& log) const = 0;
    // Those with a text in preparation, by number.
    virtual std::vector<Document> in_preparation(const journal::View& view,
                                                 const journal::LogKey& log) const = 0;
    // Those in public, the latest first. Whoever shows them asks PublicView::of().
    virtual std::vector<Document> published(const journal::View& view, const journal::LogKey& log,
                                            const Choice& choice, const Page& page) const = 0;
    // The number for the next document of a year: 2026-0001 for the first.
    virtual std::string next_number(const journal::View& view, const journal::LogKey& log,
                                    int year) const = 0;
    // The serial number of the next index number of a year: 1 for the first.
    virtual int next_index(const journal::View& view, const journal::LogKey& log,
                           int year) const = 0;
};

class Registers : public records::Repository<registers::Subject> {
public:
    // All lines of a year, also annulled ones, by number.
    virtual std::vector<RegisterLine> of_year(const journal::View& view, const journal::LogKey& log,
                                              int year) const = 0;
};

}  // namespace gongkai::disclosure
