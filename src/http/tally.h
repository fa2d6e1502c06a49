#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace gongkai::http {

// How often the routes were asked and how long answers took to make, counted from many threads. A
// request that no route has is counted under the number of routes. Nothing of a request is kept.
class Tally {
public:
    static constexpr std::size_t status_classes = 5;  // 1xx to 5xx

    struct Counted {
        std::array<std::uint64_t, status_classes> answered{};
        std::chrono::microseconds took{};
    };

    explicit Tally(std::size_t routes) : counts_(std::make_unique<Count[]>(routes + 1)) {}

    void note(std::size_t route, int status, std::chrono::microseconds took) {
        constexpr int hundred = 100;
        const std::size_t of = std::size_t(status / hundred) - 1;
        if (of >= status_classes) return;
        counts_[route].answered[of].fetch_add(1, std::memory_order_relaxed);
        counts_[route].microseconds.fetch_add(std::uint64_t(took.count()),
                                              std::memory_order_relaxed);
    }

    Counted of(std::size_t route) const {
        Counted it;
        for (std::size_t i = 0; i < status_classes; ++i)
            it.answered[i] = counts_[route].answered[i].load(std::memory_order_relaxed);
        it.took = std::chrono::microseconds(
            std::int64_t(counts_[route].microseconds.load(std::memory_order_relaxed)));
        return it;
    }

private:
    struct Count {
        std::array<std::atomic<std::uint64_t>, status_classes> answered{};
        std::atomic<std::uint64_t> microseconds{0};
    };
    std::unique_ptr<Count[]> counts_;
};

}  // namespace gongkai::http
