#include "site_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

// A body with one field in the place of what it had, by a path such as "applicant.phone".
boost_json::object changed(boost_json::object body, std::string_view path,
                           boost_json::value value) {
    const auto point = path.find('.');
    if (point == path.npos) {
        body[path] = std::move(value);
        return body;
    }
    auto& inner = body[path.substr(0, point)].as_object();
    inner = changed(inner, path.substr(point + 1), std::move(value));
    return body;
}

struct Change {
    std::string path;
    boost_json::value value;
};

std::string sent(TestSite& it, const std::string& path, const std::string& body,
                 const TestSite::User& user) {
    return code(it.send(path, body, user, "application/json"));
}

}  // namespace

TEST_CASE("what is sent and of the wrong kind is refused and never passed over") {
    on_each_site([](TestSite& it) {
        const auto clerk = it.sign_in("clerk");
        const auto all = it.path("/requests", it.town);
        const Change wrong[] = {
            {"received_on", "2025-02-30"},
            {"received_on", ""},
            {"received_on", 20250101},
            {"submitted_on", "2025-1-2"},
            {"items", "2"},
            {"items", 1.5},
            {"items", std::int64_t{4'294'967'297}},
            {"items", -1},
            {"needs_help", "yes"},
            {"applicant", "王小明"},
            {"applicant.phone", 13800000000},
            {"applicant.agent", boost_json::array{}},
            {"content", 7},
        };
        for (const auto& [path, value] : wrong) {
            CAPTURE(path);
            CHECK(code(it.call("POST", all, changed(question(), path, value), clerk)) ==
                  (value == boost_json::value("") ? "fields.missing" : "fields.kind"));
        }
        CHECK(read(it.call("GET", all, {}, clerk)).at("requests").as_array().empty());
        CHECK(it.call("POST", all, changed(question(), "submitted_on", nullptr), clerk).status ==
              201);
    });
}

TEST_CASE("the words of an act are said where an article hangs on them") {
    on_each_site([](TestSite& it) {
        const auto head = it.sign_in("unit_head");
        REQUIRE(it.call("POST", it.path("/requests", it.town), question(), head).status == 201);
        const auto act = [&](boost_json::object body) {
            body["seen"] = 1;
            body["on"] = it.today;
            return code(it.call("POST", it.path("/requests/2025-0001/acts", it.town), body, head));
        };
        CHECK(act({{"kind", "consult"}}) == "fields.missing");
        CHECK(act({{"kind", "consult"}, {"party", "neighbour"}}) == "fields.kind");
        CHECK(act({{"kind", "extend"}, {"days", std::int64_t{4'294'967'306}}}) == "fields.kind");
        CHECK(act({{"kind", "extend"}, {"days", 21}}) == "fields.kind");
        CHECK(act({{"kind", "annul"}, {"refers_to", std::int64_t{-9'223'372'036'854'775'807}}}) ==
              "fields.kind");
        CHECK(act({{"kind", "decide"}, {"items", boost_json::object{}}}) == "fields.kind");
        CHECK(act({{"kind", "decide"},
                   {"items", boost_json::array{boost_json::object{
                                 {"item", "1"}, {"code", "G2"}}}}}) == "fields.kind");
        CHECK(act({{"kind", "withdraw"}, {"words", 3}}) == "fields.kind");
        CHECK(act({{"kind", "withdraw"}}) == "");
    });
}

TEST_CASE("an account and a body are changed only as was said") {
    on_each_site([](TestSite& it) {
        const auto admin = it.sign_in("administrator");
        const auto put = [&](boost_json::object body) {
            return code(it.call("PUT", "/api/accounts/1", body, admin));
        };
        CHECK(put({{"roles", boost_json::array{"clerk"}}}) == "fields.missing");
        CHECK(put({{"roles", boost_json::array{"clerk"}}, {"active", "true"}}) == "fields.kind");
        CHECK(put({{"roles", "clerk"}, {"active", true}}) == "fields.kind");
        CHECK(put({{"roles", boost_json::array{"clerk"}}, {"active", true}}) == "fields.kind");
        it.sign_in("clerk");  // still open
        const boost_json::object body{{"name", "云溪县测试局"},
                                      {"kind", "department"},
                                      {"level", "county"},
                                      {"valid_from", "2020-01-01"}};
        const auto post = [&](std::string_view path, boost_json::value value) {
            return code(
                it.call("POST", "/api/organs", changed(body, path, std::move(value)), admin));
        };
        CHECK(post("valid_until", "2025-02-30") == "fields.kind");
        CHECK(post("parent", "999999-1") == "fields.kind");
        CHECK(post("parent", "the county") == "fields.kind");
        CHECK(post("contact", "0577") == "fields.kind");
    });
}

TEST_CASE(
    "two fields of one name, control signs and endless words are refused in a short sentence") {
    on_each_site([](TestSite& it) {
        const auto clerk = it.sign_in("clerk");
        const auto all = it.path("/requests", it.town);
        CHECK(sent(it, all, R"({"channel":"fax","channel":"in_person"})", clerk) == "fields.twice");
        CHECK(sent(it, all, R"({"applicant":{"name":"a:b","name":"c"}})", clerk) == "fields.twice");
        CHECK(sent(it, all, R"({"content":"a:\"b\":c\\"})", clerk) == "fields.missing");
        CHECK(code(it.call("POST", all, changed(question(), "content", "a\x01"), clerk)) ==
              "fields.control");
        const auto endless = it.call(
            "POST", all, changed(question(), "channel", boost_json::string(50'000, 'x')), clerk);
        CHECK(code(endless) == "fields.kind");
        CHECK(endless.body.size() < 400);
        CHECK(code(it.call("POST", all,
                           changed(question(), "applicant.name", boost_json::string(900, 'x')),
                           clerk)) == "request.too-long");
    });
}

namespace {

// The names of the fields that a refusal finds fault with, each of which it tells about.
std::vector<std::string> faults(const Response& response) {
    std::vector<std::string> all;
    const auto error = boost_json::parse(response.body).at("error").as_object();
    if (const auto* fields = error.if_contains("fields"))
        for (const auto& it : fields->as_array()) {
            CHECK_FALSE(it.at("message").as_string().empty());
            all.emplace_back(it.at("name").as_string());
        }
    return all;
}

}  // namespace

TEST_CASE("all that is wrong with a form is told at once, each fault at its field") {
    on_each_site([](TestSite& it) {
        const auto clerk = it.sign_in("clerk");
        auto body = changed(question(), "received_on", "2025-02-30");
        body = changed(body, "applicant.phone", 13800000000);
        body = changed(body, "items", "2");
        const auto refused = it.call("POST", it.path("/requests", it.town), body, clerk);
        CHECK(code(refused) == "fields.kind");
        CHECK(faults(refused) ==
              std::vector<std::string>{"received_on", "items", "applicant.phone"});
    });
}

TEST_CASE("faults of lines are told with the number of the line, and the day beside them") {
    on_each_site([](TestSite& it) {
        const auto clerk = it.sign_in("clerk");
        REQUIRE(it.call("POST", it.path("/requests", it.town), question(), clerk).status == 201);
        const auto refused = it.call(
            "POST", it.path("/requests/2025-0001/acts", it.town),
            {{"kind", "decide"},
             {"seen", 1},
             {"on", "gestern"},
             {"items", boost_json::array{boost_json::object{{"item", 1}, {"code", "G2"}},
                                         boost_json::object{{"item", "2"}, {"code", "Z9"}}}}},
            clerk);
        CHECK(faults(refused) == std::vector<std::string>{"on", "items.1.item", "items.1.code"});
    });
}

TEST_CASE("who chooses a new password chooses another one, and is told at the field") {
    on_each_site([](TestSite& it) {
        const auto clerk = it.sign_in("clerk");
        const auto refused =
            it.call("POST", "/api/session/password", {{"old", password}, {"new", password}}, clerk);
        CHECK(code(refused) == "account.password");
        CHECK(faults(refused) == std::vector<std::string>{"new"});
        CHECK(faults(it.call("POST", "/api/session", {{"login", "clerk"}}, {})) ==
              std::vector<std::string>{"password"});
    });
}

TEST_CASE("a field of one line takes no line breaks and no control signs, one of several does") {
    on_each_site([](TestSite& it) {
        const auto clerk = it.sign_in("clerk");
        const auto all = it.path("/requests", it.town);
        for (const auto* sign : {"\n", "\r\n", "\t", "\u0085", "\u2028", "\u202e"}) {
            const auto name = "王" + std::string(sign) + "小明";
            const auto refused =
                it.call("POST", all, changed(question(), "applicant.name", name.c_str()), clerk);
            CHECK(code(refused) == "fields.line");
            const auto error = boost_json::parse(refused.body).at("error").as_object();
            CHECK(error.at("fields").at(0).at("name").as_string() == "applicant.name");
        }
        CHECK(it.call("POST", all, changed(question(), "content", "一、收支\n二、\t明细"), clerk)
                  .status == 201);
    });
}
