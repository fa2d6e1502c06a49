#include "desk/door_watch.h"

#include <algorithm>

#include "base/digest.h"
#include "organs/account.h"

namespace gongkai::desk {

namespace {

constexpr std::int64_t second = 1000;
constexpr std::size_t most_watched = 10'000;
constexpr std::size_t digits = 16;

std::string short_digest(const std::string& login) { return sha256(login).substr(0, digits); }

// A device's name and an address are never the same text.
std::pair<std::string, std::string> place_of(const std::string& login, const Whence& from,
                                             bool known) {
    return {short_digest(login), known ? "device " + from.device : "address " + from.address};
}

}  // namespace

std::int64_t DoorWatch::seconds_left(const std::string& login, const Whence& from, bool known,
                                     std::int64_t now) {
    std::int64_t left = 0;
    {
        const std::lock_guard lock(mutex_);
        const auto found = failures_.find(place_of(login, from, known));
        if (found != failures_.end()) {
            const Failures& failures = found->second;
            const auto open_at = failures.last + organs::seconds_shut(failures.count) * second;
            left = std::max<std::int64_t>(0, (open_at - now + second - 1) / second);
        }
    }
    if (known) return left;
    return std::max({left, addresses_.seconds_left(from.address, now),
                     strangers_.seconds_left(short_digest(login), now)});
}

void DoorWatch::note_failure(const std::string& login, const Whence& from, bool known,
                             std::int64_t now) {
    if (!known) {
        addresses_.note(from.address, now);
        strangers_.note(short_digest(login), now);
    }
    const std::lock_guard lock(mutex_);
    // Guessing at random logins fills no memory: the oldest tries are forgotten first.
    if (failures_.size() >= most_watched)
        failures_.erase(std::ranges::min_element(
            failures_, {}, [](const auto& each) { return each.second.last; }));
    Failures& failures = failures_[place_of(login, from, known)];
    ++failures.count;
    failures.last = now;
}

void DoorWatch::forget(const std::string& login, const Whence& from, bool known) {
    const std::lock_guard lock(mutex_);
    failures_.erase(place_of(login, from, known));
}

void DoorWatch::forgive(const std::string& login) {
    const std::string digest = short_digest(login);
    strangers_.forget(digest);
    const std::lock_guard lock(mutex_);
    std::erase_if(failures_, [&](const auto& each) { return each.first.first == digest; });
}

}  // namespace gongkai::desk
