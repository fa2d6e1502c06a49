#include "desk/door.h"

#include <utility>

#include "base/secrets.h"
#include "base/sm3.h"
#include "desk/session_place.h"

namespace gongkai::desk {

using journal::View;
using organs::Account;

namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t session_time = std::int64_t{12} * 3600 * second;  // a working day
constexpr std::size_t number_signs = 16;
constexpr std::size_t longest_login = 100;

Error wrong() { return {ErrorKind::Forbidden, "door.wrong", "登录名或密码不对。请重新输入。"}; }

}  // namespace

// The browser's number and, behind it, what only this house could write for the login.
std::string Door::device_of(const std::string& login, const std::string& number) const {
    return number + keyed_digest(sm3({secret_}), "device", number + "/" + login);
}

bool Door::is_known(const std::string& login, const std::string& device) const {
    return device.size() > number_signs &&
           same_secret(device, device_of(login, device.substr(0, number_signs)));
}

Result<Account> Door::with_password(std::int64_t now, const std::string& login,
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
        return wrong();
    }
    return std::move(*account);
}

Result<Door::Opened> Door::sign_in(std::int64_t now, const std::string& login,
                                   const std::string& password, const Whence& from,
                                   const std::string& code) {
    GK_TRY(account, with_password(now, login, password, from));
    const bool known = is_known(login, from.device);
    if (const auto fits = second_factor_.check(now, account, code); !fits.ok()) {
        // Whoever was not asked for a code yet has not guessed one.
        if (!code.empty()) watch_.note_failure(login, from, known, now);
        return fits.error();
    }
    watch_.forget(login, from, known);
    return let_in(now, account, from);
}

Status Door::confirm(std::int64_t now, const Account& account, const std::string& password,
                     const Whence& from) {
    GK_CHECK(with_password(now, account.login, password, from));
    watch_.forget(account.login, from, is_known(account.login, from.device));
    return Done{};
}

Result<Door::Opened> Door::let_in(std::int64_t now, const Account& account, const Whence& from) {
    organs::Session wanted;
    wanted.region = account.region;
    wanted.account = account.id;
    wanted.begun = now;
    wanted.expires = now + session_time;
    wanted.device = device_name(from.browser);
    wanted.address = address_part(from.address);
    const auto cookie = sessions_.begin(wanted);
    // Where the account was closed, got another password or took up codes while this one was being
    // looked at, its sessions ended before this one began.
    std::optional<Account> current;
    ledger_.look([&](const View& view) {
        auto found = accounts_.current(view, account.region, account.id);
        if (found.ok()) current = std::move(found.value());
    });
    auto session = sessions_.use(cookie, now, settings_.idle_milliseconds());
    if (!session || !current || !current->active || current->password != account.password ||
        current->second_factor != account.second_factor) {
        sessions_.end(cookie);
        return wrong();
    }
    const std::string device = is_known(account.login, from.device)
                                   ? from.device
                                   : device_of(account.login, random_code(number_signs));
    return Opened{std::move(*current), cookie, std::move(session.value()), device};
}

std::optional<SignedIn> Door::who_is(const std::string& cookie, std::int64_t now) const {
    const auto session = sessions_.use(cookie, now, settings_.idle_milliseconds());
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
