#include "http/router.h"

#include <algorithm>

namespace gongkai::http {

namespace {

using Parameters = std::map<std::string, std::string, std::less<>>;

constexpr std::string_view all_that_is_left = "...";

// One {name} of the pattern takes one or more signs other than a slash; {name...} at its end takes
// all signs that are left.
bool fits(std::string_view pattern, std::string_view path, Parameters& parameters) {
    while (!pattern.empty()) {
        if (pattern.front() != '{') {
            if (path.empty() || path.front() != pattern.front()) return false;
            pattern.remove_prefix(1);
            path.remove_prefix(1);
            continue;
        }
        const auto close = pattern.find('}');
        const auto name = pattern.substr(1, close - 1);
        pattern.remove_prefix(close + 1);
        if (name.ends_with(all_that_is_left)) {
            parameters[std::string(name.substr(0, name.size() - all_that_is_left.size()))] = path;
            return pattern.empty() && !path.empty();
        }
        // What follows the name up to the next slash is literal, such as ".csv".
        const auto tail = pattern.substr(0, std::min(pattern.find('/'), pattern.size()));
        const auto part = path.substr(0, std::min(path.find('/'), path.size()));
        if (part.size() <= tail.size() || !part.ends_with(tail)) return false;
        parameters[std::string(name)] = part.substr(0, part.size() - tail.size());
        pattern.remove_prefix(tail.size());
        path.remove_prefix(part.size());
    }
    return path.empty();
}

}  // namespace

Route Route::open(std::string_view method, std::string_view path, std::string_view title,
                  std::string_view answers, Handler handler) {
    return {method, path, title, answers, std::move(handler)};
}

Route Route::needing(Right needed) && {
    right = needed;
    return std::move(*this);
}

Route Route::taking(std::size_t limit) && {
    body_limit = limit;
    return std::move(*this);
}

Route Route::uploading(std::size_t limit) && {
    work = Work::Upload;
    return std::move(*this).taking(limit);
}

Route Route::hashing() && {
    work = Work::Password;
    return std::move(*this);
}

Route Route::asking(std::vector<Parameter> query) && {
    parameters = std::move(query);
    return std::move(*this);
}

Route Route::answering(std::string_view media_type) && {
    answers = media_type;
    return std::move(*this);
}

Route Route::refusing(std::vector<int> statuses) && {
    refuses = std::move(statuses);
    return std::move(*this);
}

Route Route::shared(Ground rests_on) && {
    audience = Audience::Everybody;
    ground = std::move(rests_on);
    return std::move(*this);
}

std::optional<Router::Match> Router::match(std::string_view method, std::string_view path) const {
    if (method == "HEAD") method = "GET";
    for (const Route& route : routes_) {
        Parameters parameters;
        if (route.method == method && fits(route.path, path, parameters))
            return Match{&route, std::move(parameters)};
    }
    return {};
}

std::string Router::allowed(std::string_view path) const {
    std::string methods;
    for (const Route& route : routes_) {
        Parameters parameters;
        if (!fits(route.path, path, parameters)) continue;
        if (!methods.empty()) methods += ", ";
        methods += route.method;
        if (route.method == "GET") methods += ", HEAD";
    }
    return methods;
}

}  // namespace gongkai::http
