#include "store/sessions.h"

#include "base/digest.h"
#include "base/secrets.h"
#include "base/sm3.h"
#include "base/whole_number.h"

namespace gongkai::store {

namespace {

constexpr std::size_t token_bytes = 32;
constexpr std::size_t longest_cookie = 100;
// Of thirty minutes two: a session that is in use is not written at every call.
constexpr std::int64_t marks_in_idle_time = 15;

// Of the token's digest as much as tells sessions of one account apart.
constexpr std::string_view id_column = "substr(token, 1, 16)";
constexpr std::string_view of_account = " FROM session WHERE region = $1 AND account = $2";
constexpr std::string_view columns =
    "region, account, csrf, expires, begun, used, device, address, substr(token, 1, 16)";

organs::Session session_of(const Row& row) {
    return {whole(row[0]), text(row[1]), text(row[2]), whole(row[3]), whole(row[4]),
            whole(row[5]), text(row[6]), text(row[7]), text(row[8])};
}

// 900121.5f3a...: region, and the token that nobody can guess.
struct Cookie {
    std::int64_t region = 0;
    std::string token;
};

std::optional<Cookie> parse(const std::string& text) {
    Cookie cookie;
    const auto dot = text.find('.');
    if (dot == text.npos || text.size() > longest_cookie) return {};
    const auto region = whole_number(std::string_view(text).substr(0, dot));
    if (!region) return {};
    cookie.region = *region;
    cookie.token = text.substr(dot + 1);
    return cookie;
}

}  // namespace

std::string Sessions::begin(const organs::Session& wanted) {
    const std::string token = hex(random_bytes(token_bytes)), csrf = hex(random_bytes(token_bytes));
    database_.transaction([&](Connection& connection) {
        connection.run("DELETE" + std::string(of_account) + " AND expires <= $3",
                       {wanted.region, wanted.account, wanted.begun});
        connection.run(
            "INSERT INTO session (region, token, account, csrf, expires, begun, used, device, "
            "address) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            {wanted.region, sha256(token), wanted.account, csrf, wanted.expires, wanted.begun,
             wanted.begun, wanted.device, wanted.address});
    });
    return std::to_string(wanted.region) + "." + token;
}

std::optional<organs::Session> Sessions::use(const std::string& cookie, std::int64_t now,
                                             std::int64_t idle) {
    const auto it = parse(cookie);
    if (!it) return {};
    const std::string digest = sha256(it->token);
    const auto rows = database_.run(
        "SELECT " + std::string(columns) +
            " FROM session WHERE region = $1 AND token = $2 AND expires > $3 AND used > $4",
        {it->region, digest, now, now - idle});
    if (rows.empty()) return {};
    auto session = session_of(rows[0]);
    if (now - session.used < idle / marks_in_idle_time) return session;
    database_.transaction([&](Connection& connection) {
        connection.run(
            "UPDATE session SET used = $3 WHERE region = $1 AND token = $2 AND used < $3",
            {it->region, digest, now});
    });
    session.used = now;
    return session;
}

std::vector<organs::Session> Sessions::open(std::int64_t region, const std::string& account,
                                            std::int64_t now, std::int64_t idle) const {
    std::vector<organs::Session> all;
    for (const Row& row :
         database_.run("SELECT " + std::string(columns) + std::string(of_account) +
                           " AND expires > $3 AND used > $4 ORDER BY used DESC, token",
                       {region, account, now, now - idle}))
        all.push_back(session_of(row));
    return all;
}

void Sessions::end(const std::string& cookie) {
    const auto it = parse(cookie);
    if (!it) return;
    database_.transaction([&](Connection& connection) {
        connection.run("DELETE FROM session WHERE region = $1 AND token = $2",
                       {it->region, sha256(it->token)});
    });
}

bool Sessions::end_one(std::int64_t region, const std::string& account, const std::string& id) {
    bool there = false;
    database_.transaction([&](Connection& connection) {
        there = !connection
                     .run("DELETE" + std::string(of_account) + " AND " + std::string(id_column) +
                              " = $3 RETURNING token",
                          {region, account, id})
                     .empty();
    });
    return there;
}

void Sessions::end_all(std::int64_t region, const std::string& account) {
    database_.transaction([&](Connection& connection) {
        connection.run("DELETE" + std::string(of_account), {region, account});
    });
}

void Sessions::end_others(std::int64_t region, const std::string& account, const std::string& id) {
    database_.transaction([&](Connection& connection) {
        connection.run(
            "DELETE" + std::string(of_account) + " AND " + std::string(id_column) + " <> $3",
            {region, account, id});
    });
}

bool Sessions::take_step(std::int64_t region, const std::string& account, std::int64_t step) {
    bool taken = false;
    database_.transaction([&](Connection& connection) {
        taken = !connection
                     .run(
                         "INSERT INTO second_factor_use (region, account, step) "
                         "VALUES ($1, $2, $3) ON CONFLICT (region, account) DO UPDATE "
                         "SET step = excluded.step WHERE second_factor_use.step < excluded.step "
                         "RETURNING step",
                         {region, account, step})
                     .empty();
    });
    return taken;
}

}  // namespace gongkai::store
