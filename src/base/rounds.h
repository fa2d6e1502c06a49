#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace gongkai {

// Does something again and again, on a thread of its own, until it goes out of scope: then the
// round that is under way is finished, and no other begins.
class Rounds {
public:
    enum class First { AtOnce, AfterAPause };

    // Waits `pause` between the end of a round and the next. `round` catches what it throws and
    // outlives this.
    Rounds(std::chrono::milliseconds pause, First first, std::function<void()> round);
    ~Rounds();
    Rounds(const Rounds&) = delete;
    Rounds& operator=(const Rounds&) = delete;

private:
    const std::chrono::milliseconds pause_;
    const std::function<void()> round_;
    std::mutex mutex_;
    std::condition_variable_any turn_;
    std::jthread thread_;

    bool waited(const std::stop_token& stop);
    void go(First first, const std::stop_token& stop);
};

}  // namespace gongkai
