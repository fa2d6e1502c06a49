#include "site/known_sessions.h"

#include "base/digest.h"
#include "site/guard.h"

namespace gongkai::site {

namespace {

// Empty without a cookie.
std::string name_of(const http::Request& head) {
    const auto cookie = head.cookie(session_cookie);
    return cookie.empty() ? std::string() : sha256(cookie);
}

}  // namespace

std::string KnownSessions::known(const http::Request& head) const {
    const std::string name = name_of(head);
    if (name.empty()) return {};
    const std::lock_guard lock(mutex_);
    const auto it = until_.find(name);
    return it != until_.end() && now_() < it->second ? name : std::string();
}

bool KnownSessions::vouch(const http::Request& head) {
    const std::string name = name_of(head);
    const auto now = now_();
    if (name.empty() || !is_session_(std::string(head.cookie(session_cookie)), now)) return false;
    const std::lock_guard lock(mutex_);
    if (until_.size() >= most) make_room(now);
    until_[name] = now + known_for;
    return true;
}

void KnownSessions::forget(const http::Request& head) {
    const std::string name = name_of(head);
    const std::lock_guard lock(mutex_);
    until_.erase(name);
}

// Whoever is forgotten is asked for again.
void KnownSessions::make_room(std::int64_t now) {
    std::erase_if(until_, [now](const auto& each) { return each.second <= now; });
    if (until_.size() >= most) until_.clear();
}

}  // namespace gongkai::site
