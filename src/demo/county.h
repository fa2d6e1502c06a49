#pragma once

#include <functional>
#include <string>
#include <vector>

#include "desk/desks.h"

namespace gongkai::demo {

// What a fictional county of twelve bodies does in some years. The same plan plays the same.
struct Plan {
    std::uint64_t seed = 2026;
    std::int64_t region = 900121;  // there is no such place
    Date last{};                   // the last day that is played; some things are still open then
    int years = 3;                 // whole ones before the year of `last`
    int requests = 200;            // in the whole years
    std::string password;          // of every account
    std::string login_mark;        // behind every login, where several counties are played
};

struct Login {
    std::string login, organ, roles;
};

// Who may sign in, by role: one for each, of a town and of the county.
std::vector<Login> logins();

// Plays it through the same use cases that people work with, as of the days on which it happens:
// everything is in the journals. `elsewhere` is an empty office for the bodies that keep their
// records outside and hand in Word files. Refusal demo.played where the region has bodies already.
// `progress` hears of each day. Throws std::logic_error where the play itself is at fault.
Status play(desk::Desks& office, desk::Desks& elsewhere, const Plan& plan,
            const std::function<void(Date)>& progress);

}  // namespace gongkai::demo
