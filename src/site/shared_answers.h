#pragma once

#include <cstddef>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "http/router.h"

namespace gongkai::site {

// Answers that are everybody's, kept in memory and given again (docs/decisions/0020).
//
// The handler of a shared route sees of a request only what its answer is kept under: the path, the
// parameters of the query that the route table declares, and whether the page is wanted large or in
// high contrast. So nobody's session, address or header can be in what others are given. An answer
// is given again only while its ground is the same: what the route says that it reads, or else the
// state of the store, asked for each request, and the day in China. While the store is away, what
// is kept is given again as it is. Refusals and whatever sets a cookie or says itself how long it
// may be kept are never kept. May be used from many threads.
class SharedAnswers {
public:
    // `ground` is that of routes that name none. It is asked before an answer is made, so that what
    // changes meanwhile makes it old.
    SharedAnswers(std::function<std::string()> ground, std::size_t most_bytes)
        : ground_(std::move(ground)), most_bytes_(most_bytes) {}

    // The route with a handler that gives its answers again. Outlives the route.
    http::Route shared(http::Route route);

    std::size_t bytes() const;  // that it holds, about

private:
    struct Kept {
        std::string key, ground;
        std::shared_ptr<const http::Response> answer;
        std::size_t bytes = 0;
    };
    using Place = std::list<Kept>::iterator;

    http::Response answer(const http::Route& route, const http::Request& request);
    // Without a ground: whatever is kept.
    std::shared_ptr<const http::Response> find(const std::string& key,
                                               const std::optional<std::string>& ground);
    void keep(Kept fresh);
    void drop(Place place);

    const std::function<std::string()> ground_;
    const std::size_t most_bytes_;
    mutable std::mutex mutex_;
    std::list<Kept> kept_;  // the one used last is the first
    std::unordered_map<std::string_view, Place> places_;
    std::size_t bytes_ = 0;
};

}  // namespace gongkai::site
