#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "journal/ledger.h"

namespace gongkai::organs {

enum class Role {
    Clerk,          // 经办人
    Reviewer,       // 审核人
    UnitHead,       // 机构负责人
    Supervisor,     // 主管部门
    Administrator,  // 系统管理员
};
inline constexpr int roles = 5;
std::string_view name(Role role);
std::string_view chinese(Role role);
std::optional<Role> role(std::string_view name);

// What a route or an act needs. Each is declared once, with the roles that have it.
enum class Right {
    Public,            // no account
    SignedIn,          // any account
    ReadWork,          // see a body's requests, drafts and registers
    HandleRequests,    // register and act on requests
    ApproveExtension,  // Reg. 33(2): the head of the disclosure office
    Decide,            // decide requests
    WriteDocuments,
    ReviewDocuments,  // Reg. 17
    KeepRegisters,
    WriteReport,    // compile, write and submit the annual report
    ReviewReports,  // return, accept, roll up: Reg. 49
    ManagePeople,   // bodies, accounts, roles
    ReadJournal,
};
inline constexpr int rights = 13;
std::string_view name(Right right);
std::string_view chinese(Right right);
bool grants(Role role, Right right);

// Who signs in (账号). What names the person and the password's digest are sealed.
struct Account {
    std::int64_t region = 0;
    std::string id;          // "account/12": the actor of journal entries, and the entries' subject
    std::string login;       // as typed at the door: lower-case letters, digits, dots, dashes
    std::int64_t organ = 0;  // the body that it works for
    std::set<Role> roles;
    bool active = true;
    bool must_change_password = false;  // somebody else has set it
    journal::Sealed person;             // name and phone
    journal::Sealed password;           // an argon2id string

    friend bool operator==(const Account&, const Account&) = default;
};

// account.login, account.roles.
Status check(const Account& account);

// Whether the account has a right over a body: at home by its roles; a supervisor also over the
// bodies below (`supervised`); an administrator's people and bodies are those of the whole region.
bool may(const Account& account, Right right, const journal::LogKey& organ,
         const std::set<std::int64_t>& supervised);

journal::Record record(const Account& account);
Result<Account> account_of(std::int64_t region, std::string id, const journal::Record& payload);

// Passwords have at least ten signs and are not the login: account.password.
Status check_password(std::string_view login, std::string_view password);

// How long a door stays shut after so many wrong passwords in a row: 0 s for four, then 2 s, 4 s
// and so on up to a quarter of an hour.
std::int64_t seconds_shut(int failures);

class Accounts {
public:
    virtual ~Accounts() = default;
    virtual Result<Account> find(const journal::View& view, std::int64_t region,
                                 const std::string& id) const = 0;
    virtual std::optional<Account> by_login(const journal::View& view,
                                            const std::string& login) const = 0;
    virtual std::vector<Account> all(const journal::View& view, std::int64_t region) const = 0;
    virtual std::string next_id(const journal::View& view, std::int64_t region) const = 0;
};

}  // namespace gongkai::organs
