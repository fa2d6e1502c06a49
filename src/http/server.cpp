#include "http/server.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <optional>
#include <system_error>
#include <unordered_set>

#include "http/client_address.h"
#include "http/router.h"
#include "http/strict.h"

// The one file that sees Boost.Beast and Asio. Sockets live on one thread, in coroutines; handlers
// are plain functions on worker threads. Beast bounds and parses; strict.h closes what it lets
// pass. A deadline is set once for a whole header or body, so dripping bytes gain no time.

namespace gongkai::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;
using BodyParser = beast::http::request_parser<beast::http::string_body>;

namespace {

constexpr auto no_throw = asio::as_tuple(use_awaitable);
constexpr std::size_t most_discarded = 256u << 20;  // of what a refused client still sends

std::string_view reason(int status) {
    const auto text = beast::http::obsolete_reason(beast::http::status(unsigned(status)));
    return {text.data(), text.size()};
}

std::string header_text(const Response& response, bool keep_alive) {
    std::string text = "HTTP/1.1 " + std::to_string(response.status) + " ";
    text += reason(response.status);
    text += "\r\n";
    for (const auto& [name, value] : response.headers) {
        if (value.find_first_of("\r\n") != value.npos) continue;  // nothing may split the header
        text.append(name).append(": ").append(value).append("\r\n");
    }
    if (response.status != 304)
        text += "Content-Length: " + std::to_string(response.body.size()) + "\r\n";
    text += keep_alive ? "\r\n" : "Connection: close\r\n\r\n";
    return text;
}

// The address of the other side; that of nobody where it has gone.
std::string peer_of(const beast::tcp_stream& stream) {
    beast::error_code gone;
    return stream.socket().remote_endpoint(gone).address().to_string();
}

Request plain_request(BodyParser::value_type& message, std::string path) {
    Request request;
    request.method = std::string(message.method_string());
    request.path = std::move(path);
    const std::string_view target(message.target().data(), message.target().size());
    if (const auto mark = target.find('?'); mark != target.npos)
        request.query = form_fields(target.substr(mark + 1));
    for (const auto& field : message)
        request.headers.push_back({std::string(field.name_string()), std::string(field.value())});
    request.body = std::move(message.body());
    return request;
}

// What a header says before its body is read.
struct Head {
    int refusal = 0;  // a status, or 0 where the body may be read
    bool strict = false;
    std::string method;
    std::string path;
    std::size_t body_limit = 0;
    bool wants_continue = false;
};

Head examine(const BodyParser& parser, const Application& application) {
    const auto& message = parser.get();
    std::vector<Field> headers;
    for (const auto& field : message)
        headers.push_back({std::string(field.name_string()), std::string(field.value())});
    const std::string_view target(message.target().data(), message.target().size());

    Head head;
    const auto path = decoded_path(target.substr(0, target.find('?')));
    head.strict = is_strict(int(message.version()), target, headers) && path;
    if (!head.strict) {
        head.refusal = 400;
        return head;
    }
    head.method = std::string(message.method_string());
    head.path = *path;
    head.body_limit = application.body_limit(head.method, head.path);
    const auto expected = message["Expect"];
    head.wants_continue = same_name({expected.data(), expected.size()}, "100-continue");
    const auto length = parser.content_length();
    if (length && *length > head.body_limit) head.refusal = 413;
    return head;
}

int status_of(const beast::error_code& code) {
    using beast::http::error;
    if (code == error::header_limit || code == error::buffer_overflow) return 431;
    if (code == error::body_limit) return 413;
    if (code == beast::error::timeout) return 408;
    // A client that went away gets no answer; whatever else the parser dislikes is malformed.
    const bool gone = code == error::end_of_stream || code == error::partial_message;
    const auto& parser_faults = beast::http::make_error_code(error::bad_method).category();
    return code.category() == parser_faults && !gone ? 400 : 0;
}

}  // namespace

struct Server::State {
    State(const Application& app, const ServerOptions& how)
        : application(app),
          options(how),
          acceptor(io),
          signals(io),
          drain(io),
          pages(std::size_t(how.page_workers)),
          uploads(std::size_t(how.upload_workers)) {}

    const Application& application;
    const ServerOptions options;
    asio::io_context io{1};
    tcp::acceptor acceptor;
    asio::signal_set signals;
    asio::steady_timer drain;
    asio::thread_pool pages, uploads;
    std::atomic<int> open_uploads{0};
    bool stopping = false;
    int connections = 0;
    std::unordered_set<beast::tcp_stream*> idle;  // connections between two requests

    void begin_stop();
    void one_less();
    awaitable<void> accept_all();
    awaitable<void> serve(tcp::socket socket);
    awaitable<bool> wait_for_request(beast::tcp_stream& stream, beast::flat_buffer& buffer);
    awaitable<bool> read_header(beast::tcp_stream& stream, beast::flat_buffer& buffer,
                                BodyParser& parser);
    awaitable<bool> read_body(beast::tcp_stream& stream, beast::flat_buffer& buffer,
                              BodyParser& parser, const Head& head);
    awaitable<bool> serve_one(beast::tcp_stream& stream, beast::flat_buffer& buffer, bool first);
    awaitable<void> refuse(beast::tcp_stream& stream, int status, std::string_view path);
    awaitable<bool> write(beast::tcp_stream& stream, const Response& response, bool keep_alive,
                          bool head_only);
    awaitable<Response> answer(Request request, bool upload);
};

namespace {

// Runs the handler on the executor that it was spawned on.
awaitable<Response> on_worker(const Application& application, Request request) {
    co_return application.answer(std::move(request));
}

struct Counted {
    std::atomic<int>& count;
    int before;
    explicit Counted(std::atomic<int>& it) : count(it), before(it++) {}
    ~Counted() { --count; }
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;
};

}  // namespace

awaitable<Response> Server::State::answer(Request request, bool upload) {
    auto worker = upload ? uploads.get_executor() : pages.get_executor();
    Response response =
        co_await asio::co_spawn(worker, on_worker(application, std::move(request)), use_awaitable);
    co_return response;
}

awaitable<bool> Server::State::write(beast::tcp_stream& stream, const Response& response,
                                     bool keep_alive, bool head_only) {
    const std::string header = header_text(response, keep_alive);
    const bool body = !head_only && response.status != 304;
    const std::array<asio::const_buffer, 2> parts{
        asio::buffer(header), body ? asio::buffer(response.body) : asio::const_buffer()};
    stream.expires_after(options.write_time);
    const auto [error, written] = co_await asio::async_write(stream, parts, no_throw);
    co_return !error && keep_alive;
}

awaitable<void> Server::State::refuse(beast::tcp_stream& stream, int status,
                                      std::string_view path) {
    const Response response = application.refusal(status, path);
    co_await write(stream, response, false, false);
    beast::error_code ignored;
    stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
    // Closing with unread bytes would reset the connection and lose the answer on its way.
    stream.expires_after(options.discard_time);
    std::vector<char> waste(64u << 10);
    for (std::size_t discarded = 0; discarded < most_discarded;) {
        const auto [error, size] = co_await stream.async_read_some(asio::buffer(waste), no_throw);
        if (error) break;
        discarded += size;
    }
}

// Waits for the first byte of the next request; only here may a stop cut the connection.
awaitable<bool> Server::State::wait_for_request(beast::tcp_stream& stream,
                                                beast::flat_buffer& buffer) {
    idle.insert(&stream);
    stream.expires_after(options.idle_time);
    const auto [error, size] =
        co_await stream.async_read_some(buffer.prepare(options.header_bytes), no_throw);
    idle.erase(&stream);
    buffer.commit(size);
    co_return !error;
}

awaitable<bool> Server::State::read_header(beast::tcp_stream& stream, beast::flat_buffer& buffer,
                                           BodyParser& parser) {
    parser.header_limit(std::uint32_t(options.header_bytes));
    parser.body_limit(boost::none);  // else a long Content-Length fails before the route is known
    stream.expires_after(options.header_time);
    const auto [error, size] =
        co_await beast::http::async_read_header(stream, buffer, parser, no_throw);
    if (!error) co_return true;
    if (const int status = status_of(error)) co_await refuse(stream, status, "/");
    co_return false;
}

awaitable<bool> Server::State::read_body(beast::tcp_stream& stream, beast::flat_buffer& buffer,
                                         BodyParser& parser, const Head& head) {
    parser.body_limit(std::uint64_t(head.body_limit));
    if (parser.is_done()) co_return true;
    stream.expires_after(options.body_time);
    if (head.wants_continue) {
        const std::string go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        const auto [error, size] =
            co_await asio::async_write(stream, asio::buffer(go_on), no_throw);
        if (error) co_return false;
    }
    const auto [error, size] = co_await beast::http::async_read(stream, buffer, parser, no_throw);
    if (!error) co_return true;
    if (const int status = status_of(error)) co_await refuse(stream, status, head.path);
    co_return false;
}

// Whether the connection goes on.
awaitable<bool> Server::State::serve_one(beast::tcp_stream& stream, beast::flat_buffer& buffer,
                                         bool first) {
    const bool rests = buffer.size() == 0 && !first;
    if (rests && !co_await wait_for_request(stream, buffer)) co_return false;

    BodyParser parser;
    if (!co_await read_header(stream, buffer, parser)) co_return false;
    Head head = examine(parser, application);
    const bool upload = !head.refusal && head.body_limit > usual_body;
    std::optional<Counted> counted;
    if (upload) counted.emplace(open_uploads);
    if (upload && counted->before >= options.waiting_uploads) {
        head.refusal = 503;
        counted.reset();  // what is refused keeps no other from being taken
    }
    if (head.refusal) {
        co_await refuse(stream, head.refusal, head.path);
        co_return false;
    }

    if (!co_await read_body(stream, buffer, parser, head)) co_return false;
    stream.expires_never();
    const bool keep_alive = parser.get().keep_alive() && !stopping;
    Request request = plain_request(parser.get(), head.path);
    request.client = client_address(peer_of(stream), request.headers, options.trusted_proxies);
    const Response response = co_await answer(std::move(request), upload);
    co_return co_await write(stream, response, keep_alive && !stopping, head.method == "HEAD");
}

awaitable<void> Server::State::serve(tcp::socket socket) {
    {
        beast::error_code ignored;
        socket.set_option(tcp::no_delay(true), ignored);
        beast::tcp_stream stream(std::move(socket));
        beast::flat_buffer buffer(options.header_bytes * 2 + (64u << 10));
        bool first = true;
        try {
            while (co_await serve_one(stream, buffer, first))
                first = false;
        } catch (const std::exception&) {
            // Only memory can be short here: this one connection ends.
        }
        idle.erase(&stream);
        stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
    }
    one_less();
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
        if (connections >= options.connections) continue;  // closes it
        ++connections;
        asio::co_spawn(io, serve(std::move(socket)), asio::detached);
    }
}

void Server::State::one_less() {
    if (--connections == 0 && stopping) io.stop();
}

void Server::State::begin_stop() {
    if (stopping) return;
    stopping = true;
    beast::error_code ignored;
    acceptor.close(ignored);
    signals.cancel(ignored);
    for (beast::tcp_stream* stream : idle)
        stream->cancel();
    if (connections == 0) {
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

Server::~Server() {
    state_->pages.join();
    state_->uploads.join();
}

std::uint16_t Server::port() const { return state_->acceptor.local_endpoint().port(); }

void Server::run() {
    asio::co_spawn(state_->io, state_->accept_all(), asio::detached);
    state_->io.run();
    state_->pages.join();
    state_->uploads.join();
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
