#pragma once

#include <sys/resource.h>

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <cstdint>
#include <deque>
#include <string>
#include <type_traits>
#include <utility>

#include "http/crowd.h"
#include "http/received.h"
#include "http/server.h"
#include "http/spool.h"
#include "http/turn.h"

// What the pieces of the server share; for server.cpp, receiving.cpp and sending.cpp alone, the
// only files that see Boost.Beast and Asio. Sockets live on one thread, in coroutines, and bodies
// are received there; handlers are plain functions on the worker threads of their lane. Beast
// bounds and parses; strict.h closes what it lets pass.
namespace gongkai::http {

namespace asio = boost::asio;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;

inline constexpr auto no_throw = asio::as_tuple(use_awaitable);
inline constexpr std::size_t part_received = 64u << 10;

inline constexpr int streamers = 2;  // threads that read what is streamed
inline constexpr int yielding = 10;  // the "nice" of workers that yield

template <class Do>
awaitable<std::invoke_result_t<Do>> on_worker(bool yields, Do work) {
    // Of the thread alone: pages and staff come first where the processor is short.
    thread_local bool has_yielded = false;
    if (yields && !std::exchange(has_yielded, true)) setpriority(PRIO_PROCESS, 0, yielding);
    co_return work();
}

// How long so many bytes may take at a rate.
inline std::chrono::milliseconds at_rate(std::uint64_t bytes, std::uint64_t a_second) {
    return std::chrono::milliseconds(std::int64_t(bytes * 1000 / a_second));
}

struct Server::State {
    State(const Application& app, const ServerOptions& how)
        : application(app),
          options(how),
          crowd(how.connections, how.connections_of_one),
          in_flight(how.bytes, how.bytes_of_one),
          acceptor(io),
          signals(io),
          drain(io) {
        for (const LaneLimits& limits : how.lanes)
            work.emplace_back(limits);
    }
    ~State() {
        // Coroutines end with their io; the turn of one wakes no other then.
        for (Workers& each : work)
            each.turns.close();
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    struct Workers {
        explicit Workers(const LaneLimits& limits)
            : yields(limits.yields), turns(limits), pool(std::size_t(limits.workers)) {}
        const bool yields;
        Turns turns;
        asio::thread_pool pool;
    };

    const Application& application;
    const ServerOptions options;
    Crowd crowd;
    BytesInFlight in_flight;
    std::deque<Workers> work;  // by Lane
    asio::thread_pool readers{streamers};
    // Behind what the coroutines on it still refer to when it goes.
    asio::io_context io{1};
    tcp::acceptor acceptor;
    asio::signal_set signals;
    asio::steady_timer drain;
    bool stopping = false;

    // One connection, and where it stands.
    struct Visit {
        beast::tcp_stream& stream;
        beast::flat_buffer& buffer;
        Crowd::Place place;
    };

    void join();
    void begin_stop();
    void one_less();
    void take_in(tcp::socket socket);
    awaitable<void> accept_all();
    awaitable<void> serve(beast::tcp_stream& stream, Crowd::Place place);
    awaitable<bool> wait_for_request(const Visit& visit);
    awaitable<bool> read_header(const Visit& visit, BodyParser& parser, bool& folded);
    awaitable<bool> read_body(const Visit& visit, BodyParser& parser, Request& request,
                              std::size_t limit, BytesInFlight::Part& bytes);
    int keep(Spool& spool, std::string_view received, const Request& request,
             BytesInFlight::Part& bytes);
    awaitable<bool> serve_one(const Visit& visit, bool first);
    awaitable<bool> holds(const Claim& claim, const Request& request);
    awaitable<bool> serve_asked(const Visit& visit, BodyParser& parser, Request request);
    awaitable<void> refuse(const Visit& visit, int status, const Request& head);
    awaitable<void> discard(const Visit& visit);
    Turns::Room room_for(const Claim& claim) const;
    awaitable<bool> write(const Visit& visit, const Request& head, const Response& response,
                          bool keep_alive);
    awaitable<bool> write_parts(beast::tcp_stream& stream, const Request& head,
                                const Response& response);
    template <class Do>
    awaitable<std::invoke_result_t<Do>> in_turn(Lane lane, const std::string& who, Do work_to_do);
};

}  // namespace gongkai::http
