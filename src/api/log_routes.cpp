#include "api/log_routes.h"

#include "http/dispatch.h"
#include "site/guard.h"
#include "site/log_addresses.h"

namespace gongkai::api {

using http::Request;
using http::Response;
using http::Route;

namespace {

constexpr std::string_view text_type = "text/plain; charset=utf-8",
                           bytes_type = "application/octet-stream";
// A tile of a width never changes. A bundle does: of what is withdrawn it has no more than the
// hash.
constexpr std::string_view for_good = "public, max-age=31536000, immutable",
                           a_moment = "public, max-age=1", asked_each_time = "no-cache";

// Whoever fetches a log is a program, to which a line is as good as a page.
Response refused(const Error& error) {
    Response response;
    response.status = http::status_of(error.kind);
    response.set("Content-Type", text_type);
    response.body = error.message + "\n";
    return response;
}

Response answered(Result<std::string> made, std::string_view media_type, std::string_view caching) {
    if (!made.ok()) return refused(made.error());
    Response response;
    response.set("Content-Type", media_type);
    response.set("Cache-Control", caching);
    response.body = std::move(made.value());
    return response;
}

// One log has one address: "0330302-03" is none.
std::optional<journal::LogKey> log_of(const Request& request) {
    const auto log = site::organ_of_path(request.parameter("organ"));
    if (!log || site::organ_in_path(*log) != request.parameter("organ")) return {};
    return log;
}

Error no_log() { return {ErrorKind::NotFound, "log.none", "没有这个机关的公开日志。请核对网址。"}; }

Response tile(const desk::PublicLog& log, const Request& request, Date today) {
    const auto of = log_of(request);
    if (!of) return refused(no_log());
    const auto tile = tlog::tile_at(request.parameter("tile"));
    if (!tile) return refused({ErrorKind::NotFound, "log.no-tile", "公开日志没有这样的路径。"});
    const bool is_bundle = tile->level == tlog::entries_level;
    return answered(log.tile(*of, *tile, today), bytes_type,
                    is_bundle ? asked_each_time : for_good);
}

}  // namespace

std::vector<Route> log_routes(const site::Services& services, const desk::PublicLog& log) {
    namespace pattern = address::pattern;
    const auto note = [&log](std::string_view path, std::string_view title, auto made) {
        return Route::open("GET", path, title, text_type,
                           [&log, made](const Request& request) {
                               const auto of = log_of(request);
                               return of ? answered((log.*made)(*of), text_type, a_moment)
                                         : refused(no_log());
                           })
            .refusing({404});
    };
    return {
        note(pattern::log_checkpoint, "公开日志的检查点，带签名", &desk::PublicLog::checkpoint),
        note(pattern::log_cosigned, "公开日志最近一次共同签名的检查点", &desk::PublicLog::cosigned),
        note(pattern::log_keys, "公开日志签名的公钥", &desk::PublicLog::keys),
        Route::open("GET", pattern::log_tile, "公开日志的一块：摘要，或者可以公开的记录",
                    bytes_type,
                    [&services, &log](const Request& request) {
                        return tile(log, request, china_day(services.now()));
                    })
            .refusing({404}),
    };
}

}  // namespace gongkai::api
