#include "desk/people_desk.h"

#include <algorithm>

#include "base/secrets.h"

namespace gongkai::desk {

using journal::Change;
using journal::LogKey;
using journal::Signature;
using journal::View;
using organs::Account;
using organs::Organ;

namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t session_time = std::int64_t{12} * 3600 * second;  // a working day
// gongkai admin create asks for the password at the keyboard.
constexpr std::string_view typed_by_its_owner = "system";
constexpr std::size_t most_logins_watched = 10'000;

std::string packed(const Person& it) {
    return canonical(journal::Record{}.set("name", it.name).set("phone", it.phone));
}

LogKey region_log(std::int64_t region) { return {region, 0}; }

void append(Change& change, std::string_view kind, const Account& it) {
    change.append({it.id, "account." + std::string(kind), record(it)});
}

void append(Change& change, std::string_view kind, const Organ& it) {
    change.append({subject(it), "organ." + std::string(kind), record(it)});
}

Error no_organ() {
    return {ErrorKind::NotFound, "organ.not-found", "没有这个机关。请核对网址或编号。"};
}

}  // namespace

Result<Account> create_account(Office& office, const Signature& by, std::int64_t region,
                               const NewAccount& wanted) {
    GK_CHECK(organs::check_password(wanted.login, wanted.password));
    Account account;
    account.region = region;
    account.login = wanted.login;
    account.organ = wanted.organ;
    account.roles = wanted.roles;
    account.must_change_password = by.actor != typed_by_its_owner;
    GK_CHECK(organs::check(account));
    const std::string hash = password_hash(wanted.password);
    const auto recorded =
        office.ledger.change(by, region_log(region), [&](Change& change) -> Status {
            if (office.accounts.by_login(change, wanted.login))
                return Error{ErrorKind::Conflict, "account.login-taken",
                             "登录名“" + wanted.login + "”已经有人用了，请换一个。"};
            const auto home = office.organs.find(change, {region, wanted.organ});
            // The first administrator comes before any body.
            if (!home.ok() && wanted.organ != 0) return home.error();
            account.id = office.accounts.next_id(change, region);
            account.person = change.seal(packed(wanted.person));
            account.password = change.seal(hash);
            append(change, "create", account);
            return Done{};
        });
    if (!recorded.ok()) return recorded.error();
    return account;
}

Result<Account> change_account(Office& office, const Signature& by, std::int64_t region,
                               const std::string& id, const std::set<organs::Role>& roles,
                               bool active) {
    std::optional<Account> result;
    const auto recorded =
        office.ledger.change(by, region_log(region), [&](Change& change) -> Status {
            GK_TRY(account, office.accounts.find(change, region, id));
            account.roles = roles;
            account.active = active;
            GK_CHECK(organs::check(account));
            append(change, "change", account);
            result = account;
            return Done{};
        });
    if (!recorded.ok()) return recorded.error();
    if (!active) office.sessions.end_all(region, id);
    return std::move(*result);
}

Status change_password(Office& office, const Signature& by, std::int64_t region,
                       const std::string& id, const std::string& password) {
    const std::string hash = password_hash(password);
    const auto recorded =
        office.ledger.change(by, region_log(region), [&](Change& change) -> Status {
            GK_TRY(account, office.accounts.find(change, region, id));
            GK_CHECK(organs::check_password(account.login, password));
            // The old one is of no use to anybody.
            change.erase(account.id, account.password);
            account.password = change.seal(hash);
            account.must_change_password = by.actor != account.id;
            append(change, "password", account);
            return Done{};
        });
    if (!recorded.ok()) return recorded.error();
    office.sessions.end_all(region, id);
    return Done{};
}

Result<Organ> put_organ(Change& change, std::vector<Organ>& all, Organ wanted, Date today) {
    const bool anew = wanted.key.organ == 0;
    const auto before = std::ranges::find(all, wanted.key, &Organ::key);
    if (!anew && before == all.end()) return no_organ();
    if (anew) {
        for (const Organ& it : all)
            wanted.key.organ = std::max(wanted.key.organ, it.key.organ);
        ++wanted.key.organ;
    } else {
        wanted.former_names = before->former_names;
        if (wanted.name != before->name)
            wanted.former_names.push_back({before->name, today - std::chrono::days{1}});
    }
    GK_CHECK(organs::check(wanted));
    GK_CHECK(organs::check_parent(all, wanted));
    append(change, anew ? "create" : wanted.valid_until ? "end" : "change", wanted);
    if (anew)
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
            GK_TRY(put, put_organ(change, all, std::move(wanted), china_day(by.at)));
            wanted = std::move(put);
            return Done{};
        });
    if (!recorded.ok()) return recorded.error();
    return wanted;
}

Result<organs::Organ> find_organ(const Office& office, const LogKey& key) {
    Result<organs::Organ> organ = Error{ErrorKind::NotFound, "organ.not-found", ""};
    office.ledger.look([&](const View& view) { organ = office.organs.find(view, key); });
    return organ;
}

Person person_of(const View& view, const Account& account) {
    const auto datum = view.open(region_log(account.region), account.person);
    const auto it = datum ? journal::parse_canonical(*datum) : journal::Record();
    if (!it.ok()) return {};
    return {it.value().text_of("name"), it.value().text_of("phone")};
}

std::set<std::int64_t> supervised(const Office& office, const Account& account) {
    std::set<std::int64_t> numbers;
    if (!account.roles.contains(organs::Role::Supervisor)) return numbers;
    office.ledger.look([&](const View& view) {
        for (const Organ& it :
             organs::below(office.organs.all(view, account.region), account.organ))
            numbers.insert(it.key.organ);
    });
    return numbers;
}

std::int64_t Door::seconds_left(const std::string& login, std::int64_t now) {
    const std::lock_guard lock(mutex_);
    const auto it = failures_.find(login);
    if (it == failures_.end()) return 0;
    const auto open_at = it->second.last + organs::seconds_shut(it->second.count) * second;
    return std::max<std::int64_t>(0, (open_at - now + second - 1) / second);
}

void Door::note_failure(const std::string& login, std::int64_t now) {
    const std::lock_guard lock(mutex_);
    // Guessing at random logins fills no memory: the oldest tries are forgotten first.
    if (failures_.size() >= most_logins_watched)
        failures_.erase(std::ranges::min_element(
            failures_, {}, [](const auto& each) { return each.second.last; }));
    auto& it = failures_[login];
    ++it.count;
    it.last = now;
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
        if (account) hash = view.open(region_log(account->region), account->password);
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
    std::optional<SignedIn> it;
    office.ledger.look([&](const View& view) {
        auto account = office.accounts.find(view, session->region, session->account);
        if (account.ok() && account.value().active)
            it = SignedIn{std::move(account.value()), *session};
    });
    return it;
}

}  // namespace gongkai::desk
