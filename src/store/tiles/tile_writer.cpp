#include "store/tiles/tile_writer.h"

#include <chrono>

namespace gongkai::store {

namespace {

constexpr std::chrono::milliseconds between{500};
// Of a log of years that is taken in for the first time the steps leave room to others.
constexpr std::chrono::milliseconds breath{5};

}  // namespace

TileWriter::TileWriter(Database& database, std::function<void(const std::string&)> tell)
    : maker_(database), said_(std::move(tell)) {
    thread_ = std::jthread([this](const std::stop_token& stop) { take_turns(stop); });
}

TileWriter::~TileWriter() {
    thread_.request_stop();
    thread_.join();
}

void TileWriter::take_turns(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        const auto pause = advance() ? breath : between;
        std::unique_lock lock(mutex_);
        turn_.wait_for(lock, stop, pause, [&] { return stop.stop_requested(); });
    }
    advance();
}

bool TileWriter::advance() {
    try {
        const bool more = maker_.advance();
        said_.say({});
        return more;
    } catch (const std::exception& fault) {
        said_.say(std::string("没有写成公开日志，半秒后再试：") + fault.what() + "\n");
        return false;
    }
}

}  // namespace gongkai::store
