#include "site_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

using User = TestSite::User;

// The clerk of the town registers a request, and its record is changed behind the program's back.
void damage_a_request(TestSite& it) {
    (void)read(it.call("POST", it.path("/requests", it.town), question(), it.sign_in("clerk")));
    it.it.database.transaction([](store::Connection& connection) {
        connection.run("UPDATE journal_entry SET payload = $1 WHERE kind = 'request.register'",
                       {store::Blob(3, std::byte{'x'})});
    });
}

boost_json::object told(TestSite& it, const User& who) {
    it.incidents.keep();
    return read(it.call("GET", "/api/incidents", {}, who));
}

}  // namespace

TEST_CASE("an administrator is told what broke down, and says that he knows") {
    on_each_database([](store::Database& database) {
        TestSite it(database);
        const auto admin = it.sign_in("administrator");
        CHECK(told(it, admin).at("incidents").as_array().empty());
        damage_a_request(it);
        const auto clerk = it.sign_in("clerk");
        const auto address = it.path("/requests/2025-0001", it.town);
        CHECK(it.call("GET", address, {}, clerk).status == 500);
        const auto broken = it.call("GET", address, {}, clerk);
        CHECK(code(broken) == "http.damaged");

        const auto all = told(it, admin);
        CHECK(all.at("open").as_int64() == 1);
        REQUIRE(all.at("incidents").as_array().size() == 1);
        const auto& one = all.at("incidents").at(0).as_object();
        CHECK(one.at("code").as_string() == "http.damaged");
        CHECK(one.at("place").as_string() == address);
        CHECK(one.at("times").as_int64() == 2);
        CHECK(one.at("open").as_bool());
        CHECK(one.at("said").as_string() ==
              "最近一次的故障编号 " + std::string(broken.header("X-Request-Id")));
        CHECK(one.at("what").as_string() == "内容损坏或者丢失，这个页面打不开");
        CHECK(std::string(one.at("advice").as_string()).find("journal verify") !=
              std::string::npos);

        const auto path =
            "/api/incidents/" + std::string(one.at("id").as_string()) + "/acknowledge";
        CHECK(code(it.call("POST", path, {}, admin)) == "fields.kind");
        CHECK(code(it.call("POST", path, {{"last_at", one.at("last_at")}}, clerk)) == "door.right");
        const auto after = read(it.call("POST", path, {{"last_at", one.at("last_at")}}, admin));
        CHECK(after.at("open").as_int64() == 0);
        CHECK_FALSE(after.at("incidents").at(0).at("open").as_bool());
        CHECK(std::string(after.at("incidents").at(0).at("acknowledged_by").as_string())
                  .starts_with("account/"));
        CHECK(code(it.call("POST", "/api/incidents/0/acknowledge", {{"last_at", 0}}, admin)) ==
              "incident.not-found");
        CHECK(read(it.call("GET", "/api/incidents/open", {}, admin)).at("open").as_int64() == 0);
    });
}

TEST_CASE(
    "what breaks off on its way is told by its route, and what the server refuses by its code") {
    on_each_database([](store::Database& database) {
        TestSite it(database);
        http::Request head;
        head.method = "GET";
        head.path =
            it.path("/documents/2025-0001/attachments/" + http::encoded("某人.pdf"), it.town);
        it.site->broke_down(head, "cut off");
        const auto all = told(it, it.sign_in("administrator"));
        REQUIRE(all.at("incidents").as_array().size() == 1);
        const auto& one = all.at("incidents").at(0).as_object();
        CHECK(one.at("code").as_string() == "http.broken-off");
        CHECK(one.at("place").as_string() ==
              "/api/organs/{organ}/documents/{number}/attachments/{file_name}");
        head.path = "/api/organs";
        CHECK(code(it.site->refusal(429, head)) == "http.share");
        CHECK(code(it.site->refusal(503, head)) == "http.busy");
    });
}
