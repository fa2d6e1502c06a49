#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <utility>

#include "desk/client_limit.h"

namespace gongkai::desk {

// Where somebody comes from who wants in.
struct Whence {
    std::string address;    // to count by; in no log
    std::string device;     // what the browser got when it came in before; empty for another
    std::string browser{};  // what it calls itself, "Mozilla/5.0 …"
};

// How often a login was tried in vain, and from where. Wrong passwords count for the address and
// the login together, so nobody shuts out another. A browser that has come in before has an
// allowance of its own; a stranger is slowed besides by all that his address tried, and by all that
// strangers tried with the login. Of logins only digests are kept, however long they were. May be
// used from many threads.
class DoorWatch {
public:
    // `known`: the device is one that this login came in with.
    std::int64_t seconds_left(const std::string& login, const Whence& from, bool known,
                              std::int64_t now);
    void note_failure(const std::string& login, const Whence& from, bool known, std::int64_t now);
    // It came in from there.
    void forget(const std::string& login, const Whence& from, bool known);
    // Whoever waits waits no more: the administrator has set a new password.
    void forgive(const std::string& login);

    static constexpr int tries_of_an_address = 20, tries_of_strangers = 40;

private:
    static constexpr std::int64_t ten_seconds = 10'000;
    struct Failures {
        int count = 0;
        std::int64_t last = 0;
    };
    using Place = std::pair<std::string, std::string>;  // the login's digest, and from where

    std::mutex mutex_;
    std::map<Place, Failures> failures_;
    ClientLimit addresses_{{tries_of_an_address, ten_seconds}};
    ClientLimit strangers_{{tries_of_strangers, ten_seconds}};
};

}  // namespace gongkai::desk
