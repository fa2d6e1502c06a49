#include "app/cosigner.h"

#include <chrono>

namespace gongkai::app {

namespace {

constexpr std::chrono::seconds between{5};

}  // namespace

Cosigner::Cosigner(desk::Cosigning& cosigning, bool has_witnesses,
                   std::function<void(const std::string&)> tell)
    : cosigning_(cosigning), said_(std::move(tell)) {
    if (has_witnesses) rounds_.emplace(between, Rounds::First::AtOnce, [this] { run(); });
}

void Cosigner::run() {
    std::string said;
    try {
        said = cosigning_.run();
    } catch (const std::exception& fault) {
        said = std::string("公开日志没有送去共同签名，过几秒再试：") + fault.what() + "\n";
    }
    said_.say(std::move(said));
}

}  // namespace gongkai::app
