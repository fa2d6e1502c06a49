#pragma once

#include <array>
#include <span>

#include "disclosure/document.h"

namespace gongkai::disclosure {

// What the narrative of the report says of publication in a year. A document counts once, in the
// year of its first publication, with its kind and channels of that day; UNSETTLED Q43: also where
// it was withdrawn later.
struct Counts {
    int published = 0;
    std::array<int, count_of<Kind>> by_kind{};
    std::array<int, count_of<Channel>> by_channel{};  // a document in several counts in each
    int revised = 0;                                  // further revisions published in the year
    int withdrawn = 0;                                // acts of withdrawal in the year

    int of(Kind kind) const { return by_kind[std::size_t(kind)]; }
    int of(Channel channel) const { return by_channel[std::size_t(channel)]; }
};
Counts counts(std::span<const Document> documents, int year);

}  // namespace gongkai::disclosure
