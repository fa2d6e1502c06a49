#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string_view>
#include <utility>
#include <vector>

#include "disclosure/public_view.h"
#include "disclosure/repository.h"

// What the public platform of a body (政府信息公开平台) shows. All of it went through PublicView.
namespace gongkai::desk {

// The documents in public on a day, the latest first.
struct Catalogue {
    std::vector<disclosure::PublicView> documents;

    // The one under an index number's last part, "2026-00014"; nullptr for any other.
    const disclosure::PublicView* find(std::string_view short_index) const;
    // Those that explain a document (政策解读).
    std::vector<const disclosure::PublicView*> interpreting(const disclosure::PublicView& it) const;
    // The one that an interpretation explains; nullptr where it is not public.
    const disclosure::PublicView* interpreted_by(const disclosure::PublicView& it) const;
};

// "2026-00014" of "11330302MB1234567X/2026-00014": what addresses name a document by.
std::string_view short_index(const disclosure::PublicView& it);

// Whose title, number, keywords or abstract has these signs, in whatever width or case.
bool speaks_of(const disclosure::PublicView& it, std::string_view words);

// At most so many documents that have most pairs of signs of a text in their title or number, the
// likeliest first: what somebody asks for may be public already (Reg. 36(1)).
std::vector<const disclosure::PublicView*> likely(const Catalogue& catalogue,
                                                  std::string_view wanted, std::size_t most);

// Catalogues, read once for each state of a body's journal and day. May be used by many threads.
class Catalogues {
public:
    Catalogues(journal::Ledger& ledger, const disclosure::Documents& documents)
        : ledger_(ledger), documents_(documents) {}

    std::shared_ptr<const Catalogue> of(const journal::LogKey& organ, Date today);

private:
    struct Kept {
        std::int64_t size = -1;  // of the journal when it was read
        Date day{};
        std::shared_ptr<const Catalogue> catalogue;
    };
    journal::Ledger& ledger_;
    const disclosure::Documents& documents_;
    std::mutex mutex_;
    std::map<std::pair<std::int64_t, std::int64_t>, Kept> kept_;  // by region and organ
};

}  // namespace gongkai::desk
