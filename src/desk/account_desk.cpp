#include "desk/account_desk.h"

#include <algorithm>
#include <utility>

#include "base/secrets.h"
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

Person person_of(const View& view, const Account& account) {
    const auto datum = view.open(region_log(account.region), account.person.seal);
    return datum ? unpacked<Person>(*datum) : Person{};
}

}  // namespace

Result<Account> AccountDesk::create(const Actor& by, std::int64_t region,
                                    const NewAccount& wanted) {
    GK_CHECK(organs::check_password(wanted.login, wanted.password));
    organs::AccountRecord account;
    account.login = wanted.login;
    account.organ = wanted.organ;
    account.roles = each_once(wanted.roles);
    account.must_change_password = by.actor != typed_by_its_owner;
    account.person.clear = packed(wanted.person);
    account.password.clear = password_hash(wanted.password);
    AccountAct act;
    act.what = accounts::Create{std::move(account)};
    const auto check = [&](const Change& change) -> Status {
        if (accounts_.by_login(change, wanted.login))
            return Error{ErrorKind::Conflict, "account.login-taken",
                         "登录名“" + wanted.login + "”已经有人用了，请换一个。"};
        const auto home = organs_.current(change, {region, wanted.organ});
        // The first administrator comes before any body.
        if (!home.ok() && wanted.organ != 0) return home.error();
        return Done{};
    };
    GK_TRY(made, record_first<accounts::Subject>(ledger_, accounts_, by, region_log(region),
                                                 std::move(act), {}, check));
    return account_of(made);
}

Result<Account> AccountDesk::change(const Actor& by, std::int64_t region, const std::string& id,
                                    const AccountChange& wanted) {
    const auto fill_in = [&](const Change&, const AccountHistory& before, AccountAct& act) {
        organs::AccountRecord account = before.progress().account;
        account.roles = each_once(wanted.roles);
        account.active = wanted.active;
        act.what = accounts::Change{std::move(account)};
        return Status(Done{});
    };
    AccountAct act;
    act.what = accounts::Change{};
    GK_TRY(changed,
           record_act<accounts::Subject>(ledger_, accounts_, by, accounts::history_key(region, id),
                                         std::move(act), {}, {}, fill_in));
    if (!wanted.active) {
        sessions_.end_all(region, id);
        drafts_.drop_all(region, id);
    }
    return account_of(changed);
}

Status AccountDesk::change_password(const Actor& by, std::int64_t region, const std::string& id,
                                    const std::string& password) {
    const std::string hash = password_hash(password);
    const auto fill_in = [&](Change& change, const AccountHistory& before,
                             AccountAct& act) -> Status {
        organs::AccountRecord account = before.progress().account;
        GK_CHECK(organs::check_password(account.login, password));
        // The old one is of no use to anybody.
        change.erase(records::subject(before.key()), account.password.seal);
        account.password = records::in_clear(hash);
        account.must_change_password = by.actor != id;
        act.what = accounts::Password{std::move(account)};
        return Done{};
    };
    AccountAct act;
    act.what = accounts::Password{};
    GK_CHECK(record_act<accounts::Subject>(ledger_, accounts_, by,
                                           accounts::history_key(region, id), std::move(act), {},
                                           {}, fill_in));
    sessions_.end_all(region, id);
    return Done{};
}

std::vector<KnownAccount> AccountDesk::of_region(std::int64_t region) const {
    std::vector<KnownAccount> all;
    ledger_.look([&](const View& view) {
        for (Account& each : accounts_.all(view, region)) {
            Person person = person_of(view, each);
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
                return KnownAccount{account, person_of(view, account)};
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
