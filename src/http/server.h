#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace gongkai::http {

// What a server serves. Called from several worker threads at once; must not throw.
class Application {
public:
    virtual ~Application() = default;

    // How many bytes a request's body may have. Anything above usual_body is counted as an upload:
    // uploads have workers of their own, so that they never keep pages waiting.
    virtual std::size_t body_limit(std::string_view method, std::string_view path) const = 0;
    virtual Response answer(Request request) const = 0;
    // The answer to a request that is refused before it is read: 400, 408, 413, 431, 503.
    virtual Response refusal(int status, std::string_view path) const = 0;
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  // 0: any free one
    int page_workers = 2;
    int upload_workers = 2;
    int waiting_uploads = 16;  // more are told to come back later
    int connections = 512;
    std::vector<std::string> trusted_proxies;  // as plain_address() has them
    std::size_t header_bytes = 16u << 10;
    std::chrono::milliseconds header_time{10'000};  // for all of the header, not for each read
    std::chrono::milliseconds body_time{60'000};    // for all of the body
    std::chrono::milliseconds write_time{60'000};
    std::chrono::milliseconds idle_time{30'000};  // between two requests of a connection
    // What a refused client may still send before the connection is cut: a browser shows the answer
    // only once it has sent its whole upload.
    std::chrono::milliseconds discard_time{15'000};
    std::chrono::milliseconds drain_time{10'000};  // for what is under way when the server stops
};

// An HTTP/1.1 server: strict about what it accepts, limited in everything a client decides.
class Server {
public:
    // Listens from now on. Throws std::system_error where the address is taken.
    Server(const Application& application, const ServerOptions& options);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const;

    // Serves until stop() is called, or SIGINT or SIGTERM comes where they are to be handled;
    // then lets what is under way finish.
    void run();
    void stop_on_signals();
    void stop();  // from any thread

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace gongkai::http
