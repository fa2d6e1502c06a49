#pragma once

#include <algorithm>
#include <cstdint>

#include "organs/account.h"

namespace gongkai::organs {

// What a place sets about signing in: settings/accounts.json.
struct AccountSettings {
    int idle_minutes = 30;  // a session that nobody uses ends
    bool second_factor_of_all = false;
    Roles second_factor_of{};  // roles that do not work without one

    std::int64_t idle_milliseconds() const { return std::int64_t{idle_minutes} * 60'000; }
    bool needs_second_factor(const Roles& roles) const {
        return second_factor_of_all || std::ranges::any_of(roles, [&](Role role) {
                   return std::ranges::find(second_factor_of, role) != second_factor_of.end();
               });
    }
};

}  // namespace gongkai::organs
