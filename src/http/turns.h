#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <unordered_map>

#include "http/lane.h"

namespace gongkai::http {

// Who is at work in a lane and who comes next. Among those who wait, turns go round by address or
// session: whoever has asked for a hundred things waits for his second until all others have had
// their first. Used by one thread, but for here() and at_work().
class Turns {
public:
    explicit Turns(const LaneLimits& limits) : limits_(limits) {}

    enum class Room { Enough, LaneIsFull, ShareIsUsed };
    Room room_for(const std::string& who) const;

    // `go` is called when the turn has come, perhaps at once. Each call is answered by leave().
    void enter(const std::string& who, std::function<void()> go);
    void leave(const std::string& who);

    // At work or waiting, and at work; from any thread.
    int here() const { return here_.load(std::memory_order_relaxed); }
    int at_work() const { return at_work_.load(std::memory_order_relaxed); }

    // Nobody comes any more.
    void close() { waiting_.clear(); }

private:
    struct One {
        int here = 0, at_work = 0;
        std::uint64_t next_round = 0;  // the first in which it may have another turn
    };
    struct Waiting {
        std::string who;
        std::function<void()> go;
    };

    void start_some();

    const LaneLimits limits_;
    std::unordered_map<std::string, One> of_;
    std::multimap<std::uint64_t, Waiting> waiting_;  // by round
    std::uint64_t round_ = 0;
    std::atomic<int> here_{0}, at_work_{0};
};

}  // namespace gongkai::http
