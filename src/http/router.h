#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "http/message.h"
#include "organs/account.h"

namespace gongkai::http {

inline constexpr std::size_t usual_body = 64u << 10;

// How large files may be that are handed in; a setting.
struct UploadLimits {
    std::size_t anybody = std::size_t{20} << 20;
    std::size_t staff = std::size_t{200} << 20;
};

// Who may use a route: what the caller needs over the body that the path names with {organ}, or
// over his own.
using Right = organs::Right;

// Whose an answer is. What is everybody's may be kept and given again (site/shared_answers.h).
enum class Audience { OneVisitor, Everybody };

// What a handler does with a body: which lane it takes (lane.h).
enum class Work { Usual, Upload, Password };

struct Parameter {
    std::string_view name;
    std::string_view explains;
};

using Handler = std::function<Response(const Request&)>;
// What an answer rests on, as a text: another one once that has changed.
using Ground = std::function<std::string(const Request&)>;

// One way into the program, from which the router, the OpenAPI description and the tests are made.
// A path may have {name} in place of a part of it, "/reports/{id}", "/api/reports/{id}.csv", and
// {name...} for all that is left.
//
// All routes are made by open(), or by what stands on it (api::work_route, api::public_route,
// portal::body_route), and say behind it what they have beside the usual:
//     Route::open("GET", "/reports", "各机关的年度报告", page, handler).asking({{"q",
//     "…"}}).shared()
struct Route {
    std::string_view method;
    std::string_view path;
    std::string_view title;    // Chinese: what it does
    std::string_view answers;  // media type of the usual answer
    Handler handler;
    std::size_t body_limit = usual_body;
    Right right = Right::Public;
    Work work = Work::Usual;
    std::vector<Parameter> parameters{};  // of the query
    Audience audience = Audience::OneVisitor;
    std::vector<int> refuses{};
    Ground ground{};  // of an answer that is everybody's; none: all that is in the store

    // For anybody.
    static Route open(std::string_view method, std::string_view path, std::string_view title,
                      std::string_view answers, Handler handler);

    Route needing(Right needed) &&;
    Route taking(std::size_t limit) &&;     // bytes of the body
    Route uploading(std::size_t limit) &&;  // a file as the body, or one in a form
    Route hashing() &&;                     // a password
    Route asking(std::vector<Parameter> query) &&;
    Route answering(std::string_view media_type) &&;
    // Statuses of refusals that neither right, path nor body explains: api_description.h.
    Route refusing(std::vector<int> statuses) &&;
    // The answer is everybody's, and is kept while its ground is the same.
    Route shared(Ground rests_on = {}) &&;
};

// Finds the route of a request. Where several match, the first of the table is it.
class Router {
public:
    explicit Router(std::vector<Route> routes) : routes_(std::move(routes)) {}

    const std::vector<Route>& routes() const { return routes_; }

    struct Match {
        const Route* route;
        std::map<std::string, std::string, std::less<>> parameters;
    };
    // Nothing where no route has the path and method. HEAD is answered by GET.
    std::optional<Match> match(std::string_view method, std::string_view path) const;
    // The methods of a path, for the header Allow; empty where no route has the path.
    std::string allowed(std::string_view path) const;

private:
    std::vector<Route> routes_;
};

}  // namespace gongkai::http
