#include "desk/platform.h"

#include <algorithm>
#include <limits>
#include <set>

#include "base/text.h"

namespace gongkai::desk {

using disclosure::PublicView;

namespace {

constexpr std::size_t most_kept = 64;     // bodies
constexpr std::size_t most_wanted = 200;  // signs of a question that are looked at

using Pair = std::pair<char32_t, char32_t>;

std::set<Pair> pairs(std::u32string_view folded) {
    std::set<Pair> all;
    for (std::size_t i = 1; i < folded.size(); ++i)
        all.insert({folded[i - 1], folded[i]});
    return all;
}

std::u32string names(const PublicView& it) {
    auto folded = text::folded_points(it.title());
    text::append_folded(folded, it.document_number());
    for (const auto& word : it.keywords())
        text::append_folded(folded, word);
    return folded;
}

}  // namespace

std::string_view short_index(const PublicView& it) {
    const std::string_view whole = it.index_number();
    const auto slash = whole.rfind('/');
    return slash == whole.npos ? whole : whole.substr(slash + 1);
}

const PublicView* Catalogue::find(std::string_view wanted) const {
    const auto it = std::ranges::find(documents, wanted, short_index);
    return it == documents.end() ? nullptr : &*it;
}

std::vector<const PublicView*> Catalogue::interpreting(const PublicView& it) const {
    std::vector<const PublicView*> all;
    for (const PublicView& each : documents)
        if (each.interprets() == subject(it.key())) all.push_back(&each);
    return all;
}

const PublicView* Catalogue::interpreted_by(const PublicView& it) const {
    if (it.interprets().empty()) return nullptr;
    const auto found = std::ranges::find(
        documents, it.interprets(), [](const PublicView& each) { return subject(each.key()); });
    return found == documents.end() ? nullptr : &*found;
}

bool speaks_of(const PublicView& it, std::string_view words) {
    const auto wanted = text::folded_points(words);
    auto all = names(it);
    text::append_folded(all, it.abstract());
    return all.find(wanted) != all.npos;
}

std::vector<const PublicView*> likely(const Catalogue& catalogue, std::string_view wanted,
                                      std::size_t most) {
    const auto sought = pairs(
        text::folded_points(text::slice(wanted, 0, std::min(text::length(wanted), most_wanted))));
    std::vector<std::pair<std::size_t, const PublicView*>> found;
    for (const PublicView& it : catalogue.documents) {
        const auto there = pairs(names(it));
        const auto hits = std::size_t(
            std::ranges::count_if(sought, [&](const Pair& each) { return there.contains(each); }));
        if (hits >= 2 && hits * 2 >= sought.size()) found.emplace_back(hits, &it);
    }
    std::ranges::stable_sort(found, std::greater{},
                             &std::pair<std::size_t, const PublicView*>::first);
    std::vector<const PublicView*> all;
    for (const auto& [hits, it] : found)
        if (all.size() < most) all.push_back(it);
    return all;
}

std::shared_ptr<const Catalogue> Catalogues::of(const journal::LogKey& organ, Date today) {
    std::shared_ptr<const Catalogue> result;
    ledger_.look([&](const journal::View& view) {
        const auto size = view.head(organ).size;
        {
            const std::scoped_lock lock(mutex_);
            const auto it = kept_.find({organ.region, organ.organ});
            if (it != kept_.end() && it->second.size == size && it->second.day == today) {
                result = it->second.catalogue;
                return;
            }
        }
        auto fresh = std::make_shared<Catalogue>();
        const disclosure::Page all{0, std::numeric_limits<int>::max()};
        for (const auto& document : documents_.published(view, organ, {}, all))
            if (auto shown = PublicView::of(document, today))
                fresh->documents.push_back(std::move(*shown));
        result = fresh;
        const std::scoped_lock lock(mutex_);
        if (kept_.size() >= most_kept) kept_.clear();
        kept_[{organ.region, organ.organ}] = {size, today, std::move(fresh)};
    });
    return result;
}

}  // namespace gongkai::desk
