#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace gongkai::text {

// Some signs that a loop over long texts looks for, in a table small enough for the nearest cache.
// A sign is told by its low bits alone, so another one is taken for one of them now and then.
class SignSet {
public:
    constexpr SignSet() = default;
    constexpr explicit SignSet(std::u32string_view signs) {
        for (const char32_t sign : signs)
            add(sign);
    }

    constexpr void add(char32_t sign) { rows_[sign >> 6 & 63] |= bit(sign); }
    constexpr bool may_hold(char32_t sign) const {
        return (rows_[sign >> 6 & 63] & bit(sign)) != 0;
    }

private:
    static constexpr std::uint64_t bit(char32_t sign) { return std::uint64_t(1) << (sign & 63); }

    std::array<std::uint64_t, 64> rows_{};
};

}  // namespace gongkai::text
