#include "desk/platform.h"

#include <algorithm>

#include "base/text.h"

namespace gongkai::desk {

using disclosure::PublicCounts;
using disclosure::PublicPage;
using disclosure::PublicRow;
using disclosure::PublicView;
using journal::LogKey;
using journal::View;

namespace {

constexpr std::size_t most_wanted = 200;  // signs of a question that are looked at
constexpr int most_interpretations = 50;  // beside a document

}  // namespace

std::string_view short_index(const PublicView& it) {
    const std::string_view whole = it.index_number();
    const auto slash = whole.rfind('/');
    return slash == whole.npos ? whole : whole.substr(slash + 1);
}

Result<PublicPage> Catalogue::page(const LogKey& organ, const records::Ask& ask,
                                   const std::string& before) const {
    Result<PublicPage> page = PublicPage{};
    ledger_.look(
        [&](const View& view) { page = documents_.public_page(view, organ, ask, before); });
    return page;
}

Result<Catalogue::WholePage> Catalogue::whole_page(const LogKey& organ, const records::Ask& ask,
                                                   Date today) const {
    Result<WholePage> whole = WholePage{};
    ledger_.look([&](const View& view) {
        auto page = documents_.public_page(view, organ, ask, {});
        if (!page.ok()) {
            whole = page.error();
            return;
        }
        auto& [documents, rows, counts] = whole.value();
        rows = std::move(page.value());
        counts = documents_.public_counts(view, organ);
        for (const PublicRow& row : rows.rows)
            if (const auto document = documents_.find(view, row.key); document.ok())
                if (auto shown = PublicView::of(document.value(), today))
                    documents.push_back(std::move(*shown));
    });
    return whole;
}

std::string Catalogue::state(const LogKey& organ) const {
    std::string state;
    ledger_.look([&](const View& view) { state = documents_.public_state(view, organ); });
    return state;
}

PublicCounts Catalogue::counts(const LogKey& organ) const {
    PublicCounts counts;
    ledger_.look([&](const View& view) { counts = documents_.public_counts(view, organ); });
    return counts;
}

std::vector<PublicRow> Catalogue::rules(const LogKey& organ, int most) const {
    std::vector<PublicRow> rows;
    ledger_.look([&](const View& view) { rows = documents_.about_disclosure(view, organ, most); });
    return rows;
}

std::optional<Catalogue::Shown> Catalogue::find(const LogKey& organ, std::string_view short_index,
                                                Date today) const {
    std::optional<Shown> found;
    if (!text::is_utf8(short_index)) return found;
    ledger_.look([&](const View& view) {
        const auto row = documents_.find_short(view, organ, std::string(short_index));
        if (!row) return;
        const auto document = documents_.find(view, row->key);
        if (!document.ok()) return;
        auto shown = PublicView::of(document.value(), today);
        if (!shown) return;
        found = Shown{std::move(*shown), {}, {}};
        if (!row->interprets.empty())
            found->interprets = documents_.find_public(view, organ, row->interprets);
        found->interpreted_by =
            documents_.interpreting(view, organ, records::subject(row->key), most_interpretations);
    });
    return found;
}

std::vector<PublicRow> Catalogue::likely(const LogKey& organ, std::string_view wanted,
                                         int most) const {
    const auto seen = text::slice(wanted, 0, std::min(text::length(wanted), most_wanted));
    const auto pairs = disclosure::sign_pairs(text::fold(seen));
    std::vector<PublicRow> rows;
    ledger_.look([&](const View& view) { rows = documents_.likely(view, organ, pairs, most); });
    return rows;
}

}  // namespace gongkai::desk
