#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "desk/actor.h"
#include "organs/account_acts.h"
#include "organs/draft.h"
#include "organs/organ_acts.h"
#include "organs/session.h"
#include "organs/upload.h"

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

// To which body somebody goes (调动), and what he is there: nothing of it is kept unasked.
struct AccountMove {
    std::int64_t organ = 0;
    organs::Roles roles;

    static constexpr auto fields() {
        using records::field;
        return records::field_list(
            // Outside a body is named by region and number.
            field<&AccountMove::organ>("organ", "调入机关").used(records::Use::Kept),
            field<&AccountMove::roles>("roles", "在调入机关的角色")
                .also_by_chinese()
                .in_order_of_words());
    }
};

// An account and who is behind it; blank where that was erased.
struct KnownAccount {
    organs::Account account;
    Person person;
};

// The accounts of a region (人员账号): making and changing them.
class AccountDesk {
public:
    AccountDesk(journal::Ledger& ledger, const organs::Repository& organs,
                const organs::Accounts& accounts, organs::Sessions& sessions,
                organs::Drafts& drafts)
        : ledger_(ledger),
          organs_(organs),
          accounts_(accounts),
          sessions_(sessions),
          drafts_(drafts) {}

    // Where files lie that the accounts have begun to hand in; it outlives the desk. To be said
    // before the first request; without it there are none.
    void use_uploads(organs::Uploads& uploads) { uploads_ = &uploads; }

    // Refusals: those of organs::check() and check_password(), account.login-taken,
    // organ.not-found, account.organ-ended of a body that is no more.
    Result<organs::Account> create(const Actor& by, std::int64_t region, const NewAccount& wanted);
    // New roles or a closed account. Refusals account.own-roles (nobody gives himself a role),
    // account.last-administrator; account.changed where `seen`, the number of acts that whoever
    // changes it has seen, is no longer theirs. Whoever is signed in stays so only while it is
    // active, and what he had typed or uploaded and not sent goes with it.
    Result<organs::Account> change(const Actor& by, std::int64_t region, const std::string& id,
                                   const AccountChange& wanted,
                                   std::optional<std::size_t> seen = {});
    // To another body of the region, in the roles that are given for it. Ends all sessions of the
    // account, and what was typed or uploaded and not sent goes with them; what was done before
    // stays as it is on record, under the same account. Refusals account.same-organ, those of
    // change() and, of the body, of create().
    Result<organs::Account> move(const Actor& by, std::int64_t region, const std::string& id,
                                 const AccountMove& wanted, std::optional<std::size_t> seen = {});
    // Ends all sessions of the account, which has to choose another one where `by` is somebody
    // else.
    Result<organs::Account> change_password(const Actor& by, std::int64_t region,
                                            const std::string& id, const std::string& password);

    std::vector<KnownAccount> of_region(std::int64_t region) const;
    // The same by the page. Refusals: those of every list.
    Result<records::Page<KnownAccount>> page(std::int64_t region, const records::Ask& ask) const;
    Person person(const organs::Account& account) const;

private:
    journal::Ledger& ledger_;
    const organs::Repository& organs_;
    const organs::Accounts& accounts_;
    organs::Sessions& sessions_;
    organs::Drafts& drafts_;
    organs::Uploads* uploads_ = nullptr;

    // Refusals account.own-roles and account.last-administrator.
    Status check_roles(const journal::View& view, const Actor& by,
                       const organs::AccountHistory& before,
                       const organs::AccountRecord& after) const;
    // Whoever is signed in is so no more, and what he had typed or uploaded and not sent goes.
    void shut_out(std::int64_t region, const std::string& id);
};

}  // namespace gongkai::desk
