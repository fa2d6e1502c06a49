#include "http/server.h"

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <deque>
#include <optional>
#include <system_error>

#include "http/client_address.h"
#include "http/crowd.h"
#include "http/header_text.h"
#include "http/received.h"
#include "http/router.h"
#include "http/spool.h"
#include "http/strict.h"
#include "http/turn.h"

// The one file that sees Boost.Beast and Asio. Sockets live on one thread, in coroutines, and
// bodies are received there; handlers are plain functions on the worker threads of their lane.
// Beast bounds and parses; strict.h closes what it lets pass. A deadline is set once for a whole
// header or body, so dripping bytes gain no time.

namespace gongkai::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;

namespace {

constexpr auto no_throw = asio::as_tuple(use_awaitable);
constexpr std::size_t most_discarded = 256u << 20;  // of what a refused client still sends
constexpr std::size_t part_received = 64u << 10;
constexpr std::size_t part_sent = 256u << 10;
constexpr int streamers = 2;  // threads that read what is streamed
constexpr int yielding = 10;  // the "nice" of workers that yield

}  // namespace

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

namespace {

template <class Do>
awaitable<std::invoke_result_t<Do>> on_worker(bool yields, Do work) {
    // Of the thread alone: pages and staff come first where the processor is short.
    thread_local bool has_yielded = false;
    if (yields && !std::exchange(has_yielded, true)) setpriority(PRIO_PROCESS, 0, yielding);
    co_return work();
}

std::chrono::milliseconds at_rate(std::uint64_t bytes, std::uint64_t a_second) {
    return std::chrono::milliseconds(std::int64_t(bytes * 1000 / a_second));
}

}  // namespace

void Server::State::join() {
    for (Workers& each : work)
        each.pool.join();
    readers.join();
}

Turns::Room Server::State::room_for(const Claim& claim) const {
    return work[std::size_t(claim.lane)].turns.room_for(claim.share);
}

template <class Do>
awaitable<std::invoke_result_t<Do>> Server::State::in_turn(Lane lane, const std::string& who,
                                                           Do work_to_do) {
    Workers& workers = work[std::size_t(lane)];
    Turn turn(workers.turns, who, io);
    co_await turn.wait();
    co_return co_await asio::co_spawn(workers.pool.get_executor(),
                                      on_worker(workers.yields, std::move(work_to_do)),
                                      use_awaitable);
}

awaitable<bool> Server::State::write(const Visit& visit, const Request& head,
                                     const Response& response, bool keep_alive) {
    auto& stream = visit.stream;
    crowd.move(visit.place, Crowd::Stage::Receives);
    const std::string header = header_text(response, keep_alive);
    const bool has_body = head.method != "HEAD" && response.status != 304;
    const bool in_parts = response.streamed.from || response.body.size() > part_sent;
    const std::array<asio::const_buffer, 2> parts{
        asio::buffer(header),
        has_body && !in_parts ? asio::buffer(response.body) : asio::const_buffer()};
    stream.expires_after(options.write_time);
    const auto [error, written] = co_await asio::async_write(stream, parts, no_throw);
    if (error) co_return false;
    if (has_body && in_parts && !co_await write_parts(stream, head, response)) co_return false;
    co_return keep_alive;
}

// Never more than a part of it is here; what breaks off is short of what the header said.
awaitable<bool> Server::State::write_parts(beast::tcp_stream& stream, const Request& head,
                                           const Response& response) {
    const auto began = std::chrono::steady_clock::now();
    const auto& streamed = response.streamed;
    const std::uint64_t size = streamed.from ? streamed.size : response.body.size();
    std::string held;
    for (std::uint64_t sent = 0; sent < size;) {
        const auto most = std::size_t(std::min<std::uint64_t>(part_sent, size - sent));
        std::string_view part = std::string_view(response.body).substr(streamed.from ? 0 : sent);
        if (streamed.from) {
            const auto read = [&] { return streamed.from->read(streamed.first + sent, most); };
            try {
                held = co_await asio::co_spawn(readers.get_executor(), on_worker(false, read),
                                               use_awaitable);
            } catch (const std::exception& fault) {
                application.broke_down(head, fault.what());
                co_return false;
            }
            part = held;
        }
        part = part.substr(0, most);
        if (part.empty()) co_return false;
        stream.expires_at(std::min(std::chrono::steady_clock::now() + options.write_time,
                                   began + options.write_time + at_rate(sent, options.write_rate)));
        const auto [error, written] =
            co_await asio::async_write(stream, asio::buffer(part), no_throw);
        if (error) co_return false;
        sent += written;
    }
    co_return true;
}

awaitable<void> Server::State::refuse(const Visit& visit, int status, const Request& head) {
    const Response response = application.refusal(status, head);
    co_await write(visit, head, response, false);
    co_await discard(visit);
}

awaitable<void> Server::State::discard(const Visit& visit) {
    auto& stream = visit.stream;
    crowd.move(visit.place, Crowd::Stage::Sends);
    beast::error_code ignored;
    stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
    // Closing with unread bytes would reset the connection and lose the answer on its way.
    stream.expires_after(options.discard_time);
    std::vector<char> waste(part_received);
    for (std::size_t discarded = 0; discarded < most_discarded;) {
        const auto [error, size] = co_await stream.async_read_some(asio::buffer(waste), no_throw);
        if (error) break;
        discarded += size;
    }
}

// Waits for the first byte of the next request; only here may a stop cut the connection.
awaitable<bool> Server::State::wait_for_request(const Visit& visit) {
    crowd.move(visit.place, Crowd::Stage::Rests);
    visit.stream.expires_after(options.idle_time);
    const auto [error, size] =
        co_await visit.stream.async_read_some(visit.buffer.prepare(options.header_bytes), no_throw);
    crowd.move(visit.place, Crowd::Stage::Asks);
    visit.buffer.commit(size);
    co_return !error;
}

// Read by hand: Beast joins a folded line to the one before without a word.
awaitable<bool> Server::State::read_header(const Visit& visit, BodyParser& parser, bool& folded) {
    parser.header_limit(std::uint32_t(options.header_bytes));
    parser.body_limit(boost::none);  // else a long Content-Length fails before the route is known
    visit.stream.expires_after(options.header_time);
    std::string header;
    for (;;) {
        beast::error_code error;
        const auto bytes = visit.buffer.data();
        const auto used = visit.buffer.size() > 0 ? parser.put(bytes, error) : 0;
        header.append(static_cast<const char*>(bytes.data()), used);
        visit.buffer.consume(used);
        if (parser.is_header_done()) break;
        if (!error || error == beast::http::error::need_more) {
            const auto [fault, size] = co_await visit.stream.async_read_some(
                visit.buffer.prepare(options.header_bytes), no_throw);
            visit.buffer.commit(size);
            error = fault;
        }
        if (!error) continue;
        if (const int status = status_of(error)) {
            Request nothing;
            nothing.path = "/";
            co_await refuse(visit, status, nothing);
        }
        co_return false;
    }
    folded = header.find("\r\n ") != header.npos || header.find("\r\n\t") != header.npos;
    co_return true;
}

awaitable<bool> Server::State::read_body(const Visit& visit, BodyParser& parser, Request& request,
                                         std::size_t limit, BytesInFlight::Part& bytes) {
    parser.body_limit(std::uint64_t(limit));
    if (parser.is_done()) co_return true;
    const auto began = std::chrono::steady_clock::now();
    if (same_name(request.header("Expect"), "100-continue")) {
        const std::string go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        visit.stream.expires_after(options.body_time);
        const auto [error, size] =
            co_await asio::async_write(visit.stream, asio::buffer(go_on), no_throw);
        if (error) co_return false;
    }
    crowd.move(visit.place, Crowd::Stage::Sends);
    Spool spool(options.spool);
    std::vector<char> part(part_received);
    while (!parser.is_done()) {
        auto& into = parser.get().body();
        into.data = part.data();
        into.size = part.size();
        visit.stream.expires_at(began + options.body_time +
                                at_rate(spool.size(), options.body_rate));
        auto [error, size] =
            co_await beast::http::async_read(visit.stream, visit.buffer, parser, no_throw);
        if (error == beast::http::error::need_buffer) error = {};
        const std::string_view received(part.data(), part.size() - into.size);
        const int status = error ? status_of(error) : keep(spool, received, request, bytes);
        if (status) co_await refuse(visit, status, request);
        if (status || error) co_return false;
    }
    request.body = spool.take();
    co_return true;
}

// The status of a refusal where there is no room for a part of a body; 0 where it is kept.
int Server::State::keep(Spool& spool, std::string_view received, const Request& request,
                        BytesInFlight::Part& bytes) {
    try {
        spool.add(received);
    } catch (const std::system_error& fault) {
        application.broke_down(request, fault.what());
        return 503;
    }
    bytes.add(received.size());
    return in_flight.has_room_for(request.client) ? 0 : 503;
}

// Whether the connection goes on.
awaitable<bool> Server::State::serve_one(const Visit& visit, bool first) {
    const bool rests = visit.buffer.size() == 0 && !first;
    if (rests && !co_await wait_for_request(visit)) co_return false;

    BodyParser parser;
    bool folded = false;
    if (!co_await read_header(visit, parser, folded)) co_return false;
    // From here on the client has said what it wants; it gives way to nobody.
    crowd.move(visit.place, Crowd::Stage::IsServed);
    Head head = head_of(parser, folded);
    head.request.client =
        client_address(peer_of(visit.stream), head.request.headers, options.trusted_proxies);
    if (!head.refusal && !in_flight.has_room_for(head.request.client)) head.refusal = 503;
    if (head.refusal) {
        co_await refuse(visit, head.refusal, head.request);
        co_return false;
    }
    co_return co_await serve_asked(visit, parser, std::move(head.request));
}

// Whether what a request says of itself is so: asked in the lane that it wishes, as a stranger.
awaitable<bool> Server::State::holds(const Claim& claim, const Request& request) {
    if (room_for(claim) != Turns::Room::Enough) co_return false;
    co_return co_await in_turn(claim.lane, claim.share, [&] { return application.vouch(request); });
}

awaitable<bool> Server::State::serve_asked(const Visit& visit, BodyParser& parser,
                                           Request request) {
    BytesInFlight::Part bytes(in_flight, request.client);
    Claim claim = application.claim(request);
    bool body_is_read = true;
    if (claim.is_in_doubt) {
        if (co_await holds(claim, request))
            claim = application.claim(request);
        else
            body_is_read = parser.is_done();  // nobody reads what a stranger sends to the staff
    }
    if (const auto length = parser.content_length();
        body_is_read && length && *length > claim.body_limit) {
        co_await refuse(visit, 413, request);
        co_return false;
    }
    if (body_is_read && !co_await read_body(visit, parser, request, claim.body_limit, bytes))
        co_return false;

    visit.stream.expires_never();
    crowd.move(visit.place, Crowd::Stage::IsServed);
    Request head = request;
    head.body = {};
    Response response;
    if (const auto room = room_for(claim); room == Turns::Room::Enough) {
        const auto work_to_do = [&] { return application.answer(std::move(request)); };
        response = co_await in_turn(claim.lane, claim.share, work_to_do);
    } else {
        response = application.refusal(room == Turns::Room::ShareIsUsed ? 429 : 503, head);
    }
    bytes.add(response.body.size());
    const bool keep_alive = body_is_read && parser.get().keep_alive() && !stopping;
    const bool goes_on = co_await write(visit, head, response, keep_alive);
    if (!body_is_read) co_await discard(visit);
    co_return goes_on;
}

awaitable<void> Server::State::serve(beast::tcp_stream& stream, Crowd::Place place) {
    beast::flat_buffer buffer(options.header_bytes * 2 + part_received);
    const Visit visit{stream, buffer, place};
    bool first = true;
    try {
        while (co_await serve_one(visit, first))
            first = false;
    } catch (const std::exception&) {
        // Only memory can be short here: this one connection ends.
    }
    beast::error_code ignored;
    stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
}

void Server::State::take_in(tcp::socket socket) {
    beast::error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    const auto stream = std::make_shared<beast::tcp_stream>(std::move(socket));
    const std::string peer = plain_address(peer_of(*stream));
    const bool is_proxy =
        std::ranges::find(options.trusted_proxies, peer) != options.trusted_proxies.end();
    // Where nobody gives way, the socket is closed here.
    const auto place =
        crowd.enter(client_address(peer, {}, {}), !is_proxy, [it = stream.get()] { it->close(); });
    if (!place) return;
    asio::co_spawn(io, serve(*stream, *place), [this, stream, place](const std::exception_ptr&) {
        crowd.leave(*place);
        one_less();
    });
}

awaitable<void> Server::State::accept_all() {
    for (;;) {
        auto [error, socket] = co_await acceptor.async_accept(no_throw);
        if (stopping || error == asio::error::operation_aborted) co_return;
        if (error) {
            // Out of file descriptors, most likely: let some connections end first.
            asio::steady_timer pause(io, std::chrono::milliseconds(100));
            co_await pause.async_wait(no_throw);
            continue;
        }
        take_in(std::move(socket));
    }
}

void Server::State::one_less() {
    if (crowd.size() == 0 && stopping) io.stop();
}

void Server::State::begin_stop() {
    if (stopping) return;
    stopping = true;
    beast::error_code ignored;
    acceptor.close(ignored);
    signals.cancel(ignored);
    for (const auto& guest : crowd.all())
        if (guest.stage == Crowd::Stage::Rests) guest.close();
    if (crowd.size() == 0) {
        io.stop();
        return;
    }
    drain.expires_after(options.drain_time);
    drain.async_wait([this](beast::error_code error) {
        if (!error) io.stop();
    });
}

Server::Server(const Application& application, const ServerOptions& options)
    : state_(std::make_shared<State>(application, options)) {
    try {
        const tcp::endpoint endpoint(asio::ip::make_address(options.address), options.port);
        state_->acceptor.open(endpoint.protocol());
        state_->acceptor.set_option(tcp::acceptor::reuse_address(true));
        state_->acceptor.bind(endpoint);
        state_->acceptor.listen();
    } catch (const boost::system::system_error& fault) {
        throw std::system_error(fault.code());
    }
}

Server::~Server() { state_->join(); }

std::uint16_t Server::port() const { return state_->acceptor.local_endpoint().port(); }

void Server::run() {
    asio::co_spawn(state_->io, state_->accept_all(), asio::detached);
    state_->io.run();
    state_->join();
}

void Server::stop_on_signals() {
    state_->signals.add(SIGINT);
    state_->signals.add(SIGTERM);
    state_->signals.async_wait([state = state_.get()](beast::error_code error, int) {
        if (!error) state->begin_stop();
    });
}

void Server::stop() {
    asio::post(state_->io, [state = state_] { state->begin_stop(); });
}

}  // namespace gongkai::http
