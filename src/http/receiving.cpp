#include "http/server_state.h"

// What a client sends: headers and bodies. A deadline is set once for a whole header or body, so
// dripping bytes gain no time.
namespace gongkai::http {

namespace {

constexpr std::size_t most_discarded = 256u << 20;  // of what a refused client still sends

}  // namespace

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

}  // namespace gongkai::http
