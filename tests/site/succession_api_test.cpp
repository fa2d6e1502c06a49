#include "site_for_tests.h"

#include "journal/log_name.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

void end(TestSite& site, const journal::LogKey& body, const journal::LogKey& successor) {
    auto organ = site.it.desks.organs.find(body).value();
    organ.valid_until = day("2025-01-20");
    organ.successor = successor.organ;
    REQUIRE(site.it.desks.organs.change(TestOffice::at("2025-01-15"), organ).ok());
}

boost_json::object withdrawal(const TestSite& site) {
    return {{"kind", "withdraw"}, {"on", site.today}, {"seen", 1}, {"words", "不再需要"}};
}

std::string account_path(TestSite& site, const TestSite::User& admin, std::string_view login) {
    const auto accounts = read(site.call("GET", "/api/accounts", {}, admin)).at("accounts");
    for (const auto& account : accounts.as_array())
        if (account.at("login").as_string() == login)
            return "/api/accounts/" + std::string(account.at("id").as_string()).substr(8);
    return "";
}

}  // namespace

TEST_CASE("the successor's staff go on with the cases of a body that ended, each in his roles") {
    on_each_site([](TestSite& site) {
        site.add_account("next.clerk", site.other, {Role::Clerk});
        site.add_account("next.reviewer", site.other, {Role::Reviewer});
        const auto cases = site.path("/requests", site.town);
        const auto acts = cases + "/2025-0001/acts";
        (void)read(site.call("POST", cases, question(), site.sign_in("clerk")));
        end(site, site.town, site.other);
        // To its last day the body does its work itself.
        site.today = "2025-01-20";
        auto clerk = site.sign_in("next.clerk");
        CHECK(code(site.call("GET", cases, {}, clerk)) == "door.right");
        CHECK(code(site.call("POST", acts, withdrawal(site), clerk)) == "door.right");
        site.today = "2025-01-21";
        clerk = site.sign_in("next.clerk");
        const auto old = site.sign_in("clerk");
        CHECK(code(site.call("POST", acts, withdrawal(site), old)) == "organ.ended");
        CHECK(site.call("GET", cases, {}, clerk).status == 200);
        CHECK(code(site.call("POST", acts, withdrawal(site), site.sign_in("next.reviewer"))) ==
              "door.right");
        CHECK(site.call("POST", acts, withdrawal(site), clerk).status == 200);
        // Nothing new comes to the old body.
        CHECK(code(site.call("POST", cases, question(), clerk)) == "organ.ended");
        // What others did not inherit stays theirs.
        const auto third = site.it.town();
        CHECK(code(site.call("GET", site.path("/requests", third), {}, clerk)) == "door.right");
    });
}

TEST_CASE("the duties of the successor count the open cases that it has inherited") {
    on_each_site([](TestSite& site) {
        site.add_account("next.clerk", site.other, {Role::Clerk});
        const auto clerk = site.sign_in("clerk");
        (void)read(site.call("POST", site.path("/requests", site.town), question(), clerk));
        (void)read(site.call("POST", site.path("/requests", site.town), question(), clerk));
        end(site, site.town, site.other);
        const auto inherited = [&] {
            return read(site.call("GET", site.path("/duties", site.other), {},
                                  site.sign_in("next.clerk")))
                .at("inherited")
                .as_array();
        };
        CHECK(inherited().empty());
        site.today = "2025-01-21";
        const auto all = inherited();
        REQUIRE(all.size() == 1);
        CHECK(all[0].at("organ").as_string() == journal::log_name(site.town));
        CHECK(all[0].at("organ_name").as_string() == "云溪县柳河镇人民政府");
        CHECK(all[0].at("ended_on").as_string() == "2025-01-20");
        CHECK(all[0].at("open_cases").as_int64() == 2);
    });
}

TEST_CASE("bodies tell all their successors, and take them by their numbers") {
    on_each_site([](TestSite& site) {
        const auto third = site.it.town();
        const auto admin = site.sign_in("administrator");
        const auto path = "/api/organs/" + journal::log_name(site.town);
        boost_json::object body;
        const auto organs = read(site.call("GET", "/api/organs", {}, admin)).at("organs");
        for (const auto& organ : organs.as_array())
            if (organ.at("id").as_string() == journal::log_name(site.town))
                body = organ.as_object();
        CHECK(body.at("further_successors").as_array().empty());
        for (const char* told : {"id", "head_title", "former_names"})
            body.erase(told);
        body["valid_until"] = "2025-01-20";
        body["successor"] = journal::log_name(site.other);
        body["further_successors"] = boost_json::array{"900122-1"};
        CHECK(code(site.call("PUT", path, body, admin)) == "fields.kind");
        body["further_successors"] = boost_json::array{journal::log_name(third)};
        const auto saved = read(site.call("PUT", path, body, admin));
        CHECK(saved.at("further_successors") ==
              boost_json::array{boost_json::string(journal::log_name(third))});
        CHECK(site.it.desks.organs.find(site.town).value().further_successors ==
              std::vector<std::int64_t>{third.organ});
    });
}

TEST_CASE("an administrator moves an account to another body of the region, and no further") {
    on_each_site([](TestSite& site) {
        const auto admin = site.sign_in("administrator");
        const auto clerk = site.sign_in("clerk");
        const auto path = account_path(site, admin, "clerk") + "/move";
        boost_json::object wanted{
            {"organ", "900122-1"}, {"roles", boost_json::array{"reviewer"}}, {"seen", 1}};
        const auto away = site.call("POST", path, wanted, admin);
        CHECK(code(away) == "account.other-region");
        CHECK(away.body.find("账号不能调到别的地区") != std::string::npos);
        wanted["organ"] = "柳河镇";
        CHECK(code(site.call("POST", path, wanted, admin)) == "fields.kind");
        wanted["organ"] = journal::log_name(site.other);
        wanted.erase("roles");
        CHECK(site.call("POST", path, wanted, admin).status == 422);
        wanted["roles"] = boost_json::array{"reviewer"};
        CHECK(code(site.call("POST", path, wanted, clerk)) == "door.right");
        const auto moved = read(site.call("POST", path, wanted, admin));
        CHECK(moved.at("organ").as_string() == journal::log_name(site.other));
        CHECK(moved.at("roles") == boost_json::array{"reviewer"});
        CHECK(code(site.call("GET", "/api/session", {}, clerk)) == "door.sign-in");
        const auto again = site.sign_in("clerk");
        CHECK(code(site.call("GET", site.path("/requests", site.town), {}, again)) == "door.right");
        CHECK(site.call("GET", site.path("/requests", site.other), {}, again).status == 200);
        CHECK(code(site.call("POST", path, wanted, admin)) == "account.changed");
    });
}

TEST_CASE("the staff of a body that ended write no drafts and no files for it any more") {
    on_each_site([](TestSite& site) {
        const auto draft = site.path("/drafts/document.new", site.town);
        const boost_json::object typed{{"content", {{"title", "通知"}}}};
        const boost_json::object file{{"digest", std::string(64, 'a')}, {"size", 3}};
        const auto clerk = site.sign_in("clerk");
        (void)read(site.call("PUT", draft, typed, clerk));
        const auto id =
            std::string(read(site.call("POST", "/api/uploads", file, clerk)).at("id").as_string());
        end(site, site.town, site.other);
        site.today = "2025-01-21";
        const auto old = site.sign_in("clerk");
        CHECK(code(site.call("PUT", draft, typed, old)) == "organ.ended");
        CHECK(code(site.call("POST", "/api/uploads", file, old)) == "organ.ended");
        CHECK(code(site.call("PUT", "/api/uploads/" + id + "?offset=0", {}, old)) == "organ.ended");
        // What he has begun he may read, and throw away.
        CHECK(site.call("GET", draft, {}, old).status == 200);
        CHECK(site.call("DELETE", draft, {}, old).status == 200);
        CHECK(site.call("DELETE", "/api/uploads/" + id, {}, old).status == 200);
        // Whoever goes on with its cases types on them.
        site.add_account("next.clerk", site.other, {Role::Clerk});
        CHECK(site.call("PUT", draft, typed, site.sign_in("next.clerk")).status == 200);
    });
}

TEST_CASE("what the writer of an old letter is told names the body that answers now, and why") {
    on_each_site([](TestSite& site) {
        auto heir = site.it.desks.organs.find(site.other).value();
        heir.name = "云溪县柳河街道办事处";
        REQUIRE(site.it.desks.organs.change(TestOffice::at("2025-01-03"), heir).ok());
        const boost_json::object letter{{"source", "hotline"},     {"matter", "help"},
                                        {"reply_wished", true},    {"title", "路灯不亮"},
                                        {"content", "三天不亮了"}, {"on", site.today}};
        const auto all = site.path("/messages", site.town);
        const auto made = read(site.call("POST", all, letter, site.sign_in("clerk")));
        const auto one = all + "/" + std::string(made.at("number").as_string());
        end(site, site.town, site.other);
        const auto notice = [&](const std::string& login) {
            const auto told = read(site.call("GET", one, {}, site.sign_in(login)));
            return std::string(told.at("notices").at("transfer").as_string());
        };
        site.today = "2025-01-20";
        CHECK(notice("clerk").find("不属于云溪县柳河镇人民政府的职责") != std::string::npos);
        site.today = "2025-01-21";
        site.add_account("next.clerk", site.other, {Role::Clerk});
        CHECK(notice("next.clerk")
                  .find("不属于承继云溪县柳河镇人民政府职权的云溪县柳河街道办事处的职责") !=
              std::string::npos);
    });
}
