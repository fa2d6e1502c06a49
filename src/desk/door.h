#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "base/result.h"
#include "desk/door_watch.h"
#include "journal/ledger.h"
#include "organs/account_acts.h"
#include "organs/session.h"

namespace gongkai::desk {

// The account behind a cookie.
struct SignedIn {
    organs::Account account;
    organs::Session session;
};

// The door: who comes in and who is in. It stays shut for a while after wrong passwords, for those
// who tried them (DoorWatch). May be used from many threads.
class Door {
public:
    // `secret` signs what browsers are known again by; the same at every start.
    Door(journal::Ledger& ledger, const organs::Accounts& accounts, organs::Sessions& sessions,
         std::string secret)
        : ledger_(ledger), accounts_(accounts), sessions_(sessions), secret_(std::move(secret)) {}

    struct Opened {
        organs::Account account;
        std::string cookie;
        organs::Session session;
        std::string device;  // by which the browser is known the next time
    };
    // Refusals: door.wrong (login or password, it does not say which), door.shut (with the
    // seconds that are left).
    Result<Opened> sign_in(std::int64_t now, const std::string& login, const std::string& password,
                           const Whence& from = {});
    // Nobody waits for this login any more.
    void forgive(const std::string& login) { watch_.forgive(login); }
    // Nothing for a session that ended or an account that was closed.
    std::optional<SignedIn> who_is(const std::string& cookie, std::int64_t now) const;
    void sign_out(const std::string& cookie);

private:
    journal::Ledger& ledger_;
    const organs::Accounts& accounts_;
    organs::Sessions& sessions_;

    const std::string secret_;
    DoorWatch watch_;

    std::string device_of(const std::string& login, const std::string& number) const;
    bool is_known(const std::string& login, const std::string& device) const;
};

}  // namespace gongkai::desk
