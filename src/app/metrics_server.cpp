#include "app/metrics_server.h"

#include <stdexcept>
#include <system_error>
#include <utility>

#include "http/metrics_text.h"

namespace gongkai::app {

namespace {

http::Response plain(int status, std::string body) {
    return {status,
            {{"Content-Type", std::string(http::MetricsText::media_type)},
             {"Cache-Control", "no-store"}},
            std::move(body)};
}

http::Router routes(std::function<std::string()> text) {
    return http::Router({http::Route::open(
        "GET", "/metrics", "监控", "text/plain",
        [text = std::move(text)](const http::Request&) { return plain(200, text()); })});
}

http::Response explain(int status, std::string_view, const Error& error) {
    return plain(status, error.message + '\n');
}

http::ServerOptions on_loopback(std::uint16_t port) {
    http::ServerOptions how;
    how.port = port;
    for (auto& lane : how.lanes)
        lane.workers = lane.workers_for_one = 1;
    how.connections = how.connections_of_one = 16;
    return how;
}

std::unique_ptr<http::Server> listening(const http::Dispatch& routes, std::uint16_t port) {
    try {
        return std::make_unique<http::Server>(routes, on_loopback(port));
    } catch (const std::system_error& fault) {
        const bool taken = fault.code() == std::errc::address_in_use;
        throw std::runtime_error("监控端口 " + std::to_string(port) + " 不能用：" +
                                 (taken ? "已被别的程序占用" : fault.code().message()) +
                                 "。请用 --metrics-port 换一个。");
    }
}

}  // namespace

MetricsServer::MetricsServer(std::uint16_t port, std::function<std::string()> text,
                             std::ostream& log)
    : routes_(routes(std::move(text)), explain, log),
      server_(listening(routes_, port)),
      thread_([this] { server_->run(); }) {}

MetricsServer::~MetricsServer() {
    server_->stop();
    thread_.join();
}

}  // namespace gongkai::app
