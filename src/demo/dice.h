#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <random>

namespace gongkai::demo {

// Chance from a seed, the same on every machine: the standard's distributions are not.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}

    // Both ends may come; `low` is not above `high`.
    int between(int low, int high) {
        return low + int(engine_() % std::uint64_t(std::int64_t(high) - low + 1));
    }
    bool chance(int percent) { return between(1, 100) <= percent; }
    template <class Range>
    const auto& pick(const Range& all) {
        return all[std::size_t(between(0, int(std::size(all)) - 1))];
    }
    template <class Range>
    void shuffle(Range& all) {
        for (int i = int(std::size(all)) - 1; i > 0; --i)
            std::swap(all[std::size_t(i)], all[std::size_t(between(0, i))]);
    }

private:
    std::mt19937_64 engine_;
};

}  // namespace gongkai::demo
