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
inline constexpr std::size_t upload_body = 20u << 20;

// Who may use a route: what the caller needs over the body that the path names with {organ}, or
// over his own.
using Right = organs::Right;

// Whose an answer is. What is everybody's may be kept and given again (site/shared_answers.h).
enum class Audience { OneVisitor, Everybody };

struct Parameter {
    std::string_view name;
    std::string_view explains;
};

// One way into the program, from which the router, the OpenAPI description and the tests are made.
// A path may have {name} in place of a part of it: "/reports/{id}", "/api/reports/{id}.csv"; a last
// {name...} takes all that is left, however many parts it has.
struct Route {
    std::string_view method;
    std::string_view path;
    std::string_view title;  // Chinese: what it does
    std::size_t body_limit;
    Right right;
    std::string_view answers;           // media type of the usual answer
    std::vector<Parameter> parameters;  // of the query
    std::function<Response(const Request&)> handler;
    Audience audience = Audience::OneVisitor;
    // Statuses of refusals that neither right, path nor body explains: api_description.h.
    std::vector<int> refuses{};
    // Of an answer that is everybody's: what it rests on, another text once that has changed.
    // None: all that is in the store.
    std::function<std::string(const Request&)> ground{};
};

Route refusing(Route route, std::vector<int> statuses);

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
