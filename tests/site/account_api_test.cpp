#include "base/one_time_code.h"
#include "journal/log_name.h"
#include "rights_of_routes.h"
#include "site_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

std::string id_of(TestSite& site, const TestSite::User& admin, std::string_view login) {
    const auto accounts = read(site.call("GET", "/api/accounts", {}, admin)).at("accounts");
    for (const auto& account : accounts.as_array())
        if (account.at("login").as_string() == login)
            return std::string(account.at("id").as_string()).substr(8);
    return "";
}

// The code of a secret at the site's noon, so many half minutes later.
std::string code_of(const TestSite& site, const std::string& secret, std::int64_t later = 0) {
    const auto step = TestOffice::at(site.today).at / milliseconds_of_code + later;
    return one_time_code(base32_bytes(secret).value(), step);
}

Response sign_in(TestSite& site, std::string_view login, boost_json::object also = {}) {
    boost_json::object body{{"login", login}, {"password", password}};
    for (const auto& [name, value] : also)
        body[name] = value;
    return site.call("POST", "/api/session", body, {});
}

TestSite::User user_of(const Response& response) {
    const auto cookie = std::string(response.header("Set-Cookie"));
    return {cookie.substr(0, cookie.find(';')), std::string(read(response).at("csrf").as_string())};
}

}  // namespace

TEST_CASE("two who change the same body: the second is told and nothing is overwritten") {
    on_each_site([](TestSite& site) {
        const auto admin = site.sign_in("administrator");
        const auto path = "/api/organs/" + journal::log_name(site.town);
        boost_json::object body;
        const auto organs = read(site.call("GET", "/api/organs", {}, admin)).at("organs");
        for (const auto& organ : organs.as_array())
            if (organ.at("id").as_string() == journal::log_name(site.town))
                body = organ.as_object();
        for (const char* told : {"id", "head_title", "former_names"})
            body.erase(told);
        REQUIRE(body.at("seen").as_int64() == 1);
        auto first = body, second = body;
        first["name"] = "云溪县柳河街道办事处";
        second["name"] = "云溪县东柳河镇人民政府";
        CHECK(read(site.call("PUT", path, first, admin)).at("seen").as_int64() == 2);
        const auto late = site.call("PUT", path, second, admin);
        CHECK(late.status == 409);
        CHECK(code(late) == "organ.changed");
        CHECK(site.it.desks.organs.find(site.town).value().name == "云溪县柳河街道办事处");
        second.erase("seen");
        CHECK(code(site.call("PUT", path, second, admin)) == "fields.kind");
        second["seen"] = 2;
        CHECK(site.call("PUT", path, second, admin).status == 200);

        const auto account = "/api/accounts/" + id_of(site, admin, "clerk");
        const boost_json::object change{
            {"roles", boost_json::array{"clerk"}}, {"active", true}, {"seen", 1}};
        CHECK(read(site.call("PUT", account, change, admin)).at("seen").as_int64() == 2);
        CHECK(code(site.call("PUT", account, change, admin)) == "account.changed");
    });
}

TEST_CASE("codes are begun with a secret, a code of it and the password, and then asked for") {
    on_each_site([](TestSite& site) {
        const auto clerk = site.sign_in("clerk"), elsewhere = site.sign_in("clerk");
        const auto offer = read(site.call("POST", "/api/session/second-factor/secret", {}, clerk));
        const std::string secret(offer.at("secret").as_string());
        CHECK(secret.size() == 32);
        const std::string address(offer.at("address").as_string());
        CHECK(address.starts_with("otpauth://totp/"));
        CHECK(address.find(":clerk?secret=" + secret + "&issuer=") != std::string::npos);
        const auto enrol = [&](const std::string& with, const std::string& six) {
            return site.call("POST", "/api/session/second-factor",
                             {{"password", with}, {"code", six}}, clerk);
        };
        CHECK(code(enrol("wrong", code_of(site, secret))) == "door.wrong");
        CHECK(code(enrol(password, "000000")) == "account.code");
        CHECK(code(enrol(password, "")) == "fields.missing");
        const auto done = read(enrol(password, code_of(site, secret)));
        CHECK(done.at("recovery_codes").as_array().size() == 10);
        // Where somebody was in with the password alone he is out.
        CHECK(code(site.call("GET", "/api/session", {}, elsewhere)) == "door.sign-in");
        CHECK(read(site.call("GET", "/api/session", {}, clerk)).at("second_factor").as_bool());
        const auto asked = sign_in(site, "clerk");
        CHECK(asked.status == 403);
        CHECK(code(asked) == "door.code");
        CHECK(asked.header("Set-Cookie").empty());
        CHECK(code(sign_in(site, "clerk", {{"code", "000000"}})) == "door.code-wrong");
        CHECK(sign_in(site, "clerk", {{"code", code_of(site, secret, 1)}}).status == 200);
        const std::string paper(done.at("recovery_codes").at(3).as_string());
        CHECK(sign_in(site, "clerk", {{"code", paper}}).status == 200);
        CHECK(read(site.call("GET", "/api/session/log", {}, clerk))
                  .at("recovery_codes_left")
                  .as_int64() == 9);
    });
}

TEST_CASE("a role that must have codes does nothing without codes but begin them") {
    on_each_site([](TestSite& site) {
        site.it.account_settings.second_factor_of = {Role::Clerk};
        const auto clerk = site.sign_in("clerk"), reviewer = site.sign_in("reviewer");
        for (const auto& route : site.site->router().routes()) {
            if (route.right == Right::Public || is_open_at_door(route)) continue;
            CAPTURE(route.path);
            CHECK(code(site.call(route.method, filled(route.path, site.town), {}, clerk)) ==
                  "door.factor");
        }
        CHECK(site.call("GET", site.path("/requests", site.town), {}, reviewer).status == 200);
        CHECK(read(site.call("GET", "/api/session", {}, clerk)).at("must_enrol").as_bool());
        const auto enrol = [&](const std::string& secret, boost_json::object also) {
            also["password"] = password;
            also["code"] = code_of(site, secret);
            return site.call("POST", "/api/session/second-factor", also, clerk);
        };
        // A secret of the client's own choice is none.
        const std::string own = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        CHECK(code(enrol(own, {{"secret", own}})) == "account.code");
        const auto offer = read(site.call("POST", "/api/session/second-factor/secret", {}, clerk));
        (void)read(enrol(std::string(offer.at("secret").as_string()), {}));
        CHECK(site.call("GET", site.path("/requests", site.town), {}, clerk).status == 200);
    });
}

TEST_CASE("whose password was set by an administrator reads who did it, and so does the head") {
    on_each_site([](TestSite& site) {
        const auto admin = site.sign_in("administrator");
        const auto path = "/api/accounts/" + id_of(site, admin, "clerk");
        const std::string given = "管理员给的临时密码一二三";
        (void)read(site.call("POST", path + "/password", {{"password", given}}, admin));
        const auto in =
            site.call("POST", "/api/session", {{"login", "clerk"}, {"password", given}}, {});
        const auto untold = read(in).at("untold").as_array();
        REQUIRE(untold.size() == 1);
        CHECK(untold.at(0).at("title").as_string() == "更换密码");
        CHECK(untold.at(0).at("by").as_string() ==
              "account/" + id_of(site, admin, "administrator"));
        CHECK(untold.at(0).at("at").as_string() == "2025-01-15T12:00:00.000+08:00");
        // First he makes the password his own; that hides nothing.
        const auto clerk = user_of(site.call("POST", "/api/session/password",
                                             {{"old", given}, {"new", password}}, user_of(in)));
        CHECK(read(site.call("GET", "/api/session", {}, clerk)).at("untold").as_array().size() ==
              1);
        (void)read(site.call("POST", "/api/session/told", {}, clerk));
        CHECK(read(site.call("GET", "/api/session", {}, clerk)).at("untold").as_array().empty());
        const auto log = site.path("/account-log", site.town);
        const auto events =
            read(site.call("GET", log, {}, site.sign_in("unit_head"))).at("events").as_array();
        int set = 0;
        for (const auto& event : events)
            set += event.at("kind").as_string() == "account.password" &&
                   event.at("by") == untold.at(0).at("by") &&
                   event.at("login").as_string() == "clerk";
        CHECK(set == 1);
        CHECK(code(site.call("GET", log, {}, site.sign_in("reviewer"))) == "door.right");
        // His own he changes with the old one alone.
        const auto own = "/api/accounts/" + id_of(site, admin, "administrator");
        CHECK(code(site.call("POST", own + "/password", {{"password", given}}, admin)) ==
              "account.own-password");
        CHECK(code(site.call("POST", own + "/second-factor/reset", {}, admin)) ==
              "account.own-factor");
    });
}

TEST_CASE("somebody's sessions are listed to himself, and end one by one or all others") {
    on_each_site([](TestSite& site) {
        const auto here = site.sign_in("clerk"), there = site.sign_in("clerk"),
                   third = site.sign_in("clerk");
        const auto list = [&](const TestSite::User& who) {
            return read(site.call("GET", "/api/sessions", {}, who)).at("sessions").as_array();
        };
        REQUIRE(list(here).size() == 3);
        std::string own;
        for (const auto& session : list(there))
            if (session.at("current").as_bool()) own = session.at("id").as_string();
        CHECK(site.call("DELETE", "/api/sessions/" + own, {}, here).status == 200);
        CHECK(code(site.call("GET", "/api/session", {}, there)) == "door.sign-in");
        CHECK(code(site.call("DELETE", "/api/sessions/" + own, {}, here)) == "session.not-found");
        const auto colleague = site.sign_in("reviewer");
        CHECK(code(site.call("DELETE", "/api/sessions/" + own, {}, colleague)) ==
              "session.not-found");
        CHECK(site.call("DELETE", "/api/sessions", {}, here).status == 200);
        CHECK(code(site.call("GET", "/api/session", {}, third)) == "door.sign-in");
        CHECK(list(here).size() == 1);
        CHECK(list(colleague).size() == 1);
    });
}

TEST_CASE("an ID number is masked until it is asked for, and the head sees who asked") {
    on_each_site([](TestSite& site) {
        const auto clerk = site.sign_in("clerk");
        auto asked = question();
        asked["applicant_kind"] = "natural_person";
        const std::string number(asked.at("applicant").at("id_number").as_string());
        REQUIRE(site.call("POST", site.path("/requests", site.town), asked, clerk).status == 201);
        const auto path = site.path("/requests/2025-0001", site.town);
        const auto shown = site.call("GET", path, {}, clerk);
        CHECK(shown.body.find(number) == std::string::npos);
        CHECK(read(shown).at("applicant").at("id_number").as_string() ==
              desk::masked_id_number(number));
        const auto head = site.sign_in("unit_head"), reviewer = site.sign_in("reviewer");
        CHECK(code(site.call("POST", path + "/id-number", {}, reviewer)) == "door.right");
        CHECK(
            read(site.call("GET", path + "/openings", {}, head)).at("openings").as_array().empty());
        CHECK(read(site.call("POST", path + "/id-number", {}, clerk)).at("id_number").as_string() ==
              number);
        const auto openings =
            read(site.call("GET", path + "/openings", {}, head)).at("openings").as_array();
        REQUIRE(openings.size() == 1);
        CHECK(openings.at(0).at("by").as_string() ==
              read(site.call("GET", "/api/session", {}, clerk)).at("id").as_string());
        const auto log = site.call("GET", site.path("/journal", site.town), {}, head);
        CHECK(log.body.find("查看申请人的证件号码") != std::string::npos);
        CHECK(log.body.find(number) == std::string::npos);
    });
}

TEST_CASE("a body that has ended takes nothing, says who does its work, and its staff do nothing") {
    on_each_site([](TestSite& site) {
        auto clerk = site.sign_in("clerk");
        const auto by = TestOffice::at("2025-01-15");
        auto organ = site.it.desks.organs.find(site.town).value();
        organ.valid_until = std::chrono::sys_days{std::chrono::year{2025} / 1 / 20};
        organ.successor = site.other.organ;
        const auto next = site.it.desks.organs.find(site.other).value().name;
        REQUIRE(site.it.desks.organs.change(by, organ).ok());
        const auto page = [&](std::string_view rest) {
            return site.call("GET", "/organs/" + journal::log_name(site.town) + std::string(rest),
                             {}, {});
        };
        CHECK(page("").body.find("现在由") == std::string::npos);
        CHECK(site.call("POST", site.path("/requests", site.town), question(), clerk).status ==
              201);  // to its last day
        site.today = "2025-01-21";
        clerk = site.sign_in("clerk");
        for (const char* rest : {"", "/apply", "/write"}) {
            CAPTURE(rest);
            const auto shown = page(rest);
            CHECK(shown.status == 200);
            CHECK(shown.body.find("不再受理") != std::string::npos);
            CHECK(shown.body.find(next) != std::string::npos);
            CHECK(shown.body.find("/organs/" + journal::log_name(site.other) + std::string(rest)) !=
                  std::string::npos);
        }
        CHECK(code(site.call("POST", site.path("/requests", site.town), question(), clerk)) ==
              "organ.ended");
        CHECK(code(site.call("POST", site.path("/requests/2025-0001/acts", site.town),
                             {{"kind", "withdraw"}, {"on", site.today}, {"seen", 1}}, clerk)) ==
              "organ.ended");
        CHECK(site.call("GET", site.path("/requests/2025-0001", site.town), {}, clerk).status ==
              200);
        // The administrator can put it right.
        const auto admin = site.sign_in("administrator");
        CHECK(code(site.call("PUT", "/api/organs/" + journal::log_name(site.town), {}, admin)) !=
              "organ.ended");
    });
}

TEST_CASE("whatever hashes a password waits in the lane of passwords, whoever asks") {
    const std::set<std::pair<std::string_view, std::string_view>> hashing{
        {"POST", "/api/session"},
        {"POST", "/api/session/password"},
        {"POST", "/api/session/second-factor"},
        {"POST", "/api/accounts"},
        {"POST", "/api/accounts/{account}/password"}};
    on_each_site([&](TestSite& it) {
        for (const http::Route& route : it.site->router().routes()) {
            CAPTURE(route.method);
            CAPTURE(route.path);
            CHECK((route.work == http::Work::Password) ==
                  hashing.contains({route.method, route.path}));
        }
    });
}
