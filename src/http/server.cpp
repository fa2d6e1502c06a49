#include "http/server.h"

#include <algorithm>
#include <optional>
#include <system_error>

#include "http/client_address.h"
#include "http/server_state.h"

// Connections, lanes and the order of things; receiving.cpp and sending.cpp have the bytes.

namespace gongkai::http {

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

std::array<LaneLoad, lane_count> Server::load() const {
    std::array<LaneLoad, lane_count> all;
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
        const Turns& turns = state_->work[lane].turns;
        // Two counts of one moment that passes: a request may begin its work between them.
        const int here = turns.here(), at_work = turns.at_work();
        all[lane] = {at_work, std::max(0, here - at_work)};
    }
    return all;
}

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
