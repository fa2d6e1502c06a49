#pragma once

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <sstream>
#include <thread>

#include "http/dispatch.h"
#include "http/server.h"

// A server on a free port, and clients that see what comes over the wire.
namespace gongkai::testing {

using namespace http;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

// More than the system keeps for a client that does not read.
inline constexpr std::size_t large_body = 64u << 20;

inline constexpr std::size_t streamed_body = 3'000'000;
extern std::atomic<int> reads_of_streams;  // of all that is streamed here
const std::string& streamed_bytes();
inline constexpr std::size_t upload_limit = 20u << 20;

// Who is called "clerk" in his cookie is signed in.
struct DoorkeeperForTests : Doorkeeper {
    std::string known(const Request& head) const override {
        return is_known && head.header("Cookie") == "clerk" ? "clerk" : "";
    }
    bool vouch(const Request& head) override {
        ++asked;
        is_known = is_known || head.header("Cookie") == "clerk";
        return head.header("Cookie") == "clerk";
    }
    void forget(const Request&) override {}
    std::atomic<bool> is_known{false};
    std::atomic<int> asked{0};
};

// A gate in front of which the route /held waits.
struct Gate {
    std::mutex mutex;
    std::condition_variable changed;
    int held = 0;
    bool is_open = false;
};

Router routes(Gate& gate);

struct Running {
    Running() : Running(options()) {}
    explicit Running(const ServerOptions& how)
        : dispatch(
              routes(gate),
              [](int status, std::string_view path, const Error& error) {
                  return Response{status, {{"X-Refused", std::string(path)}}, error.message};
              },
              log, &doorkeeper),
          server(dispatch, how),
          thread([this] { server.run(); }) {}
    ~Running() { stop(); }
    void wait_until_held() const {
        std::unique_lock lock(gate.mutex);
        REQUIRE(gate.changed.wait_for(lock, 4s, [&] { return gate.held > 0; }));
    }
    void release() const {
        const std::lock_guard lock(gate.mutex);
        gate.is_open = true;
        gate.changed.notify_all();
    }
    void stop() {
        release();
        server.stop();
        if (thread.joinable()) thread.join();
    }
    static ServerOptions options() {
        ServerOptions it;
        it.port = 0;
        it.header_time = 400ms;
        it.body_time = 400ms;
        it.idle_time = 400ms;
        it.connections = 8;
        return it;
    }
    std::ostringstream log;
    DoorkeeperForTests doorkeeper;
    mutable Gate gate;
    Dispatch dispatch;
    Server server;
    std::thread thread;
};

class Client {
public:
    explicit Client(const Running& to) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(to.server.port());
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval patience{5, 0};
        setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        REQUIRE(connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    }
    ~Client() { close(socket_); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(std::size_t(sent));
        }
        return true;
    }
    std::string until(std::string_view end) {
        while (received_.find(end) == received_.npos && more()) {
        }
        return received_;
    }
    std::string all() {
        while (more()) {
        }
        return received_;
    }
    void no_more_sending() { shutdown(socket_, SHUT_WR); }

    // Whether the server has closed its end within the time; this end stays open meanwhile.
    bool is_closed_within(milliseconds bound) {
        const auto until = std::chrono::steady_clock::now() + bound;
        for (;;) {
            const auto left =
                std::chrono::duration_cast<milliseconds>(until - std::chrono::steady_clock::now());
            pollfd waiting{socket_, POLLIN, 0};
            if (left.count() <= 0 || poll(&waiting, 1, int(left.count())) <= 0) return false;
            if (!more()) return true;
        }
    }
    const std::string& received() const { return received_; }

private:
    bool more() {
        char bytes[4096];
        const auto size = recv(socket_, bytes, sizeof bytes, 0);
        if (size <= 0) return false;
        received_.append(bytes, std::size_t(size));
        return true;
    }
    int socket_;
    std::string received_;
};

std::string answer(const Running& to, const std::string& bytes);

std::string status(const std::string& text);

}  // namespace gongkai::testing
