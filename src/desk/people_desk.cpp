#include "desk/people_desk.h"

#include <algorithm>

#include "base/secrets.h"
#include "desk/recording.h"

namespace gongkai::desk {

using journal::Change;
using journal::LogKey;
using journal::Signature;
using journal::View;
using organs::Account;
using organs::account_of;
using organs::AccountHistory;
using organs::Organ;
using organs::OrganHistory;
namespace accounts = organs::accounts;
namespace bodies = organs::bodies;
using AccountAct = records::ActOf<accounts::Subject>;

namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t session_time = std::int64_t{12} * 3600 * second;  // a working day
// gongkai admin create asks for the password at the keyboard.
constexpr std::string_view typed_by_its_owner = "system";
constexpr std::size_t most_logins_watched = 10'000;

LogKey region_log(std::int64_t region) { return {region, 0}; }

std::string packed(const Person& person) {
    return canonical(records::entry_record(records::fields_of<Person>, &person));
}

// In the order of the words, each once: one content has one form.
organs::Roles each_once(organs::Roles roles) {
    std::ranges::sort(roles);
    roles.erase(std::ranges::unique(roles).begin(), roles.end());
    return roles;
}

Error no_organ() {
    return {ErrorKind::NotFound, "organ.not-found", "没有这个机关。请核对网址或编号。"};
}

}  // namespace

Result<Account> create_account(Office& office, const Signature& by, std::int64_t region,
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
        if (office.accounts.by_login(change, wanted.login))
            return Error{ErrorKind::Conflict, "account.login-taken",
                         "登录名“" + wanted.login + "”已经有人用了，请换一个。"};
        const auto home = office.organs.current(change, {region, wanted.organ});
        // The first administrator comes before any body.
        if (!home.ok() && wanted.organ != 0) return home.error();
        return Done{};
    };
    GK_TRY(made, record_first<accounts::Subject>(office.ledger, office.accounts, by,
                                                 region_log(region), std::move(act), {}, check));
    return account_of(made);
}

Result<Account> change_account(Office& office, const Signature& by, std::int64_t region,
                               const std::string& id, const AccountChange& wanted) {
    const auto fill_in = [&](const Change&, const AccountHistory& before, AccountAct& act) {
        organs::AccountRecord account = before.progress().account;
        account.roles = each_once(wanted.roles);
        account.active = wanted.active;
        act.what = accounts::Change{std::move(account)};
        return Status(Done{});
    };
    AccountAct act;
    act.what = accounts::Change{};
    GK_TRY(changed, record_act<accounts::Subject>(office.ledger, office.accounts, by,
                                                  accounts::history_key(region, id), std::move(act),
                                                  {}, {}, fill_in));
    if (!wanted.active) office.sessions.end_all(region, id);
    return account_of(changed);
}

Status change_password(Office& office, const Signature& by, std::int64_t region,
                       const std::string& id, const std::string& password) {
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
    GK_CHECK(record_act<accounts::Subject>(office.ledger, office.accounts, by,
                                           accounts::history_key(region, id), std::move(act), {},
                                           {}, fill_in));
    office.sessions.end_all(region, id);
    return Done{};
}

namespace {

// The journal of the body with one more act, which is recorded.
Status record_organ(const Office& office, Change& change, const Signature& by,
                    const std::vector<Organ>& all, const Organ& wanted, bool is_new) {
    const auto key = bodies::history_key(wanted.key);
    auto act = bodies::act_for(wanted, is_new);
    sign(act, records::row_of<bodies::Subject>(act), by);
    const records::Repository<bodies::Subject>& histories = office.organs;
    auto after = is_new ? OrganHistory::begin(key, act, {all}) : histories.find(change, key);
    if (!is_new && after.ok()) after = after.value().after(act, {all});
    if (!after.ok()) return after.error();
    append<bodies::Subject>(change, key, act);
    return Done{};
}

}  // namespace

Result<Organ> put_organ(const Office& office, Change& change, const Signature& by,
                        std::vector<Organ>& all, Organ wanted) {
    const bool is_new = wanted.key.organ == 0;
    const auto before = std::ranges::find(all, wanted.key, &Organ::key);
    if (!is_new && before == all.end()) return no_organ();
    if (is_new) {
        for (const Organ& each : all)
            wanted.key.organ = std::max(wanted.key.organ, each.key.organ);
        ++wanted.key.organ;
    } else {
        wanted.former_names = before->former_names;
        if (wanted.name != before->name)
            wanted.former_names.push_back({before->name, china_day(by.at) - std::chrono::days{1}});
    }
    GK_CHECK(record_organ(office, change, by, all, wanted, is_new));
    if (is_new)
        all.push_back(wanted);
    else
        *before = wanted;
    return wanted;
}

Result<Organ> create_organ(Office& office, const Signature& by, Organ wanted) {
    wanted.key.organ = 0;
    return change_organ(office, by, std::move(wanted));
}

Result<Organ> change_organ(Office& office, const Signature& by, Organ wanted) {
    const auto recorded =
        office.ledger.change(by, region_log(wanted.key.region), [&](Change& change) -> Status {
            auto all = office.organs.all(change, wanted.key.region);
            GK_TRY(put, put_organ(office, change, by, all, std::move(wanted)));
            wanted = std::move(put);
            return Done{};
        });
    if (!recorded.ok()) return recorded.error();
    return wanted;
}

Result<organs::Organ> find_organ(const Office& office, const LogKey& key) {
    Result<organs::Organ> organ = Error{ErrorKind::NotFound, "organ.not-found", ""};
    office.ledger.look([&](const View& view) { organ = office.organs.current(view, key); });
    return organ;
}

Person person_of(const View& view, const Account& account) {
    const auto datum = view.open(region_log(account.region), account.person.seal);
    const auto record = datum ? journal::parse_canonical(*datum) : journal::Record();
    Person person;
    const bool whole = record.ok() && records::read_entry_record(
                                          record.value(), records::fields_of<Person>, &person);
    return whole ? person : Person{};
}

std::set<std::int64_t> supervised(const Office& office, const Account& account) {
    std::set<std::int64_t> numbers;
    if (!account.has(organs::Role::Supervisor)) return numbers;
    office.ledger.look([&](const View& view) {
        for (const Organ& each :
             organs::below(office.organs.all(view, account.region), account.organ))
            numbers.insert(each.key.organ);
    });
    return numbers;
}

std::int64_t Door::seconds_left(const std::string& login, std::int64_t now) {
    const std::lock_guard lock(mutex_);
    const auto found = failures_.find(login);
    if (found == failures_.end()) return 0;
    const Failures& failures = found->second;
    const auto open_at = failures.last + organs::seconds_shut(failures.count) * second;
    return std::max<std::int64_t>(0, (open_at - now + second - 1) / second);
}

void Door::note_failure(const std::string& login, std::int64_t now) {
    const std::lock_guard lock(mutex_);
    // Guessing at random logins fills no memory: the oldest tries are forgotten first.
    if (failures_.size() >= most_logins_watched)
        failures_.erase(std::ranges::min_element(
            failures_, {}, [](const auto& each) { return each.second.last; }));
    Failures& failures = failures_[login];
    ++failures.count;
    failures.last = now;
}

Result<Door::Opened> Door::sign_in(Office& office, std::int64_t now, const std::string& login,
                                   const std::string& password) {
    if (const auto left = seconds_left(login, now); left > 0)
        return Error{ErrorKind::Forbidden, "door.shut",
                     "连续输错多次，请等 " + std::to_string(left) + " 秒再试。"};
    std::optional<Account> account;
    std::optional<std::string> hash;
    office.ledger.look([&](const View& view) {
        account = office.accounts.by_login(view, login);
        if (account) hash = view.open(region_log(account->region), account->password.seal);
    });
    // A login that nobody has takes as long to refuse as a wrong password.
    static const std::string nobody = password_hash(random_bytes(16));
    const bool right = is_password(password, hash.value_or(nobody));
    if (!right || !hash || !account->active) {
        note_failure(login, now);
        return Error{ErrorKind::Forbidden, "door.wrong", "登录名或密码不对。请重新输入。"};
    }
    {
        const std::lock_guard lock(mutex_);
        failures_.erase(login);
    }
    const auto cookie = office.sessions.begin(account->region, account->id, now + session_time);
    auto session = office.sessions.find(cookie, now);
    return Opened{std::move(*account), cookie, std::move(session.value())};
}

std::optional<SignedIn> who_is(const Office& office, const std::string& cookie, std::int64_t now) {
    const auto session = office.sessions.find(cookie, now);
    if (!session) return {};
    std::optional<SignedIn> signed_in;
    office.ledger.look([&](const View& view) {
        auto account = office.accounts.current(view, session->region, session->account);
        if (account.ok() && account.value().active)
            signed_in = SignedIn{std::move(account.value()), *session};
    });
    return signed_in;
}

}  // namespace gongkai::desk
