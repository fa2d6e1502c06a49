#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "desk/cosigning.h"

namespace gongkai::app {

// Has the logs of a program that serves cosigned, on a thread of its own: every few seconds
// whatever has grown. Does nothing where no witness is set.
class Cosigner {
public:
    // `tell` gets what did not come off, once. Both outlive it.
    Cosigner(desk::Cosigning& cosigning, bool has_witnesses,
             std::function<void(const std::string&)> tell);
    ~Cosigner();
    Cosigner(const Cosigner&) = delete;
    Cosigner& operator=(const Cosigner&) = delete;

private:
    desk::Cosigning& cosigning_;
    const std::function<void(const std::string&)> tell_;
    std::string told_;
    std::mutex mutex_;
    std::condition_variable_any turn_;
    std::jthread thread_;

    void take_turns(const std::stop_token& stop);
    void run();
};

}  // namespace gongkai::app
