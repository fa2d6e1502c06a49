#pragma once

#include <exception>
#include <functional>
#include <iosfwd>

#include "base/result.h"
#include "http/router.h"
#include "http/server.h"

namespace gongkai::http {

// The routes as an application: finds the handler, turns what breaks down in it into an answer
// with an incident number (the detail goes to the log alone), and gives every answer the security
// headers and, where it may be kept, an ETag.
class Dispatch : public Application {
public:
    // Makes the page for a status and a sentence; which form it has depends on the request's path.
    using Explain = std::function<Response(int status, std::string_view path, const Error& error)>;

    Dispatch(Router router, Explain explain, std::ostream& log);

    const Router& router() const { return router_; }

    std::size_t body_limit(std::string_view method, std::string_view path) const override;
    Response answer(Request request) const override;
    Response refusal(int status, std::string_view path) const override;

private:
    Response handled(Request& request) const;
    // What a visitor is told of a breakdown, with the number under which the log tells its cause.
    Response broken(const Request& request, const std::exception& fault, std::string_view code,
                    std::string_view said) const;

    Router router_;
    Explain explain_;
    std::ostream& log_;
};

// The ETag of a body: the same for the same bytes alone.
std::string strong_tag(std::string_view body);

// The one place that turns a kind of refusal into a status.
int status_of(ErrorKind kind);

}  // namespace gongkai::http
