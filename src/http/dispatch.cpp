#include "http/dispatch.h"

#include <chrono>
#include <ostream>

#include "base/damaged.h"
#include "base/digest.h"
#include "base/unavailable.h"
#include "http/byte_range.h"
#include "http/request_id.h"
#include "http/same_origin.h"

namespace gongkai::http {

namespace {

constexpr int not_signed_in = 401, not_satisfiable = 416, too_many = 429, unavailable = 503;
constexpr std::string_view soon = "2";  // seconds, of Retry-After
constexpr std::string_view request_id_header = "X-Request-Id";

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
    if (!get || response.status != 200) return;
    if (response.header("ETag").empty()) {
        // What no cache may keep has a tag only where its maker knows one without reading it, such
        // as a file of the office: a program that has it asks whether it is still the same.
        if (response.header("Cache-Control") == "no-store") return;
        response.set("ETag", strong_tag(response.body));
    }
    const std::string tag(response.header("ETag"));
    response.set("Vary", "Cookie");
    if (request.header("If-None-Match").find(tag) == std::string_view::npos) return;
    response.status = 304;
    response.body.clear();
    response.streamed = {};
}

// What came is too large for what it was sent to.
Error too_large(const Route* route) {
    const std::size_t limit = route ? route->body_limit : usual_body;
    if (route && route->work == Work::Upload) {
        const auto what = route->title.substr(0, route->title.find("："));
        return {ErrorKind::TooLarge, "http.too-large",
                "文件太大，没有收下：“" + std::string(what) + "”一次最多上传 " +
                    std::to_string(limit >> 20) + " MB。请压缩，或者拆成几个文件。"};
    }
    return {ErrorKind::TooLarge, "http.too-large",
            "填写的内容太多，没有收下：一次最多 " + std::to_string(limit >> 10) +
                " KB。请缩短后再提交。"};
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
        case 416: return {ErrorKind::Invalid, "http.range", "文件没有这么长，请从头下载。"};
        case 429:
            return {ErrorKind::Unavailable, "http.share",
                    "从您这个网络地址同时来的请求太多，请等前面的办完再试。"};
        case 431:
            return {ErrorKind::TooLarge, "http.header-too-large",
                    "请求头过长，未予处理。请清除本站的浏览数据后重试。"};
        default: return {ErrorKind::Unavailable, "http.busy", "现在使用的人较多，请过一会儿再试。"};
    }
}

Error unreadable_query() {
    return {ErrorKind::Invalid, "http.query",
            "网址里“?”后面的内容读不懂：“%”后面应是两位十六进制数字，也不能是 %00。"
            "请核对网址，或从首页重新进入。"};
}

// Its place in the table of routes, and their number for none.
std::size_t place_of(const Router& router, const std::optional<Router::Match>& match) {
    const auto& routes = router.routes();
    return match ? std::size_t(match->route - routes.data()) : routes.size();
}

}  // namespace

std::string strong_tag(std::string_view body) {
    return '"' + std::string(strong_tag_of(sha256(body))) + '"';
}

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

Dispatch::Dispatch(Router router, Explain explain, std::ostream& log, Doorkeeper* doorkeeper)
    : router_(std::move(router)),
      explain_(std::move(explain)),
      log_(log),
      doorkeeper_(doorkeeper),
      tally_(router_.routes().size()) {}

Lane lane_of(const Route& route) {
    const bool file = route.work == Work::Upload;
    if (route.work == Work::Password) return Lane::Passwords;
    if (route.right != Right::Public) return file ? Lane::StaffUploads : Lane::Staff;
    return file ? Lane::Uploads : route.method == "GET" ? Lane::Pages : Lane::Forms;
}

Claim Dispatch::claim(const Request& head) const {
    const auto match = router_.match(head.method, head.path);
    Claim it{match ? match->route->body_limit : usual_body, Lane::Pages, head.client};
    if (!match) return it;
    const Route& route = *match->route;
    if (route.right == Right::Public || route.work == Work::Password) {
        it.lane = lane_of(route);
    } else if (const auto who = doorkeeper_ ? doorkeeper_->known(head) : std::string();
               !who.empty()) {
        it.lane = lane_of(route);
        it.share = who;
    } else {
        it.is_in_doubt = true;
    }
    return it;
}

bool Dispatch::vouch(const Request& head) const {
    try {
        return doorkeeper_ && doorkeeper_->vouch(head);
    } catch (const std::exception&) {
        return false;  // its answer says what broke down
    }
}

Response Dispatch::handled(Request& request, const Match& match) const {
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
    // A condition that could not be read must not be none.
    if (!request.query_is_whole && !match->route->parameters.empty())
        return explain_(status_of(ErrorKind::Invalid), request.path, unreadable_query());
    request.parameters = match->parameters;
    return match->route->handler(request);
}

Response Dispatch::failed(const Request& request, std::string_view cause, std::string_view code,
                          std::string_view said) const {
    tell(request, cause, code);
    return explain_(500, request.path,
                    {ErrorKind::Unavailable, std::string(code),
                     std::string(said) + "故障编号 " + RequestId::current() +
                         "，请告诉管理员，凭此编号可以查到原因。"});
}

Response Dispatch::answered(Request& request, const Match& match) const {
    try {
        return handled(request, match);
    } catch (const Damaged& fault) {
        return failed(
            request, fault.what(), "http.damaged",
            "这里的内容在服务器上已损坏或者丢失，暂时看不到；不是没有公布，也不是没有登记。");
    } catch (const std::exception& fault) {
        const auto* away = dynamic_cast<const Unavailable*>(&fault);
        if (!away)
            return failed(request, fault.what(), "http.incident", "程序出了故障，没有办成。");
        const Error refusal = away->refusal();
        tell(request, fault.what(), refusal.code);
        return explain_(unavailable, request.path, refusal);
    }
}

// The sentence, with nothing of the file but how long it is.
Response Dispatch::without_range(const Request& request, const Response& of_file) const {
    Response said = explain_(not_satisfiable, request.path, sentence(not_satisfiable));
    said.set("Content-Range", std::string(of_file.header("Content-Range")));
    secure(said);
    return said;
}

Response Dispatch::made(Request& request, const Match& match) const {
    Response response = answered(request, match);
    if (response.status == unavailable && response.header("Retry-After").empty())
        response.set("Retry-After", soon);
    if (response.status == not_signed_in && doorkeeper_) doorkeeper_->forget(request);
    secure(response);
    validate(request, response);
    cut_to_range(request, response);
    if (response.status == not_satisfiable) response = without_range(request, response);
    return response;
}

Response Dispatch::answer(Request request) const {
    const RequestId id;
    const auto began = std::chrono::steady_clock::now();
    const Match match = router_.match(request.method, request.path);
    Response response = made(request, match);
    response.set(request_id_header, id.text());
    tally_.note(place_of(router_, match), response.status,
                std::chrono::duration_cast<std::chrono::microseconds>(
                    std::chrono::steady_clock::now() - began));
    return response;
}

Response Dispatch::refusal(int status, const Request& head) const {
    const RequestId id;
    const auto match = router_.match(head.method, head.path);
    Response response =
        explain_(status, head.path,
                 status == 413 ? too_large(match ? match->route : nullptr) : sentence(status));
    if (status == unavailable || status == too_many) response.set("Retry-After", soon);
    secure(response);
    response.set(request_id_header, id.text());
    tally_.note(place_of(router_, match), status, {});
    return response;
}

void Dispatch::broke_down(const Request& head, std::string_view cause) const {
    tell(head, cause, "http.broken-off");
}

void Dispatch::tell(const Request& request, std::string_view cause, std::string_view code) const {
    log_.error("incident", {{"method", request.method}, {"path", request.path}, {"cause", cause}});
    if (!told_) return;
    const auto match = router_.match(request.method, request.path);
    told_({code, match ? match->route->path : std::string_view(), request, RequestId::current()});
}

}  // namespace gongkai::http
