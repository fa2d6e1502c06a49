#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace gongkai::text {

// A fixed phrase, folded, and the number that hits report for it. Phrases may share a number.
struct Phrase {
    std::u32string_view text;
    int id;
};

// Finds many fixed phrases in one pass over a folded text. The phrases must outlive it.
class Phrases {
public:
    struct Hit {
        std::uint32_t from, to;
        int id;
    };

    explicit Phrases(std::span<const Phrase> phrases);

    // Every hit, also overlapping ones, in the order of where they begin, longer ones first.
    std::vector<Hit> find(std::u32string_view folded) const;

private:
    std::vector<Phrase> phrases_;       // by first sign, longer ones first
    std::vector<std::uint16_t> first_;  // for each sign its first phrase + 1, or 0
};

}  // namespace gongkai::text
