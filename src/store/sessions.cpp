#include "store/sessions.h"

#include <charconv>

#include "base/digest.h"
#include "base/secrets.h"
#include "base/sm3.h"

namespace gongkai::store {

namespace {

constexpr std::size_t token_bytes = 32;
constexpr std::size_t longest_cookie = 100;

// 900121.5f3a...: region, and the token that nobody can guess.
struct Cookie {
    std::int64_t region = 0;
    std::string token;
};

std::optional<Cookie> parse(const std::string& text) {
    Cookie cookie;
    const auto dot = text.find('.');
    if (dot == text.npos || text.size() > longest_cookie) return {};
    const auto [stop, fault] = std::from_chars(text.data(), text.data() + dot, cookie.region);
    if (fault != std::errc() || stop != text.data() + dot) return {};
    cookie.token = text.substr(dot + 1);
    return cookie;
}

}  // namespace

std::string Sessions::begin(std::int64_t region, const std::string& account, std::int64_t expires) {
    const std::string token = hex(random_bytes(token_bytes)), csrf = hex(random_bytes(token_bytes));
    database_.transaction([&](Connection& connection) {
        connection.run(
            "INSERT INTO session (region, token, account, csrf, expires) "
            "VALUES ($1, $2, $3, $4, $5)",
            {region, sha256(token), account, csrf, expires});
    });
    return std::to_string(region) + "." + token;
}

std::optional<organs::Session> Sessions::find(const std::string& cookie, std::int64_t now) const {
    const auto it = parse(cookie);
    if (!it) return {};
    const auto rows = database_.run(
        "SELECT account, csrf, expires FROM session WHERE region = $1 AND token = $2 AND "
        "expires > $3",
        {it->region, sha256(it->token), now});
    if (rows.empty()) return {};
    return organs::Session{it->region, text(rows[0][0]), text(rows[0][1]), whole(rows[0][2])};
}

void Sessions::end(const std::string& cookie) {
    const auto it = parse(cookie);
    if (!it) return;
    database_.transaction([&](Connection& connection) {
        connection.run("DELETE FROM session WHERE region = $1 AND token = $2",
                       {it->region, sha256(it->token)});
    });
}

void Sessions::end_all(std::int64_t region, const std::string& account) {
    database_.transaction([&](Connection& connection) {
        connection.run("DELETE FROM session WHERE region = $1 AND account = $2", {region, account});
    });
}

}  // namespace gongkai::store
