#pragma once

#include <exception>
#include <functional>
#include <iosfwd>

#include "base/result.h"
#include "http/doorkeeper.h"
#include "http/log.h"
#include "http/router.h"
#include "http/server.h"
#include "http/tally.h"

namespace gongkai::http {

// Something that broke down while a request was answered, for whoever keeps account of it.
struct Breakdown {
    std::string_view code;     // "http.damaged", or that of the refusal, such as "store.gone"
    std::string_view pattern;  // of the route; empty where there is none
    const Request& request;
    std::string request_id;  // under which the log has the cause
};

// The routes as an application: says which lane a request takes, finds the handler, turns what
// breaks down in it into an answer with the request's number (the detail goes to the log alone),
// and gives every answer that number, the security headers and, where it may be kept, an ETag.
class Dispatch : public Application {
public:
    // Makes the page for a status and a sentence; which form it has depends on the request's path.
    using Explain = std::function<Response(int status, std::string_view path, const Error& error)>;

    // Without a doorkeeper nobody is signed in. It outlives this.
    Dispatch(Router router, Explain explain, std::ostream& log, Doorkeeper* doorkeeper = nullptr);

    const Router& router() const { return router_; }
    // By the place of the route in the router's table.
    const Tally& tally() const { return tally_; }

    // `told` hears of each breakdown, from many threads; it waits for nothing and throws nothing.
    // To be set before the first request.
    using Told = std::function<void(const Breakdown&)>;
    void on_breakdown(Told told) { told_ = std::move(told); }

    Claim claim(const Request& head) const override;
    bool vouch(const Request& head) const override;
    Response answer(Request request) const override;
    Response refusal(int status, const Request& head) const override;
    void broke_down(const Request& head, std::string_view cause) const override;

private:
    using Match = std::optional<Router::Match>;
    Response handled(Request& request, const Match& match) const;
    Response answered(Request& request, const Match& match) const;
    Response made(Request& request, const Match& match) const;
    Response without_range(const Request& request, const Response& of_file) const;
    // What a visitor is told of a breakdown, with the number under which the log tells its cause.
    Response failed(const Request& request, std::string_view cause, std::string_view code,
                    std::string_view said) const;
    void tell(const Request& request, std::string_view cause, std::string_view code) const;

    Router router_;
    Explain explain_;
    Log log_;
    Doorkeeper* doorkeeper_;
    Told told_;
    mutable Tally tally_;
};

// The lane of a route; one that needs a right has it for those who are signed in.
Lane lane_of(const Route& route);

// The ETag of bytes whose SHA-256 is known, without its quotes.
inline std::string_view strong_tag_of(std::string_view digest) { return digest.substr(0, 24); }
// The ETag of a body: the same for the same bytes alone.
std::string strong_tag(std::string_view body);

// The one place that turns a kind of refusal into a status.
int status_of(ErrorKind kind);

}  // namespace gongkai::http
