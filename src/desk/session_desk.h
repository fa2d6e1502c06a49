#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "organs/account_settings.h"
#include "organs/session.h"

namespace gongkai::desk {

// Somebody's own sessions (登录情况): where he is signed in, and the end of what he does not know.
class SessionDesk {
public:
    SessionDesk(organs::Sessions& sessions, const organs::AccountSettings& settings)
        : sessions_(sessions), settings_(settings) {}

    // Those that are open, the one used last first.
    std::vector<organs::Session> open(const organs::Session& own, std::int64_t now) const {
        return sessions_.open(own.region, own.account, now, settings_.idle_milliseconds());
    }
    // Refusal session.not-found: it has ended before, or is somebody else's.
    Status end(const organs::Session& own, const std::string& id) {
        if (sessions_.end_one(own.region, own.account, id)) return Done{};
        return Error{ErrorKind::NotFound, "session.not-found", "这一处登录已经退出了。"};
    }
    void end_others(const organs::Session& own) {
        sessions_.end_others(own.region, own.account, own.id);
    }
    int idle_minutes() const { return settings_.idle_minutes; }

private:
    organs::Sessions& sessions_;
    const organs::AccountSettings& settings_;
};

}  // namespace gongkai::desk
