#include <algorithm>
#include <array>

#include "http/header_text.h"
#include "http/server_state.h"

// What a client gets: answers whole or by parts.
namespace gongkai::http {

namespace {

constexpr std::size_t part_sent = 256u << 10;

}  // namespace

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

}  // namespace gongkai::http
