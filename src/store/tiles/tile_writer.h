#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "base/said_once.h"
#include "store/tiles/tile_maker.h"

namespace gongkai::store {

// Keeps the tiles of a program that serves, on a thread of its own, off the way of acts: twice a
// second it takes in what was committed. Once more at its end.
class TileWriter {
public:
    // `tell` gets what keeps it from going on, once. Both outlive it.
    TileWriter(Database& database, std::function<void(const std::string&)> tell);
    ~TileWriter();
    TileWriter(const TileWriter&) = delete;
    TileWriter& operator=(const TileWriter&) = delete;

private:
    TileMaker maker_;
    SaidOnce said_;
    std::mutex mutex_;
    std::condition_variable_any turn_;
    std::jthread thread_;

    void take_turns(const std::stop_token& stop);
    bool advance();
};

}  // namespace gongkai::store
