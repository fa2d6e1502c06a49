#include "base/rounds.h"

#include <utility>

namespace gongkai {

Rounds::Rounds(std::chrono::milliseconds pause, First first, std::function<void()> round)
    : pause_(pause),
      round_(std::move(round)),
      thread_([this, first](const std::stop_token& stop) { go(first, stop); }) {}

Rounds::~Rounds() {
    thread_.request_stop();
    thread_.join();
}

// False where it is time to stop.
bool Rounds::waited(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    return !turn_.wait_for(lock, stop, pause_, [&] { return stop.stop_requested(); });
}

void Rounds::go(First first, const std::stop_token& stop) {
    if (first == First::AtOnce && !stop.stop_requested()) round_();
    while (waited(stop))
        round_();
}

}  // namespace gongkai
