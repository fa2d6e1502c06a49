#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/sign_set.h"

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
    // The phrases that begin with one sign, and a mark for each sign that comes second in them.
    struct Group {
        std::uint32_t from = 0, to = 0;
        std::uint64_t second = 0;
    };
    static std::uint64_t mark(char32_t sign) { return std::uint64_t(1) << (sign & 63); }

    std::vector<Phrase> phrases_;       // by first sign, longer ones first
    std::vector<Group> groups_;         // the first one is of signs that begin none
    std::vector<std::uint16_t> group_;  // by first sign
    SignSet firsts_;
};

}  // namespace gongkai::text
