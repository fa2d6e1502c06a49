#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "disclosure/public_view.h"
#include "journal/ledger.h"
#include "records/listing.h"

// The public lists of a body's documents. They are read from rows that were written when a document
// became public or changed, each out of its PublicView: a list costs what it shows.
namespace gongkai::disclosure {

// What lists show of a public document.
struct PublicRow {
    DocumentKey key;
    std::string short_index;  // 2026-00014, the last part of the index number
    std::string index_number;
    std::string title, document_number;
    Kind kind = Kind::Information;
    int subject_class = 0;
    Date formed_on{}, published_on{}, first_published_on{};
    std::optional<Ending> ending;
    int attachments = 0;
    std::string interprets;         // the subject of the document that it explains
    bool about_disclosure = false;  // a rule on disclosure itself (政府信息公开制度)

    friend bool operator==(const PublicRow&, const PublicRow&) = default;
};

// The one way to a row: what is not public has none.
PublicRow public_row(const PublicView& view);
std::string validity(const PublicRow& row, Date today);

// Folded, for searching: title, document number and keywords; and the abstract with them.
std::string folded_names(const PublicView& view);
std::string folded_text(const PublicView& view);
// The pairs of neighbouring signs of a folded text, each once: "公开制度" has 公开, 开制, 制度.
std::vector<std::string> sign_pairs(std::string_view folded);

// A page of the list, with the places at which the pages around it end and begin; empty: none.
struct PublicPage {
    std::vector<PublicRow> rows;
    records::Count count;  // of all that was asked for
    std::string before, after;
    int searched = 0;  // records::Page has what it says
};

// How many a body has in public, in all and of each kind, class and year of publication.
struct PublicCounts {
    records::Count all;
    std::map<Kind, records::Count> kinds;
    std::map<int, records::Count> classes, years;
};

class PublicDocuments {
public:
    virtual ~PublicDocuments() = default;

    // The latest first; filters kind, class and year (of publication), and a search. With `before`
    // the page that ends there. Refusals: list.filter, list.cursor.
    virtual Result<PublicPage> public_page(const journal::View& view, const journal::LogKey& log,
                                           const records::Ask& ask,
                                           const std::string& before) const = 0;
    virtual PublicCounts public_counts(const journal::View& view,
                                       const journal::LogKey& log) const = 0;
    // Another text once anything was recorded of the body or of the list of its region's bodies, or
    // the rows were made anew.
    virtual std::string public_state(const journal::View& view,
                                     const journal::LogKey& log) const = 0;
    // The one under the last part of an index number.
    virtual std::optional<PublicRow> find_short(const journal::View& view,
                                                const journal::LogKey& log,
                                                const std::string& short_index) const = 0;
    virtual std::optional<PublicRow> find_public(const journal::View& view,
                                                 const journal::LogKey& log,
                                                 const std::string& subject) const = 0;
    // Those that explain a document (政策解读), the latest first, at most so many.
    virtual std::vector<PublicRow> interpreting(const journal::View& view,
                                                const journal::LogKey& log,
                                                const std::string& subject, int most) const = 0;
    // The latest on disclosure itself, at most so many.
    virtual std::vector<PublicRow> about_disclosure(const journal::View& view,
                                                    const journal::LogKey& log, int most) const = 0;
    // At most so many whose title, number or keywords have most of these pairs of signs, the
    // likeliest first. Pairs that hundreds of documents have tell none of them from the others.
    virtual std::vector<PublicRow> likely(const journal::View& view, const journal::LogKey& log,
                                          const std::vector<std::string>& pairs,
                                          int most) const = 0;
};

}  // namespace gongkai::disclosure
