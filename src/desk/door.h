#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "base/result.h"
#include "desk/door_watch.h"
#include "desk/second_factor.h"
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
         SecondFactor& second_factor, const organs::AccountSettings& settings, std::string secret)
        : ledger_(ledger),
          accounts_(accounts),
          sessions_(sessions),
          second_factor_(second_factor),
          settings_(settings),
          secret_(std::move(secret)) {}

    struct Opened {
        organs::Account account;
        std::string cookie;
        organs::Session session;
        std::string device;  // by which the browser is known the next time
    };
    // `code` of an account with a second factor. Refusals: door.wrong (login or password, it does
    // not say which), door.code (the password was right), door.code-wrong, door.shut (with the
    // seconds that are left). Wrong codes count as wrong passwords do.
    Result<Opened> sign_in(std::int64_t now, const std::string& login, const std::string& password,
                           const Whence& from = {}, const std::string& code = {});
    // Whether whoever is in knows the password: door.wrong, door.shut.
    Status confirm(std::int64_t now, const organs::Account& account, const std::string& password,
                   const Whence& from);
    // A session for whoever has just proved who he is in another way. Refusal door.wrong where the
    // account was closed meanwhile.
    Result<Opened> let_in(std::int64_t now, const organs::Account& account, const Whence& from);
    // Nobody waits for this login any more.
    void forgive(const std::string& login) { watch_.forgive(login); }
    // Nothing for a session that ended, that nobody has used for long, or of an account that was
    // closed.
    std::optional<SignedIn> who_is(const std::string& cookie, std::int64_t now) const;
    void sign_out(const std::string& cookie);

private:
    journal::Ledger& ledger_;
    const organs::Accounts& accounts_;
    organs::Sessions& sessions_;
    SecondFactor& second_factor_;
    const organs::AccountSettings& settings_;

    const std::string secret_;
    DoorWatch watch_;

    Result<organs::Account> with_password(std::int64_t now, const std::string& login,
                                          const std::string& password, const Whence& from);
    std::string device_of(const std::string& login, const std::string& number) const;
    bool is_known(const std::string& login, const std::string& device) const;
};

}  // namespace gongkai::desk
