#include "app/cosigner.h"

#include <chrono>

namespace gongkai::app {

namespace {

constexpr std::chrono::seconds between{5};

}  // namespace

Cosigner::Cosigner(desk::Cosigning& cosigning, bool has_witnesses,
                   std::function<void(const std::string&)> tell)
    : cosigning_(cosigning), tell_(std::move(tell)) {
    if (has_witnesses)
        thread_ = std::jthread([this](const std::stop_token& stop) { take_turns(stop); });
}

Cosigner::~Cosigner() {
    if (!thread_.joinable()) return;
    thread_.request_stop();
    thread_.join();
}

void Cosigner::take_turns(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        run();
        std::unique_lock lock(mutex_);
        turn_.wait_for(lock, stop, between, [&] { return stop.stop_requested(); });
    }
}

void Cosigner::run() {
    std::string said;
    try {
        said = cosigning_.run();
    } catch (const std::exception& fault) {
        said = std::string("公开日志没有送去共同签名，过几秒再试：") + fault.what() + "\n";
    }
    if (said != told_ && !said.empty()) tell_(said);
    told_ = std::move(said);
}

}  // namespace gongkai::app
