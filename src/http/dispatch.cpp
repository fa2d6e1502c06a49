#include "http/dispatch.h"

#include <chrono>
#include <ostream>
#include <random>
#include <syncstream>

#include "base/date.h"
#include "base/digest.h"
#include "base/unavailable.h"
#include "http/same_origin.h"

namespace gongkai::http {

namespace {

// Scripts, styles and images come from this site alone; downloads offered as data: links are
// navigations of the visitor's own and need nothing here.
constexpr std::string_view content_policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

void secure(Response& response) {
    // The console has a policy of its own, as strict.
    if (response.header("Content-Security-Policy").empty())
        response.set("Content-Security-Policy", content_policy);
    response.set("X-Content-Type-Options", "nosniff");
    response.set("Referrer-Policy", "same-origin");
    response.set("Cross-Origin-Opener-Policy", "same-origin");
    if (response.header("Cache-Control").empty())
        response.set("Cache-Control", response.status == 200 ? "no-cache" : "no-store");
}

// Saves sending what the client already has.
void validate(const Request& request, Response& response) {
    const bool get = request.method == "GET" || request.method == "HEAD";
    if (!get || response.status != 200 || response.header("Cache-Control") == "no-store") return;
    if (response.header("ETag").empty()) response.set("ETag", strong_tag(response.body));
    const std::string tag(response.header("ETag"));
    response.set("Vary", "Cookie");
    if (request.header("If-None-Match").find(tag) == std::string_view::npos) return;
    response.status = 304;
    response.body.clear();
}

std::string incident() {
    thread_local std::mt19937_64 random{std::random_device{}()};
    constexpr char signs[] = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    std::string number;
    for (int i = 0; i < 8; ++i)
        number += signs[random() % (sizeof signs - 1)];
    return number;
}

std::string now() {
    return iso(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
}

Error sentence(int status) {
    switch (status) {
        case 400:
            return {ErrorKind::Invalid, "http.malformed", "浏览器发来的请求格式不对，未予处理。"};
        case 404:
            return {ErrorKind::NotFound, "http.not-found",
                    "没有这个页面。请核对网址，或从首页重新进入。"};
        case 405: return {ErrorKind::NotAllowed, "http.method", "这个地址不接受这种请求方式。"};
        case 408: return {ErrorKind::Invalid, "http.slow", "请求没有在规定时间内发完，请重试。"};
        case 413:
            return {ErrorKind::TooLarge, "http.too-large",
                    "文件太大：一次最多上传 20 MB。请确认选的是年度报告本身；"
                    "如果报告里有大量图片，请另存为不含图片的文件再试。"};
        case 431:
            return {ErrorKind::TooLarge, "http.header-too-large",
                    "请求头过长，未予处理。请清除本站的浏览数据后重试。"};
        default: return {ErrorKind::Unavailable, "http.busy", "现在检查的人较多，请过一会儿再试。"};
    }
}

}  // namespace

std::string strong_tag(std::string_view body) { return '"' + sha256(body).substr(0, 24) + '"'; }

int status_of(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::Invalid: return 422;
        case ErrorKind::NotFound: return 404;
        case ErrorKind::Forbidden: return 403;
        // What the state forbids; 405 is for a method that a path does not have.
        case ErrorKind::NotAllowed:
        case ErrorKind::Conflict: return 409;
        case ErrorKind::TooLarge: return 413;
        case ErrorKind::Unavailable: return 503;
    }
    return 500;
}

Dispatch::Dispatch(Router router, Explain explain, std::ostream& log)
    : router_(std::move(router)), explain_(std::move(explain)), log_(log) {}

std::size_t Dispatch::body_limit(std::string_view method, std::string_view path) const {
    const auto match = router_.match(method, path);
    return match ? match->route->body_limit : usual_body;
}

Response Dispatch::handled(Request& request) const {
    const auto match = router_.match(request.method, request.path);
    if (!match) {
        const std::string allowed = router_.allowed(request.path);
        const int status = allowed.empty() ? 404 : 405;
        Response response = explain_(status, request.path, sentence(status));
        if (!allowed.empty()) response.set("Allow", allowed);
        return response;
    }
    if (is_from_another_site(request))
        return explain_(
            403, request.path,
            {ErrorKind::Forbidden, "http.cross-site",
             "这个请求是从别的网站的页面发来的，为保护您没有受理。请打开本站的页面重新操作。"});
    request.parameters = match->parameters;
    return match->route->handler(request);
}

Response Dispatch::answer(Request request) const {
    Response response;
    try {
        response = handled(request);
    } catch (const std::exception& fault) {
        const std::string number = incident();
        std::osyncstream(log_) << now() << " incident " << number << ' ' << request.method << ' '
                               << request.path << ": " << fault.what() << '\n';
        const auto* away = dynamic_cast<const Unavailable*>(&fault);
        response = away ? explain_(503, request.path, away->refusal())
                        : explain_(500, request.path,
                                   {ErrorKind::Unavailable, "http.incident",
                                    "程序出了故障，没有办成。故障编号 " + number +
                                        "，请告诉管理员，凭此编号可以查到原因。"});
    }
    if (response.status == 503 && response.header("Retry-After").empty())
        response.set("Retry-After", "10");
    secure(response);
    validate(request, response);
    return response;
}

Response Dispatch::refusal(int status, std::string_view path) const {
    Response response = explain_(status, path, sentence(status));
    secure(response);
    return response;
}

}  // namespace gongkai::http
