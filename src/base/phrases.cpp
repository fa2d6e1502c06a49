#include "base/phrases.h"

#include <algorithm>

namespace gongkai::text {

Phrases::Phrases(std::span<const Phrase> phrases)
    : phrases_(phrases.begin(), phrases.end()), first_(0x10000, 0) {
    std::erase_if(phrases_,
                  [](const Phrase& it) { return it.text.empty() || it.text[0] > 0xFFFF; });
    std::ranges::stable_sort(phrases_, [](const Phrase& one, const Phrase& other) {
        if (one.text[0] != other.text[0]) return one.text[0] < other.text[0];
        return one.text.size() > other.text.size();
    });
    for (std::size_t i = phrases_.size(); i-- > 0;)
        first_[phrases_[i].text[0]] = std::uint16_t(i + 1);
}

std::vector<Phrases::Hit> Phrases::find(std::u32string_view folded) const {
    std::vector<Hit> hits;
    hits.reserve(64);
    for (std::size_t at = 0; at < folded.size(); ++at) {
        const char32_t sign = folded[at];
        if (sign > 0xFFFF || !first_[sign]) continue;
        const auto rest = folded.substr(at);
        for (const Phrase& phrase : std::span(phrases_).subspan(first_[sign] - 1u)) {
            if (phrase.text[0] != sign) break;
            if (rest.starts_with(phrase.text))
                hits.push_back(
                    {std::uint32_t(at), std::uint32_t(at + phrase.text.size()), phrase.id});
        }
    }
    return hits;
}

}  // namespace gongkai::text
