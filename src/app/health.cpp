#include "app/health.h"

#include <utility>

namespace gongkai::app {

namespace {

http::Response told(int status, const std::string& word) {
    return {status,
            {{"Content-Type", "text/plain; charset=utf-8"}, {"Cache-Control", "no-store"}},
            word + '\n'};
}

}  // namespace

std::vector<http::Route> health_routes(std::function<Readiness()> readiness) {
    return {http::Route::open("GET", "/healthz", "程序在运行", "text/plain",
                              [](const http::Request&) { return told(200, "ok"); }),
            http::Route::open("GET", "/readyz", "可以提供服务", "text/plain",
                              [readiness = std::move(readiness)](const http::Request&) {
                                  const Readiness now = readiness();
                                  return told(now.ready ? 200 : 503, now.said);
                              })
                .refusing({503})};
}

}  // namespace gongkai::app
