#include "base/phrases.h"

#include <algorithm>

namespace gongkai::text {

Phrases::Phrases(std::span<const Phrase> phrases)
    : phrases_(phrases.begin(), phrases.end()), groups_(1), group_(0x10000, 0) {
    std::erase_if(phrases_,
                  [](const Phrase& it) { return it.text.empty() || it.text[0] > 0xFFFF; });
    std::ranges::stable_sort(phrases_, [](const Phrase& one, const Phrase& other) {
        if (one.text[0] != other.text[0]) return one.text[0] < other.text[0];
        return one.text.size() > other.text.size();
    });
    for (std::size_t i = 0; i < phrases_.size(); ++i) {
        const std::u32string_view text = phrases_[i].text;
        if (i == 0 || phrases_[i - 1].text[0] != text[0]) {
            group_[text[0]] = std::uint16_t(groups_.size());
            firsts_.add(text[0]);
            groups_.push_back({std::uint32_t(i), std::uint32_t(i), 0});
        }
        Group& group = groups_.back();
        group.to = std::uint32_t(i + 1);
        group.second |= text.size() > 1 ? mark(text[1]) : ~std::uint64_t(0);
    }
}

std::vector<Phrases::Hit> Phrases::find(std::u32string_view folded) const {
    std::vector<Hit> hits;
    hits.reserve(64);
    for (std::size_t at = 0; at < folded.size(); ++at) {
        const char32_t sign = folded[at];
        if (!firsts_.may_hold(sign) || sign > 0xFFFF || group_[sign] == 0) continue;
        const Group& group = groups_[group_[sign]];
        const char32_t second = at + 1 < folded.size() ? folded[at + 1] : U'\0';
        if ((group.second & mark(second)) == 0) continue;
        const auto rest = folded.substr(at);
        for (std::uint32_t i = group.from; i < group.to; ++i) {
            const Phrase& phrase = phrases_[i];
            if (rest.starts_with(phrase.text))
                hits.push_back(
                    {std::uint32_t(at), std::uint32_t(at + phrase.text.size()), phrase.id});
        }
    }
    return hits;
}

}  // namespace gongkai::text
