#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "desk/actor.h"
#include "organs/account_acts.h"

namespace gongkai::desk {

// What happened to an account: who did it, and when. No password and no name.
struct AccountEvent {
    std::int64_t at = 0;  // milliseconds since 1970 UTC
    std::string account;  // "account/12"
    std::string login;
    std::string by;
    std::string kind;  // "account.password"
};

// What happened to accounts, read from the region's own log: told to their owners and to the heads
// of their bodies, so that nobody becomes another unseen.
class AccountLog {
public:
    AccountLog(journal::Ledger& ledger, const organs::Accounts& accounts)
        : ledger_(ledger), accounts_(accounts) {}

    // Of one account, the newest first.
    std::vector<AccountEvent> of_account(const organs::Account& account) const;
    // Of those what others did that touches its owner (a new password, no second factor, other
    // roles, another body) since he last said that he knows.
    std::vector<AccountEvent> untold(const organs::Account& account) const;
    // The owner knows now. Recorded where there was something to tell.
    Status told(const Actor& by, const organs::Account& account);
    // Of all accounts of a body, the newest first: what happened while they were its own, and that
    // they came or went.
    std::vector<AccountEvent> of_body(const journal::LogKey& organ) const;

private:
    journal::Ledger& ledger_;
    const organs::Accounts& accounts_;
};

}  // namespace gongkai::desk
