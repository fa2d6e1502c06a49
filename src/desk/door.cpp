#include "desk/door.h"

#include <algorithm>
#include <utility>

#include "base/secrets.h"

namespace gongkai::desk {

using journal::View;
using organs::Account;

namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t session_time = std::int64_t{12} * 3600 * second;  // a working day
constexpr std::size_t most_logins_watched = 10'000;

}  // namespace

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

Result<Door::Opened> Door::sign_in(std::int64_t now, const std::string& login,
                                   const std::string& password) {
    if (const auto left = seconds_left(login, now); left > 0)
        return Error{ErrorKind::Forbidden, "door.shut",
                     "连续输错多次，请等 " + std::to_string(left) + " 秒再试。"};
    std::optional<Account> account;
    std::optional<std::string> hash;
    ledger_.look([&](const View& view) {
        account = accounts_.by_login(view, login);
        if (account) hash = view.open({account->region, 0}, account->password.seal);
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
    const auto cookie = sessions_.begin(account->region, account->id, now + session_time);
    auto session = sessions_.find(cookie, now);
    return Opened{std::move(*account), cookie, std::move(session.value())};
}

std::optional<SignedIn> Door::who_is(const std::string& cookie, std::int64_t now) const {
    const auto session = sessions_.find(cookie, now);
    if (!session) return {};
    std::optional<SignedIn> signed_in;
    ledger_.look([&](const View& view) {
        auto account = accounts_.current(view, session->region, session->account);
        if (account.ok() && account.value().active)
            signed_in = SignedIn{std::move(account.value()), *session};
    });
    return signed_in;
}

void Door::sign_out(const std::string& cookie) { sessions_.end(cookie); }

}  // namespace gongkai::desk
