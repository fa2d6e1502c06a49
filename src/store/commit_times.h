#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "store/database.h"

namespace gongkai::store {

// How long those who commit wait: from the asking, with the wait for others, until it is durable.
// Counted from many threads. What rolled back or threw is not counted.
class CommitTimes {
public:
    // The upper ends of the steps; what took longer than the last is in a step of its own.
    static constexpr std::array<std::chrono::microseconds, 11> steps{
        std::chrono::microseconds{1'000},    std::chrono::microseconds{2'500},
        std::chrono::microseconds{5'000},    std::chrono::microseconds{10'000},
        std::chrono::microseconds{25'000},   std::chrono::microseconds{50'000},
        std::chrono::microseconds{100'000},  std::chrono::microseconds{250'000},
        std::chrono::microseconds{500'000},  std::chrono::microseconds{1'000'000},
        std::chrono::microseconds{5'000'000}};

    struct Counted {
        std::array<std::uint64_t, steps.size() + 1> in_step{};
        std::chrono::microseconds all{};
    };

    void note(std::chrono::microseconds took);
    Counted counted() const;

private:
    std::array<std::atomic<std::uint64_t>, steps.size() + 1> in_step_{};
    std::atomic<std::uint64_t> microseconds_{0};
};

// The same database, whose commits are timed. `times` outlives it.
std::unique_ptr<Database> timed(std::unique_ptr<Database> database, CommitTimes& times);

}  // namespace gongkai::store
