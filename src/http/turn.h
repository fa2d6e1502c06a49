#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <memory>
#include <string>

#include "http/turns.h"

namespace gongkai::http {

// A turn in a lane as a coroutine has it: from the asking to the end of the work.
class Turn {
public:
    Turn(Turns& turns, const std::string& who, boost::asio::io_context& io)
        : turns_(turns), who_(who), come_(std::make_shared<Come>(io)) {
        turns_.enter(who_, [come = come_] {
            come->yes = true;
            come->timer.cancel();
        });
    }
    ~Turn() {
        // Without a turn only where the server is torn down.
        if (come_->yes) turns_.leave(who_);
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

    boost::asio::awaitable<void> wait() {
        if (!come_->yes)
            co_await come_->timer.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
    }

private:
    struct Come {
        explicit Come(boost::asio::io_context& io)
            : timer(io, boost::asio::steady_timer::time_point::max()) {}
        boost::asio::steady_timer timer;
        bool yes = false;
    };
    Turns& turns_;
    const std::string who_;
    std::shared_ptr<Come> come_;
};

}  // namespace gongkai::http
