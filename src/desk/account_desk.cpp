#include "desk/account_desk.h"

#include <algorithm>
#include <utility>

#include "base/one_line.h"
#include "base/secrets.h"
#include "desk/opened.h"
#include "desk/recording.h"
#include "desk/sealed_person.h"

namespace gongkai::desk {

using journal::Change;
using journal::LogKey;
using journal::View;
using organs::Account;
using organs::account_of;
using organs::AccountHistory;
namespace accounts = organs::accounts;
using AccountAct = records::ActOf<accounts::Subject>;

namespace {

// gongkai admin create asks for the password at the keyboard.
constexpr std::string_view typed_by_its_owner = "system";

LogKey region_log(std::int64_t region) { return {region, 0}; }

// In the order of the words, each once: one content has one form.
organs::Roles each_once(organs::Roles roles) {
    std::ranges::sort(roles);
    roles.erase(std::ranges::unique(roles).begin(), roles.end());
    return roles;
}

bool is_administrator(const organs::AccountRecord& account) {
    return account.active &&
           std::ranges::find(account.roles, organs::Role::Administrator) != account.roles.end();
}

// Who opens accounts does not do the work of others in his own name: that takes a second person.
Status check_own(const organs::AccountRecord& before, const organs::AccountRecord& after) {
    for (const organs::Role role : after.roles)
        if (std::ranges::find(before.roles, role) == before.roles.end())
            return Error{ErrorKind::Forbidden, "account.own-roles",
                         "不能给自己增加“" + std::string(chinese(role)) +
                             "”的角色，请由另一位系统管理员办理。"};
    return Done{};
}

Status check_another(const std::vector<Account>& all, const std::string& id) {
    if (std::ranges::any_of(all,
                            [&](const Account& it) { return it.id != id && is_administrator(it); }))
        return Done{};
    return Error{
        ErrorKind::Conflict, "account.last-administrator",
        "这是最后一位系统管理员，不能停用，也不能取消这个角色。请先开设另一位系统管理员。"};
}

// Nobody works for a body that is no more; its successor has its cases.
Status check_home(const organs::Repository& organs, const View& view, const LogKey& home,
                  const organs::Roles& roles, Date today) {
    // The first administrator comes before any body; nobody else works for a region as such.
    if (home.organ == 0 && roles == organs::Roles{organs::Role::Administrator}) return Done{};
    GK_TRY(body, organs.current(view, home));
    if (!body.valid_until || today <= *body.valid_until) return Done{};
    const std::string message = "“" + body.name + "”已于" + chinese(*body.valid_until) +
                                "终止，不能再有它的账号。请选择承继它的机关。";
    return Error{ErrorKind::NotAllowed, "account.organ-ended", message, {{"organ", message}}};
}

Person person_of(const View& view, const Account& account) {
    const auto datum = view.open(region_log(account.region), account.person.seal);
    return datum ? unpacked<Person>(*datum) : Person{};
}

// One whose name cannot be read shall not keep the others from being named.
Person listed_person(const View& view, const Account& account) {
    return unless_damaged([&] { return person_of(view, account); },
                          Person{std::string(damaged_in_list), {}});
}

}  // namespace

// Nobody gives himself a role, and an administrator remains.
Status AccountDesk::check_roles(const View& view, const Actor& by, const AccountHistory& before,
                                const organs::AccountRecord& after) const {
    const organs::AccountRecord now = before.progress().account;
    const std::string id = records::subject(before.key());
    if (by.actor == id) GK_CHECK(check_own(now, after));
    if (is_administrator(now) && !is_administrator(after))
        return check_another(accounts_.all(view, before.key().log.region), id);
    return Done{};
}

void AccountDesk::shut_out(std::int64_t region, const std::string& id) {
    sessions_.end_all(region, id);
    drafts_.drop_all(region, id);
    if (uploads_) uploads_->drop_all(organs::upload_owner(region, id));
}

Result<Account> AccountDesk::create(const Actor& by, std::int64_t region,
                                    const NewAccount& wanted) {
    GK_CHECK(check_one_line(wanted.login, "登录名"));
    GK_CHECK(check_one_line(wanted.person.name, "姓名"));
    GK_CHECK(organs::check_password(wanted.login, wanted.password));
    organs::AccountRecord account;
    account.login = wanted.login;
    account.organ = wanted.organ;
    const auto roles = each_once(wanted.roles);
    account.roles = roles;
    account.must_change_password = by.actor != typed_by_its_owner;
    account.person.clear = packed(wanted.person);
    account.password.clear = password_hash(wanted.password);
    AccountAct act;
    act.what = accounts::Create{std::move(account)};
    const auto check = [&](const Change& change) -> Status {
        if (accounts_.by_login(change, wanted.login))
            return Error{ErrorKind::Conflict, "account.login-taken",
                         "登录名“" + wanted.login + "”已经有人用了，请换一个。"};
        return check_home(organs_, change, {region, wanted.organ}, roles, china_day(by.at));
    };
    GK_TRY(made, record_first<accounts::Subject>(ledger_, accounts_, by, region_log(region),
                                                 std::move(act), {}, check));
    return account_of(made);
}

Result<Account> AccountDesk::change(const Actor& by, std::int64_t region, const std::string& id,
                                    const AccountChange& wanted, std::optional<std::size_t> seen) {
    const auto fill_in = [&](const Change& change, const AccountHistory& before,
                             AccountAct& act) -> Status {
        organs::AccountRecord account = before.progress().account;
        account.roles = each_once(wanted.roles);
        account.active = wanted.active;
        GK_CHECK(check_roles(change, by, before, account));
        act.what = accounts::Change{std::move(account)};
        return Done{};
    };
    AccountAct act;
    act.what = accounts::Change{};
    GK_TRY(changed,
           record_act<accounts::Subject>(ledger_, accounts_, by, accounts::history_key(region, id),
                                         std::move(act), {}, seen, fill_in));
    if (!wanted.active) shut_out(region, id);
    return account_of(changed);
}

Result<Account> AccountDesk::move(const Actor& by, std::int64_t region, const std::string& id,
                                  const AccountMove& wanted, std::optional<std::size_t> seen) {
    const auto fill_in = [&](const Change& change, const AccountHistory& before,
                             AccountAct& act) -> Status {
        organs::AccountRecord account = before.progress().account;
        const auto roles = each_once(wanted.roles);
        GK_CHECK(check_home(organs_, change, {region, wanted.organ}, roles, china_day(by.at)));
        if (std::ranges::find(account.former_organs, account.organ) == account.former_organs.end())
            account.former_organs.push_back(account.organ);
        account.organ = wanted.organ;
        account.roles = roles;
        GK_CHECK(check_roles(change, by, before, account));
        act.what = accounts::Move{std::move(account)};
        return Done{};
    };
    AccountAct act;
    act.what = accounts::Move{};
    GK_TRY(moved,
           record_act<accounts::Subject>(ledger_, accounts_, by, accounts::history_key(region, id),
                                         std::move(act), {}, seen, fill_in));
    shut_out(region, id);
    return account_of(moved);
}

Result<Account> AccountDesk::change_password(const Actor& by, std::int64_t region,
                                             const std::string& id, const std::string& password) {
    const std::string hash = password_hash(password);
    const auto fill_in = [&](Change& change, const AccountHistory& before,
                             AccountAct& act) -> Status {
        organs::AccountRecord account = before.progress().account;
        GK_CHECK(organs::check_password(account.login, password));
        const auto old = change.open(region_log(region), account.password.seal);
        if (old && is_password(password, *old))
            return Error{ErrorKind::Invalid, "account.password",
                         "新密码不能与原密码相同，请另换一个。"};
        // The old one is of no use to anybody.
        change.erase(records::subject(before.key()), account.password.seal);
        account.password = records::in_clear(hash);
        account.must_change_password = by.actor != id;
        act.what = accounts::Password{std::move(account)};
        return Done{};
    };
    AccountAct act;
    act.what = accounts::Password{};
    GK_TRY(after,
           record_act<accounts::Subject>(ledger_, accounts_, by, accounts::history_key(region, id),
                                         std::move(act), {}, {}, fill_in));
    sessions_.end_all(region, id);
    return account_of(after);
}

std::vector<KnownAccount> AccountDesk::of_region(std::int64_t region) const {
    std::vector<KnownAccount> all;
    ledger_.look([&](const View& view) {
        for (Account& each : accounts_.all(view, region)) {
            Person person = listed_person(view, each);
            all.push_back({std::move(each), std::move(person)});
        }
    });
    return all;
}

Result<records::Page<KnownAccount>> AccountDesk::page(std::int64_t region,
                                                      const records::Ask& ask) const {
    Result<records::Page<KnownAccount>> known(records::Page<KnownAccount>{});
    ledger_.look([&](const View& view) {
        const auto page = accounts_.page(view, region, ask);
        if (page.ok())
            known = page.value().shown([&](const Account& account) {
                return KnownAccount{account, listed_person(view, account)};
            });
        else
            known = page.error();
    });
    return known;
}

Person AccountDesk::person(const Account& account) const {
    Person person;
    ledger_.look([&](const View& view) { person = person_of(view, account); });
    return person;
}

}  // namespace gongkai::desk
