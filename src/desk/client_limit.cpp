#include "desk/client_limit.h"

#include <algorithm>

namespace gongkai::desk {

namespace {

constexpr std::int64_t second = 1000;

}  // namespace

std::int64_t ClientLimit::seconds_left(const std::string& client, std::int64_t now) const {
    const std::scoped_lock lock(mutex_);
    return left(client, now);
}

void ClientLimit::note(const std::string& client, std::int64_t now) {
    const std::scoped_lock lock(mutex_);
    add(client, now);
}

std::int64_t ClientLimit::take(const std::string& client, std::int64_t now) {
    const std::scoped_lock lock(mutex_);
    const auto seconds = left(client, now);
    if (seconds == 0) add(client, now);
    return seconds;
}

void ClientLimit::forget(const std::string& client) {
    const std::lock_guard lock(mutex_);
    busy_until_.erase(client);
}

std::size_t ClientLimit::clients() const {
    const std::scoped_lock lock(mutex_);
    return busy_until_.size();
}

std::int64_t ClientLimit::left(const std::string& client, std::int64_t now) const {
    const auto it = busy_until_.find(client);
    if (it == busy_until_.end()) return 0;
    const auto free_at = it->second - (rate_.at_once - 1) * rate_.each;
    return std::max<std::int64_t>(0, (free_at - now + second - 1) / second);
}

void ClientLimit::add(const std::string& client, std::int64_t now) {
    if (busy_until_.size() >= most_clients && !busy_until_.contains(client)) make_room(now);
    auto& busy = busy_until_[client];
    busy = std::max(busy, now) + rate_.each;
}

void ClientLimit::make_room(std::int64_t now) {
    std::erase_if(busy_until_, [now](const auto& each) { return each.second <= now; });
    if (busy_until_.size() >= most_clients)
        busy_until_.erase(std::ranges::min_element(busy_until_, {},
                                                   [](const auto& each) { return each.second; }));
}

}  // namespace gongkai::desk
