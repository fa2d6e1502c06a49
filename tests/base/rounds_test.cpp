#include "base/rounds.h"

#include <doctest/doctest.h>

#include <atomic>
#include <optional>

using namespace gongkai;
using namespace std::chrono_literals;

namespace {

void wait_for(const std::atomic<int>& count, int wanted) {
    while (count < wanted)
        std::this_thread::sleep_for(1ms);
}

}  // namespace

TEST_CASE("rounds are made again and again, and none begins after the end") {
    std::atomic<int> made = 0;
    {
        const Rounds rounds(1ms, Rounds::First::AfterAPause, [&] { ++made; });
        wait_for(made, 3);
    }
    const int at_the_end = made;
    std::this_thread::sleep_for(20ms);
    CHECK(made == at_the_end);
}

TEST_CASE("the first round is made at once where that is wanted, else after a pause") {
    std::atomic<int> at_once = 0, later = 0;
    const Rounds soon(1h, Rounds::First::AtOnce, [&] { ++at_once; });
    const Rounds patient(1h, Rounds::First::AfterAPause, [&] { ++later; });
    wait_for(at_once, 1);
    CHECK(later == 0);
}

TEST_CASE("a round under way is finished, and a long pause holds up no end") {
    std::atomic<int> begun = 0, done = 0;
    std::optional<Rounds> rounds(std::in_place, 1h, Rounds::First::AtOnce, [&] {
        ++begun;
        std::this_thread::sleep_for(30ms);
        ++done;
    });
    wait_for(begun, 1);
    rounds.reset();
    CHECK(done == 1);
}
