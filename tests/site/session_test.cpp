#include <set>

#include "rights_of_routes.h"
#include "site_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

// "name=value; Path=/; Secure" as its parts.
std::vector<std::string> parts_of(std::string_view cookie) {
    std::vector<std::string> parts;
    for (;;) {
        const auto end = cookie.find("; ");
        parts.emplace_back(cookie.substr(0, end));
        if (end == cookie.npos) return parts;
        cookie.remove_prefix(end + 2);
    }
}

// What keeps the cookie from scripts, other sites, other hosts and open lines. The prefix __Host-
// makes a browser refuse it where Secure or Path=/ lack or a Domain is named.
void check_guarded(const Response& response, std::set<std::string> also = {}) {
    const auto all = parts_of(response.header("Set-Cookie"));
    CAPTURE(response.header("Set-Cookie"));
    CHECK(all.front().starts_with("__Host-gongkai="));
    also.insert({"Path=/", "Secure", "HttpOnly", "SameSite=Strict"});
    CHECK(std::set<std::string>(all.begin() + 1, all.end()) == also);
}

Response sign_in(TestSite& site, const std::string& login, const std::string& with) {
    return site.call("POST", "/api/session", {{"login", login}, {"password", with}}, {});
}

TestSite::User user_of(const Response& response) {
    return {parts_of(response.header("Set-Cookie")).front(),
            std::string(read(response).at("csrf").as_string())};
}

std::string path_of_account(TestSite& site, const TestSite::User& admin, std::string_view login) {
    const auto accounts = read(site.call("GET", "/api/accounts", {}, admin)).at("accounts");
    for (const auto& account : accounts.as_array())
        if (account.at("login").as_string() == login)
            return "/api/accounts/" + std::string(account.at("id").as_string()).substr(8);
    return "";
}

}  // namespace

TEST_CASE("the cookie of a session goes over closed lines, to this host, and to no script") {
    on_each_site([](TestSite& site) {
        const auto in = sign_in(site, "clerk", password);
        check_guarded(in);
        const auto user = user_of(in);
        CHECK(user.cookie.size() > std::string("__Host-gongkai=900121.").size() + 40);
        const auto changed =
            site.call("POST", "/api/session/password",
                      {{"old", password}, {"new", "只有我自己知道的一句话"}}, user);
        check_guarded(changed);
        const auto anew = user_of(changed);
        const auto out = site.call("DELETE", "/api/session", {}, anew);
        check_guarded(out, {"Max-Age=0"});
        CHECK(parts_of(out.header("Set-Cookie")).front() == "__Host-gongkai=");
        // Whoever kept a copy of the cookie has nothing.
        CHECK(code(site.call("GET", "/api/session", {}, anew)) == "door.sign-in");
        CHECK(sign_in(site, "clerk", "wrong").header("Set-Cookie").empty());
    });
}

TEST_CASE("closing an account ends its sessions, and opening it again revives none") {
    on_each_site([](TestSite& site) {
        const auto admin = site.sign_in("administrator");
        const auto first = site.sign_in("clerk"), second = site.sign_in("clerk");
        const auto colleague = site.sign_in("reviewer");
        const auto path = path_of_account(site, admin, "clerk");
        const auto is_in = [&](const TestSite::User& who) {
            return site.call("GET", site.path("/requests", site.town), {}, who).status == 200;
        };
        const auto set_active = [&](bool active) {
            (void)read(site.call("PUT", path,
                                 {{"roles", boost_json::array{"clerk"}},
                                  {"active", active},
                                  {"seen", active ? 2 : 1}},
                                 admin));
        };
        REQUIRE(is_in(first));
        set_active(false);
        CHECK_FALSE(is_in(first));
        CHECK_FALSE(is_in(second));
        CHECK(is_in(colleague));
        CHECK(code(sign_in(site, "clerk", password)) == "door.wrong");
        set_active(true);
        CHECK_FALSE(is_in(first));
        CHECK_FALSE(is_in(second));
        CHECK(is_in(site.sign_in("clerk")));
    });
}

TEST_CASE("whoever came in with a password of somebody else's does nothing but change it") {
    on_each_site([](TestSite& site) {
        const std::string given = "管理员给的临时密码一二三";
        const auto admin = site.sign_in("administrator");
        for (const char* login : {"clerk", "supervisor", "unit_head"}) {
            CAPTURE(login);
            (void)read(site.call("POST", path_of_account(site, admin, login) + "/password",
                                 {{"password", given}}, admin));
            const auto user = user_of(sign_in(site, login, given));
            for (const auto& route : site.site->router().routes()) {
                if (route.right == Right::Public || is_open_at_door(route)) continue;
                CAPTURE(route.method);
                CAPTURE(route.path);
                CHECK(code(site.call(route.method, filled(route.path, site.town), {}, user)) ==
                      "door.password");
            }
            CHECK(site.call("GET", "/api/session", {}, user).status == 200);
        }
    });
}
