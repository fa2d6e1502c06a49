#pragma once

#include <cstdint>
#include <span>

namespace gongkai::text {

// A traditional sign and the simplified one that it folds to, one to one.
struct TraditionalPair {
    std::uint16_t traditional;
    std::uint16_t simplified;
};
std::span<const TraditionalPair> traditional_pairs();

}  // namespace gongkai::text
