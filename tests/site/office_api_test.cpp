#include "site_for_tests.h"

#include "journal/log_name.h"

using namespace gongkai;
using namespace gongkai::testing;

TEST_CASE("a citizen asks on the web, a clerk answers, the citizen tracks") {
    on_each_site([](TestSite& it) {
        const auto organ = journal::log_name(it.town);
        const auto asked =
            it.call("POST", "/api/public/organs/" + organ + "/requests", question(), {});
        REQUIRE(asked.status == 201);
        const auto receipt = boost_json::parse(asked.body).as_object();
        CHECK(receipt.at("state").as_string() == "awaiting_confirmation");
        const std::string number(receipt.at("number").as_string());

        auto clerk = it.sign_in("clerk");
        const auto head = it.sign_in("unit_head");
        const auto acts = it.path("/requests/" + number + "/acts", it.town);
        const auto act = [&](boost_json::object body, const TestSite::User& user, int seen) {
            body["seen"] = seen;
            body["on"] = it.today;
            return it.call("POST", acts, body, user);
        };
        REQUIRE(act({{"kind", "confirm"}}, clerk, 1).status == 200);
        CHECK(code(act({{"kind", "confirm"}}, clerk, 1)) == "request.changed");
        REQUIRE(act({{"kind", "propose_extension"}, {"days", 20}}, clerk, 2).status == 200);
        CHECK(code(act({{"kind", "extend"}, {"days", 20}}, clerk, 3)) == "door.right");
        const auto extended = act({{"kind", "extend"}, {"days", 20}}, head, 3);
        REQUIRE(extended.status == 200);
        const auto shown = boost_json::parse(extended.body).as_object();
        CHECK(shown.at("applicant").at("name").as_string() == "王小明");
        CHECK_FALSE(shown.at("offers").as_array().empty());

        it.today = "2025-02-17";
        clerk = it.sign_in("clerk");
        const boost_json::array items{boost_json::object{{"item", 1}, {"code", "G2"}}};
        REQUIRE(act({{"kind", "decide"}, {"items", items}}, clerk, 4).status == 200);
        REQUIRE(act({{"kind", "deliver"}, {"delivery", "post"}}, clerk, 5).status == 200);

        const auto tracking = "/api/public/organs/" + organ + "/tracking";
        const auto tracked = it.call(
            "POST", tracking, {{"number", number}, {"query_code", receipt.at("query_code")}}, {});
        REQUIRE(tracked.status == 200);
        const auto told = boost_json::parse(tracked.body);
        CHECK(told.at("state").as_string() == "delivered");
        std::string shown_acts;  // no proposal: it stays in the house
        for (const auto& each : told.at("acts").as_array())
            shown_acts += std::string(each.at("kind").as_string()) + " ";
        CHECK(shown_acts == "register confirm extend decide deliver ");
        CHECK(tracked.body.find("王小明") == std::string::npos);
        CHECK(code(it.call("POST", tracking, {{"number", number}, {"query_code", "AAAAAAAA"}},
                           {})) == "request.not-found");
    });
}

TEST_CASE("personal data stands in no list, and in nothing that others get") {
    on_each_site([](TestSite& it) {
        const auto clerk = it.sign_in("clerk");
        REQUIRE(it.call("POST", it.path("/requests", it.town), question(), clerk).status == 201);
        const auto head = it.sign_in("unit_head");
        for (const auto& route : it.site->router().routes()) {
            if (route.method != "GET" || route.path.find("{number}") != route.path.npos) continue;
            CAPTURE(route.path);
            for (const auto& user : {TestSite::User{}, clerk, head}) {
                const auto response = it.call("GET", filled(route.path, it.town), {}, user);
                for (const char* canary : {"王小明", "E00000001", "13800000000"})
                    CHECK(response.body.find(canary) == std::string::npos);
                // What was asked begins a row of those who may open the case, and nobody else's.
                const bool says_what =
                    route.path.ends_with("/requests") || route.path.ends_with("/duties");
                if (user.cookie.empty() || !says_what)
                    CHECK(response.body.find("村级财务") == std::string::npos);
            }
        }
    });
}

TEST_CASE("input that is none is refused in words") {
    on_each_site([](TestSite& it) {
        const auto clerk = it.sign_in("clerk");
        const auto path = it.path("/requests", it.town);
        http::Request request;
        request.method = "POST";
        request.path = path;
        request.headers = {{"Cookie", clerk.cookie}, {"X-CSRF-Token", clerk.csrf}};
        for (const std::string& body :
             std::vector<std::string>{"", "{", "[]", "null", "{\"a\":", std::string(5000, '[')}) {
            request.body = body;
            CHECK(code(it.site->answer(request)) == "fields.malformed");
        }
        auto wrong = question();
        wrong["channel"] = "pigeon";
        CHECK(code(it.call("POST", path, wrong, clerk)) == "fields.kind");
        wrong.erase("channel");
        CHECK(code(it.call("POST", path, wrong, clerk)) == "fields.missing");
        CHECK(code(it.call("GET", it.path("/requests/2025-0099", it.town), {}, clerk)) ==
              "request.not-found");
        CHECK(code(it.call("GET", "/api/organs/nonsense/requests", {}, clerk)) == "door.right");
    });
}

TEST_CASE("a body's year goes up to the county, and each figure opens to what makes it") {
    on_each_site([](TestSite& it) {
        const auto county = it.it.office_above(it.town);
        (void)it.it.desks.accounts
            .create(own_hand, region, {"county", password, county.organ, {Role::Supervisor}, {}})
            .value();
        auto clerk = it.sign_in("clerk");
        REQUIRE(it.call("POST", it.path("/requests", it.town), question(), clerk).status == 201);
        it.today = "2026-01-10";
        clerk = it.sign_in("clerk");
        const auto supervisor = it.sign_in("county");
        const auto year = it.path("/reports/2025", it.town);
        const auto cell = it.call("GET", year + "/cells/requests.new_received.total", {}, clerk);
        REQUIRE(cell.status == 200);
        CHECK(boost_json::parse(cell.body).at("origins").at(0).at("subject").as_string() ==
              "request/2025-0001");
        boost_json::object words{{"problems", boost_json::array{"公开内容还不够丰富。"}},
                                 {"improvements", boost_json::array{"加强培训。"}}};
        CHECK(code(it.call("POST", year + "/prepare", words, clerk)) == "fields.kind");
        CHECK(code(it.call("POST", year + "/prepare", {{"seen", 0}}, clerk)) == "report.words");
        words["seen"] = 0;
        REQUIRE(it.call("POST", year + "/prepare", words, clerk).status == 200);
        // A colleague who has not seen that version puts none in its place.
        const auto late = it.call("POST", year + "/prepare", words, it.sign_in("unit_head"));
        CHECK(late.status == 409);
        CHECK(code(late) == "submission.changed");
        const auto kept = read(it.call("GET", year, {}, clerk));
        CHECK(kept.at("findings").as_array().empty());
        CHECK(kept.at("version").at("report").at("year").as_int64() == 2025);
        const auto docx = it.call("GET", year + "/file", {}, clerk);
        CHECK(docx.body.starts_with("PK"));
        CHECK(docx.header("Content-Disposition").find(".docx") != std::string_view::npos);
        CHECK(it.call("GET", year + "/file?format=html", {}, clerk).body.find("<table") !=
              std::string::npos);
        CHECK(code(it.call("GET", it.path("/reports/2024/file", it.town), {}, clerk)) ==
              "report.no-version");
        // The same file handed in with a reason for its opening.
        const std::string form =
            "--x\r\nContent-Disposition: form-data; name=\"opening_reason\""
            "\r\n\r\n漏登一件\r\n--x\r\nContent-Disposition: form-data; "
            "name=\"file\"; filename=\"a.docx\"\r\n\r\n" +
            docx.body + "\r\n--x--\r\n";
        CHECK(code(it.send(year + "/file", form, clerk, "multipart/form-data; boundary=x")) ==
              "fields.missing");
        CHECK(code(it.send(year + "/file?seen=0", form, clerk,
                           "multipart/form-data; boundary=x")) == "submission.changed");
        const auto handed_in =
            it.send(year + "/file?seen=1", form, clerk, "multipart/form-data; boundary=x");
        REQUIRE(handed_in.status == 200);
        CHECK(read(it.call("GET", year, {}, clerk))
                  .at("acts")
                  .as_array()
                  .back()
                  .at("words")
                  .as_string() == "漏登一件");
        CHECK(code(it.call("POST", year + "/submit", {{"seen", 1}}, clerk)) ==
              "submission.changed");
        REQUIRE(it.call("POST", year + "/submit", {{"seen", 2}}, clerk).status == 200);
        CHECK(code(it.call("POST", year + "/accept", {{"seen", 3}}, clerk)) == "door.right");
        CHECK(code(it.call("POST", year + "/accept", {{"seen", 2}}, supervisor)) ==
              "submission.changed");
        CHECK(code(it.call("POST", year + "/return", {{"seen", 3}}, supervisor)) ==
              "submission.reason");
        REQUIRE(it.call("POST", year + "/return", {{"words", "请补充。"}, {"seen", 3}}, supervisor)
                    .status == 200);
        const auto returned = read(it.call("GET", year, {}, clerk)).at("acts").as_array().back();
        CHECK(returned.at("words").as_string() == "请补充。");
        CHECK(returned.at("index").as_int64() == 3);
        CHECK(returned.at("kind").as_string() == "return");
        CHECK(returned.at("title").as_string() == "退回年度报告");
        CHECK(returned.at("on").as_string() == "2026-01-10");
        CHECK(returned.at("recorded_on").as_string() == "2026-01-10");
        CHECK(returned.at("article").as_string() == "《条例》第四十九条");
        words["seen"] = 4;
        REQUIRE(it.call("POST", year + "/prepare", words, clerk).status == 200);
        REQUIRE(it.call("POST", year + "/submit", {{"seen", 5}}, clerk).status == 200);
        REQUIRE(it.call("POST", year + "/accept", {{"seen", 6}}, supervisor).status == 200);
        const auto rolled =
            it.call("GET", "/api/organs/" + journal::log_name(county) + "/consolidated/2025", {},
                    supervisor);
        REQUIRE(rolled.status == 200);
        CHECK(boost_json::parse(rolled.body).at("missing").as_array().size() == 1);
        CHECK(code(it.call("GET", it.path("/reports/20x5", it.town), {}, clerk)) == "report.year");
    });
}

TEST_CASE("an administrator makes bodies and accounts, and reads nobody's requests") {
    on_each_site([](TestSite& it) {
        const auto admin = it.sign_in("administrator");
        const boost_json::object contact{{"unit", "办公室"}, {"address", "一号"}, {"phone", "1"}};
        const auto made = it.call("POST", "/api/organs",
                                  {{"name", "云溪县青石乡人民政府"},
                                   {"kind", "government"},
                                   {"level", "township"},
                                   {"valid_from", "2019-05-15"},
                                   {"division_code", "900121200000"},
                                   {"contact", contact}},
                                  admin);
        REQUIRE(made.status == 201);
        const auto organ = boost_json::parse(made.body).at("id").as_string();
        CHECK(it.call("POST", "/api/accounts",
                      {{"login", "qingshi.li"},
                       {"password", password},
                       {"organ", organ},
                       {"roles", boost_json::array{"clerk"}},
                       {"name", "黎小满"},
                       {"phone", "0900-7654321"}},
                      admin)
                  .status == 201);
        CHECK(it.sign_in("qingshi.li").csrf.size() == 64);
        // Colleagues are known by name, and by nothing else of theirs.
        const auto people = it.call("GET", "/api/people", {}, it.sign_in("clerk"));
        CHECK(read(people).at("people").as_array().back().at("name").as_string() == "黎小满");
        CHECK(people.body.find("0900-7654321") == std::string::npos);
        CHECK(people.body.find("qingshi.li") == std::string::npos);
        CHECK(code(it.call("GET", it.path("/requests", it.town), {}, admin)) == "door.right");
    });
}

TEST_CASE("a password is set anew by an administrator, and chosen by its owner alone") {
    on_each_site([](TestSite& it) {
        const auto admin = it.sign_in("administrator");
        auto clerk = it.sign_in("clerk");
        const auto accounts = read(it.call("GET", "/api/accounts", {}, admin)).at("accounts");
        std::string id;
        for (const auto& account : accounts.as_array())
            if (account.at("login").as_string() == "clerk") id = account.at("id").as_string();
        const std::string given = "管理员给的临时密码一二三", own = "只有我自己知道的一句话";
        CHECK(code(it.call("POST", "/api/accounts/" + id.substr(8) + "/password",
                           {{"password", "短"}}, admin)) == "account.password");
        (void)read(it.call("POST", "/api/accounts/" + id.substr(8) + "/password",
                           {{"password", given}}, admin));
        CHECK(code(it.call("GET", "/api/session", {}, clerk)) == "door.sign-in");
        const auto in =
            it.call("POST", "/api/session", {{"login", "clerk"}, {"password", given}}, {});
        const auto session = read(in);
        CHECK(session.at("must_change_password").as_bool());
        const auto cookie = std::string(in.header("Set-Cookie"));
        clerk = {cookie.substr(0, cookie.find(';')), std::string(session.at("csrf").as_string())};
        CHECK(code(it.call("GET", it.path("/requests", it.town), {}, clerk)) == "door.password");
        const auto change = [&](const std::string& old, const std::string& wanted) {
            return it.call("POST", "/api/session/password", {{"old", old}, {"new", wanted}}, clerk);
        };
        CHECK(code(change(password, own)) == "door.wrong");
        CHECK(code(change(given, "短")) == "account.password");
        const auto changed = read(change(given, own));
        CHECK_FALSE(changed.at("must_change_password").as_bool());
        CHECK(code(it.call("GET", "/api/session", {}, clerk)) == "door.sign-in");
        const auto again =
            it.call("POST", "/api/session", {{"login", "clerk"}, {"password", own}}, {});
        const auto fresh = std::string(again.header("Set-Cookie"));
        clerk.cookie = fresh.substr(0, fresh.find(';'));
        CHECK(it.call("GET", it.path("/requests", it.town), {}, clerk).status == 200);
    });
}
