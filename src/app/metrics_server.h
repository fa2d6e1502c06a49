#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <thread>

#include "http/dispatch.h"
#include "http/server.h"

namespace gongkai::app {

// GET /metrics on a port of its own, on 127.0.0.1 alone: what it tells is for whoever runs the
// machine. Serves from its making to its end.
class MetricsServer {
public:
    // `text` makes the figures, from any thread. What breaks down is written to `log`. Both outlive
    // it. Throws std::runtime_error, in Chinese, where the port cannot be had.
    MetricsServer(std::uint16_t port, std::function<std::string()> text, std::ostream& log);
    ~MetricsServer();
    MetricsServer(const MetricsServer&) = delete;
    MetricsServer& operator=(const MetricsServer&) = delete;

    std::uint16_t port() const { return server_->port(); }

private:
    http::Dispatch routes_;
    std::unique_ptr<http::Server> server_;
    std::thread thread_;
};

}  // namespace gongkai::app
