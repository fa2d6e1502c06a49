#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "desk/actor.h"
#include "organs/account_acts.h"
#include "organs/account_settings.h"
#include "organs/session.h"

namespace gongkai::desk {

// Codes that change every thirty seconds, besides the password (动态验证码, RFC 6238), and the
// recovery codes that let in once each where the telephone is lost. Secrets and digests lie sealed
// beside the journal; that a code was used is no act, that a recovery code was is one.
class SecondFactor {
public:
    SecondFactor(journal::Ledger& ledger, const organs::Accounts& accounts,
                 organs::Sessions& sessions, const organs::AccountSettings& settings,
                 std::string house_secret)
        : ledger_(ledger),
          accounts_(accounts),
          sessions_(sessions),
          settings_(settings),
          house_secret_(std::move(house_secret)) {}

    // Whether the place asks for one, and the account has none yet.
    bool is_missing(const organs::Account& account) const {
        return !account.has_second_factor() && settings_.needs_second_factor(account.roles);
    }

    // The secret that the account may begin in this session, in base32, as authenticator programs
    // take it: made of what only this house knows and of the session, so that no client chooses one
    // and nothing lies about before it counts. The same until enrol() has taken it.
    std::string new_secret(const organs::Account& account, const organs::Session& session) const;

    // From now on the account comes in with codes of the session's new secret alone; an earlier one
    // is of no use any more, and its other sessions end. Gives the recovery codes, which nobody can
    // be told again. Refusal account.code, where the code is not the secret's.
    Result<std::vector<std::string>> enrol(const Actor& by, const organs::Account& account,
                                           const organs::Session& session, const std::string& code);

    // The account comes in with its password alone again, and is told so; its sessions end.
    // Refusals account.own-factor, account.no-factor, account.not-found.
    Status reset(const Actor& by, std::int64_t region, const std::string& id);

    // Whether the code lets the account in, once: door.code where there is none, door.code-wrong.
    Status check(std::int64_t now, const organs::Account& account, const std::string& code);

    // How many recovery codes are left.
    int recovery_codes_left(const organs::Account& account) const;

private:
    journal::Ledger& ledger_;
    const organs::Accounts& accounts_;
    organs::Sessions& sessions_;
    const organs::AccountSettings& settings_;
    const std::string house_secret_;

    Status recover(std::int64_t now, const organs::Account& account, const std::string& code);
};

}  // namespace gongkai::desk
