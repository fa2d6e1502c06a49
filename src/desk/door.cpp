#include "desk/door.h"

#include <utility>

#include "base/secrets.h"
#include "base/sm3.h"

namespace gongkai::desk {

using journal::View;
using organs::Account;

namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t session_time = std::int64_t{12} * 3600 * second;  // a working day
constexpr std::size_t number_signs = 16;
constexpr std::size_t longest_login = 100;

}  // namespace

// The browser's number and, behind it, what only this house could write for the login.
std::string Door::device_of(const std::string& login, const std::string& number) const {
    return number + keyed_digest(sm3({secret_}), "device", number + "/" + login);
}

bool Door::is_known(const std::string& login, const std::string& device) const {
    return device.size() > number_signs &&
           same_secret(device, device_of(login, device.substr(0, number_signs)));
}

Result<Door::Opened> Door::sign_in(std::int64_t now, const std::string& login,
                                   const std::string& password, const Whence& from) {
    const bool known = is_known(login, from.device);
    if (const auto left = watch_.seconds_left(login, from, known, now); left > 0)
        return Error{ErrorKind::Forbidden, "door.shut",
                     "连续输错多次，请等 " + std::to_string(left) + " 秒再试。"};
    std::optional<Account> account;
    std::optional<std::string> hash;
    ledger_.look([&](const View& view) {
        if (login.size() <= longest_login) account = accounts_.by_login(view, login);
        if (account) hash = view.open({account->region, 0}, account->password.seal);
    });
    // A login that nobody has takes as long to refuse as a wrong password.
    static const std::string nobody = password_hash(random_bytes(16));
    const bool right = is_password(password, hash.value_or(nobody));
    if (!right || !hash || !account->active) {
        watch_.note_failure(login, from, known, now);
        return Error{ErrorKind::Forbidden, "door.wrong", "登录名或密码不对。请重新输入。"};
    }
    watch_.forget(login, from, known);
    const auto cookie = sessions_.begin(account->region, account->id, now + session_time);
    auto session = sessions_.find(cookie, now);
    const std::string device = known ? from.device : device_of(login, random_code(number_signs));
    return Opened{std::move(*account), cookie, std::move(session.value()), device};
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
