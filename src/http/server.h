#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "http/lane.h"
#include "http/message.h"

namespace gongkai::http {

// What a server serves. Called from several worker threads at once; must not throw.
class Application {
public:
    virtual ~Application() = default;

    // What a request asks for, of which the header alone has come. Called on the thread of the
    // sockets: waits for nothing.
    virtual Claim claim(const Request& head) const = 0;
    // Whether a claim that is in doubt holds after all; claim() tells it from then on. One that
    // does not is answered without its body.
    virtual bool vouch(const Request& head) const = 0;
    virtual Response answer(Request request) const = 0;
    // The answer to a request that is refused by the server itself: 400, 408, 413, 429, 431, 503.
    virtual Response refusal(int status, const Request& head) const = 0;
    // An answer that broke off on its way, for the log.
    virtual void broke_down(const Request& head, std::string_view cause) const = 0;
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  // 0: any free one
    // By Lane, in its order.
    std::array<LaneLimits, lane_count> lanes{{
        {2, 256, 64, 2, false},
        {2, 64, 16, 2, false},
        {2, 16, 4, 1, true},
        {4, 128, 16, 4, false},
        {2, 32, 4, 2, true},
        {2, 64, 8, 1, true},
    }};
    int connections = 512;
    int connections_of_one = 128;  // of one address that is no trusted proxy
    // Of bodies that have come and of answers that are made and not yet sent.
    std::uint64_t bytes = std::uint64_t{2} << 30;
    std::uint64_t bytes_of_one = std::uint64_t{512} << 20;
    // Where bodies wait that are too large for memory, in files without a name.
    std::filesystem::path spool = std::filesystem::temp_directory_path();
    std::vector<std::string> trusted_proxies;  // as plain_address() has them
    std::size_t header_bytes = 16u << 10;
    std::chrono::milliseconds header_time{10'000};  // for all of the header, not for each read
    // For all of the body, and the longer the more of it has come: at least so many bytes a second.
    std::chrono::milliseconds body_time{60'000};
    std::uint64_t body_rate = 64u << 10;
    // For each part of an answer, and for all of it at this rate.
    std::chrono::milliseconds write_time{60'000};
    std::uint64_t write_rate = 32u << 10;
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

    // By Lane, from any thread.
    std::array<LaneLoad, lane_count> load() const;

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace gongkai::http
