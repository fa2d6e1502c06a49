#include "site/grounds.h"

#include "journal/log_name.h"
#include "site/guard.h"

namespace gongkai::site {

namespace {

constexpr std::size_t most_read = 20'000;  // as many bodies as a province has

}  // namespace

std::string Grounds::of_store() const {
    const auto state = services_.state();
    return services_.now ? state + "/" + iso(china_day(services_.now())) : state;
}

std::string Grounds::of_body(const http::Request& request) {
    const auto organ = journal::log_named(request.parameter("organ"));
    if (!organ || !services_.desks) return of_store();
    const auto ground = read_once(journal::log_name(*organ),
                                  [&] { return services_.desks->catalogue.state(*organ); });
    return ground + "/" + iso(china_day(services_.now()));
}

std::string Grounds::of_reports() {
    return read_once("", [&] { return services_.library.state(); });
}

std::string Grounds::read_once(const std::string& key, const std::function<std::string()>& read) {
    // Before it is read: what is committed meanwhile makes it old.
    std::string state = services_.state();
    {
        const std::scoped_lock lock(mutex_);
        if (const auto known = read_.find(key);
            known != read_.end() && known->second.state == state)
            return known->second.ground;
    }
    std::string ground = read();
    const std::scoped_lock lock(mutex_);
    if (read_.size() >= most_read) read_.clear();
    read_[key] = {std::move(state), ground};
    return ground;
}

}  // namespace gongkai::site
