#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "desk/office.h"

// Bodies and people: making them, changing them, signing in.
namespace gongkai::desk {

using organs::Person;

struct NewAccount {
    std::string login, password;
    std::int64_t organ = 0;
    organs::Roles roles;
    Person person;

    static constexpr auto fields() {
        using records::field;
        return records::field_list(
            field<&NewAccount::login>("login", "登录名")
                .hinted("3 到 40 个小写字母、数字、点或短横，例如 bq.wang"),
            field<&NewAccount::password>("password", "初始密码")
                .hinted("至少 10 个字符。当面告诉本人，不要用短信或者邮件发送"),
            // Outside a body is named by region and number.
            field<&NewAccount::organ>("organ", "所在机关").used(records::Use::Kept),
            field<&NewAccount::roles>("roles", "角色").also_by_chinese().in_order_of_words(),
            field<&NewAccount::person>("person", "姓名和电话").flattened());
    }
};

// What may be changed of an account but its password.
struct AccountChange {
    organs::Roles roles;
    bool active = true;

    static constexpr auto fields() {
        using records::field;
        return records::field_list(
            field<&AccountChange::roles>("roles", "角色").also_by_chinese().in_order_of_words(),
            field<&AccountChange::active>("active", "启用")
                .demanded()
                .hinted("去掉勾选即停用，不能再登录，记录不受影响"));
    }
};

// Refusals: those of organs::check() and check_password(), account.login-taken, organ.not-found.
Result<organs::Account> create_account(Office& office, const journal::Signature& by,
                                       std::int64_t region, const NewAccount& wanted);
// New roles or a closed account. Whoever is signed in stays so only while the account is active.
Result<organs::Account> change_account(Office& office, const journal::Signature& by,
                                       std::int64_t region, const std::string& id,
                                       const AccountChange& wanted);
// Ends all sessions of the account, which has to choose another one where `by` is somebody else.
Status change_password(Office& office, const journal::Signature& by, std::int64_t region,
                       const std::string& id, const std::string& password);

Result<organs::Organ> create_organ(Office& office, const journal::Signature& by,
                                   organs::Organ wanted);
// Keeps the name that it had as a former one, until the day before.
Result<organs::Organ> change_organ(Office& office, const journal::Signature& by,
                                   organs::Organ wanted);
// The same within a change of the region's log; organ number 0 makes a new body. `all` has the
// region's bodies at that moment and takes the body in. Refusals: those of organs::check() and
// check_parent(), organ.not-found.
Result<organs::Organ> put_organ(const Office& office, journal::Change& change,
                                const journal::Signature& by, std::vector<organs::Organ>& all,
                                organs::Organ wanted);

// Refusal organ.not-found.
Result<organs::Organ> find_organ(const Office& office, const journal::LogKey& key);

// Who is behind an account; blank where that was erased.
Person person_of(const journal::View& view, const organs::Account& account);

// The bodies that an account supervises: all below its own.
std::set<std::int64_t> supervised(const Office& office, const organs::Account& account);

// The door: knows how often a login was tried in vain, and stays shut for a while after it.
class Door {
public:
    struct Opened {
        organs::Account account;
        std::string cookie;
        organs::Session session;
    };
    // Refusals: door.wrong (login or password, it does not say which), door.shut (with the
    // seconds that are left).
    Result<Opened> sign_in(Office& office, std::int64_t now, const std::string& login,
                           const std::string& password);

private:
    struct Failures {
        int count = 0;
        std::int64_t last = 0;
    };
    std::mutex mutex_;
    std::map<std::string, Failures> failures_;

    std::int64_t seconds_left(const std::string& login, std::int64_t now);
    void note_failure(const std::string& login, std::int64_t now);
};

// The account behind a cookie; nothing for a session that ended or an account that was closed.
struct SignedIn {
    organs::Account account;
    organs::Session session;
};
std::optional<SignedIn> who_is(const Office& office, const std::string& cookie, std::int64_t now);

}  // namespace gongkai::desk
