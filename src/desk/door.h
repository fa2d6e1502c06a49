#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "base/result.h"
#include "journal/ledger.h"
#include "organs/account_acts.h"
#include "organs/session.h"

namespace gongkai::desk {

// The account behind a cookie.
struct SignedIn {
    organs::Account account;
    organs::Session session;
};

// The door: who comes in and who is in. It knows how often a login was tried in vain, and stays
// shut for a while after it. May be used from many threads.
class Door {
public:
    Door(journal::Ledger& ledger, const organs::Accounts& accounts, organs::Sessions& sessions)
        : ledger_(ledger), accounts_(accounts), sessions_(sessions) {}

    struct Opened {
        organs::Account account;
        std::string cookie;
        organs::Session session;
    };
    // Refusals: door.wrong (login or password, it does not say which), door.shut (with the
    // seconds that are left).
    Result<Opened> sign_in(std::int64_t now, const std::string& login, const std::string& password);
    // Nothing for a session that ended or an account that was closed.
    std::optional<SignedIn> who_is(const std::string& cookie, std::int64_t now) const;
    void sign_out(const std::string& cookie);

private:
    journal::Ledger& ledger_;
    const organs::Accounts& accounts_;
    organs::Sessions& sessions_;

    struct Failures {
        int count = 0;
        std::int64_t last = 0;
    };
    std::mutex mutex_;
    std::map<std::string, Failures> failures_;

    std::int64_t seconds_left(const std::string& login, std::int64_t now);
    void note_failure(const std::string& login, std::int64_t now);
};

}  // namespace gongkai::desk
