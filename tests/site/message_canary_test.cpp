#include "site_for_tests.h"

#include "journal/log_name.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

const std::vector<std::string> canaries{"金丝雀姓名",   "13899990001",    "金丝雀巷9号",
                                        "金丝雀标题啊", "金丝雀来信内容", "金丝雀答复",
                                        "金丝雀草稿",   "金丝雀意见"};

void holds_none(const std::string& text) {
    for (const auto& canary : canaries) {
        CAPTURE(canary);
        CHECK(text.find(canary) == std::string::npos);
    }
}

// A letter that is answered, with a first proposal that was not let through and one that was.
struct Letter {
    explicit Letter(TestSite& on) : site(on), clerk(on.sign_in("clerk")) {
        const boost_json::object letter{{"source", "website"},
                                        {"matter", "complaint"},
                                        {"on", site.today},
                                        {"title", canaries[3]},
                                        {"content", canaries[4]},
                                        {"reply_wished", true},
                                        {"writer", boost_json::object{{"name", canaries[0]},
                                                                      {"phone", canaries[1]},
                                                                      {"address", canaries[2]}}}};
        const auto made = read(site.call("POST", site.path("/messages", site.town), letter, clerk));
        REQUIRE(made.at("number").as_string() == "2025-0001");  // what the paths name
        code = std::string(made.at("query_code").as_string());
        act({{"kind", "accept"}, {"on", site.today}, {"words", canaries[7]}}, clerk);
        act({{"kind", "reply"}, {"on", site.today}, {"by_way", "phone"}, {"answer", canaries[5]}},
            clerk);
        propose(canaries[6]);
    }

    void act(boost_json::object body, const TestSite::User& by) {
        body["seen"] = ++seen;
        (void)read(site.call("POST", site.path("/messages/2025-0001/acts", site.town), body, by));
    }
    void propose(const std::string& question) {
        act({{"kind", "propose"},
             {"text",
              boost_json::object{
                  {"title", "公开标题"}, {"question", question}, {"answer", "公开答复"}}}},
            clerk);
    }
    void review(bool passes) {
        act({{"kind", "review"},
             {"on", site.today},
             {"refers_to", seen},
             {"without_person", passes},
             {"rewritten", true},
             {"without_secrets", true},
             {"correct", true},
             {"words", canaries[7]}},
            site.sign_in("reviewer"));
    }

    TestSite& site;
    TestSite::User clerk;
    std::string code;
    int seen = 0;
};

// Everybody without a right over the body, on every way out of the program.
void walk(TestSite& it) {
    const auto other = it.sign_in("other"), admin = it.sign_in("administrator");
    for (const auto& route : it.site->router().routes()) {
        if (route.method != "GET") continue;
        CAPTURE(route.path);
        for (const auto& user : {TestSite::User{}, other, admin})
            for (const auto& organ : {it.town, it.other}) {
                const auto answer = it.call("GET", filled(route.path, organ), {}, user);
                holds_none(answer.body);
                for (const auto& header : answer.headers)
                    holds_none(header.value);
            }
    }
    holds_none(it.log.str());
}

}  // namespace

TEST_CASE("what is sealed in a message reaches nobody but its handlers, before and after") {
    on_each_site([](TestSite& it) {
        it.add_account("other", it.other, {Role::Clerk, Role::Reviewer, Role::UnitHead});
        Letter letter(it);
        walk(it);
        const auto shown =
            it.call("GET", it.path("/messages/2025-0001", it.town), {}, letter.clerk).body;
        for (const auto& canary : canaries)
            CHECK(shown.find(canary) != std::string::npos);
        // In the list the name is masked, and of the letter there is no more than the title.
        const auto list = it.call("GET", it.path("/messages", it.town), {}, letter.clerk).body;
        CHECK(list.find("金**") != std::string::npos);
        CHECK(list.find(canaries[0]) == std::string::npos);
        CHECK(list.find(canaries[4]) == std::string::npos);

        letter.review(false);
        letter.propose("改写后的问题");
        letter.review(true);
        letter.act({{"kind", "publish"}}, letter.clerk);
        const std::string organ = journal::log_name(it.town);
        for (const auto& path : {"/api/public/organs/" + organ + "/letters/2025-0001",
                                 "/organs/" + organ + "/letters/2025-0001"})
            CHECK(it.call("GET", path, {}, {}).body.find("改写后的问题") != std::string::npos);
        walk(it);

        letter.act({{"kind", "withdraw"}, {"words", "撤下"}}, letter.clerk);
        for (const auto& path : {"/api/public/organs/" + organ + "/letters/2025-0001",
                                 "/organs/" + organ + "/letters/2025-0001"})
            CHECK(it.call("GET", path, {}, {}).status == 404);
        const auto none = it.call("GET", "/organs/" + organ + "/letters", {}, {}).body;
        CHECK(none.find("公开标题") == std::string::npos);
    });
}

TEST_CASE("number and query code open a letter to its writer, and neither alone") {
    on_each_site([](TestSite& it) {
        Letter letter(it);
        const auto track = [&](const std::string& number, const std::string& code) {
            return it.call("POST",
                           "/api/public/organs/" + journal::log_name(it.town) + "/message-tracking",
                           {{"number", number}, {"query_code", code}}, {});
        };
        const auto told = track("2025-0001", letter.code);
        CHECK(told.status == 200);
        CHECK(told.body.find(canaries[5]) != std::string::npos);  // his answer
        CHECK(told.body.find(canaries[7]) == std::string::npos);  // not what the office noted
        CHECK(told.body.find("account/") == std::string::npos);
        CHECK(track("2025-0001", "AAAAAAAA").status == 404);
        CHECK(track("2025-0002", letter.code).status == 404);
        CHECK(track("2025-0001", letter.code).header("Cache-Control") == "no-store");
    });
}
