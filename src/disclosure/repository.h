#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "disclosure/document.h"
#include "disclosure/list_line.h"
#include "disclosure/public_list.h"
#include "disclosure/register.h"
#include "journal/ledger.h"
#include "records/listing.h"
#include "records/repository.h"

namespace gongkai::disclosure {

// What the groups of the list are measured by: today, and the last day that counts as soon.
struct ListDays {
    Date today{}, soon{};
};

// find() opens what is sealed of a document: the words of its drafts, the grounds of its reviews.
// each() and all() leave it sealed and empty; what was published is in the clear for all.
class Documents : public records::Repository<DocumentSubject>, public PublicDocuments {
public:
    // The one that was published under an index number; refusal document.not-found.
    virtual Result<Document> find_index(const journal::View& view, const journal::LogKey& log,
                                        const std::string& index_number) const = 0;
    // Those with a text in preparation, by number.
    virtual std::vector<Document> in_preparation(const journal::View& view,
                                                 const journal::LogKey& log) const = 0;
    // A page of the office's own list, as of a day and the last one that is soon. Groups:
    // in_preparation, public, and of what is to be done: duties, review, publish, overdue,
    // due_soon. `q` finds part of a title, number or index number, sealed ones too; the lines have
    // them sealed still: reveal(). Refusals: those of lists (records/listing.h).
    virtual Result<records::Page<ListLine>> page(const journal::View& view,
                                                 const journal::LogKey& log, const ListDays& days,
                                                 const records::Ask& ask) const = 0;
    // The serial number of the next index number of a year: 1 for the first.
    virtual int next_index(const journal::View& view, const journal::LogKey& log,
                           int year) const = 0;
};

using RegisterSums = std::array<Decimal, count_of<RegisterKind>>;

class Registers : public records::Repository<registers::Subject> {
public:
    // All lines of a year, also annulled ones, by number.
    virtual std::vector<RegisterLine> of_year(const journal::View& view, const journal::LogKey& log,
                                              int year) const = 0;
    // A page of all lines, the last entered first unless asked otherwise; of this page alone the
    // acts are read. Refusals: those of lists (records/listing.h).
    virtual Result<records::Page<RegisterLine>> page(const journal::View& view,
                                                     const journal::LogKey& log,
                                                     const records::Ask& ask) const = 0;
    // The sums of a year that table two counts, without annulled lines.
    virtual RegisterSums sums(const journal::View& view, const journal::LogKey& log,
                              int year) const = 0;
};

}  // namespace gongkai::disclosure
