#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "disclosure/public_list.h"
#include "disclosure/repository.h"
#include "journal/ledger.h"

namespace gongkai::desk {

// What the public platform of a body (政府信息公开平台) shows of its documents. All of it went
// through PublicView; a page costs what it shows, however many documents there are.
class Catalogue {
public:
    Catalogue(const journal::Ledger& ledger, const disclosure::Documents& documents)
        : ledger_(ledger), documents_(documents) {}

    // A page of the list; with `before` the one that ends there. Refusals: list.filter,
    // list.cursor.
    Result<disclosure::PublicPage> page(const journal::LogKey& organ, const records::Ask& ask,
                                        const std::string& before) const;
    // The same with the documents themselves, for those who tell all of each.
    struct WholePage {
        std::vector<disclosure::PublicView> documents;
        disclosure::PublicPage page;
        disclosure::PublicCounts counts;
    };
    Result<WholePage> whole_page(const journal::LogKey& organ, const records::Ask& ask,
                                 Date today) const;
    // Another text once anything is shown otherwise than before, but for the day.
    std::string state(const journal::LogKey& organ) const;
    disclosure::PublicCounts counts(const journal::LogKey& organ) const;
    // The latest on disclosure itself (政府信息公开制度).
    std::vector<disclosure::PublicRow> rules(const journal::LogKey& organ, int most) const;

    // One document with those that explain it (政策解读), and the one that it explains.
    struct Shown {
        disclosure::PublicView view;
        std::optional<disclosure::PublicRow> interprets;
        std::vector<disclosure::PublicRow> interpreted_by;
    };
    // By the last part of its index number, "2026-00014"; nothing for any other.
    std::optional<Shown> find(const journal::LogKey& organ, std::string_view short_index,
                              Date today) const;

    // At most so many documents that have most pairs of signs of a text in their title, number or
    // keywords, the likeliest first: what somebody asks for may be public already (Reg. 36(1)).
    std::vector<disclosure::PublicRow> likely(const journal::LogKey& organ, std::string_view wanted,
                                              int most) const;

private:
    const journal::Ledger& ledger_;
    const disclosure::Documents& documents_;
};

// "2026-00014" of "11330302MB1234567X/2026-00014": what addresses name a document by.
std::string_view short_index(const disclosure::PublicView& it);

}  // namespace gongkai::desk
