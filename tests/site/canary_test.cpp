#include "site_for_tests.h"

#include "journal/log_name.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

const std::vector<std::string> canaries{
    "金丝雀姓名",  "护照CANARY01", "13899990001", "canary@example.invalid",
    "金丝雀巷9号", "金丝雀内容",   "金丝雀补正",  "金丝雀代理"};

boost_json::object marked_question() {
    auto asked = question();
    asked["content"] = canaries[5];
    asked["applicant"] = boost_json::object{{"name", canaries[0]},    {"id_number", canaries[1]},
                                            {"phone", canaries[2]},   {"email", canaries[3]},
                                            {"address", canaries[4]}, {"agent", canaries[7]}};
    return asked;
}

void holds_none(const std::string& text) {
    for (const auto& canary : canaries) {
        CAPTURE(canary);
        CHECK(text.find(canary) == std::string::npos);
    }
}

}  // namespace

TEST_CASE("what is personal in a request reaches no answer, header or log but the handler's") {
    on_each_site([](TestSite& it) {
        it.add_account("other", it.other, {Role::Clerk, Role::Reviewer, Role::UnitHead});
        const auto clerk = it.sign_in("clerk");
        const auto made =
            read(it.call("POST", it.path("/requests", it.town), marked_question(), clerk));
        const std::string number(made.at("number").as_string());
        REQUIRE(number == "2025-0001");  // what the paths below name
        REQUIRE(it.call("POST", it.path("/requests/" + number + "/acts", it.town),
                        {{"kind", "ask_correction"},
                         {"on", it.today},
                         {"until", "2025-02-05"},
                         {"words", canaries[6]},
                         {"seen", 1}},
                        clerk)
                    .status == 200);
        // The handler sees it all, so that the marks would be found; the number of the paper by
        // which the applicant is identified only once he asks for it.
        const auto case_path = it.path("/requests/" + number, it.town);
        const auto shown = it.call("GET", case_path, {}, clerk).body;
        for (const auto& canary : canaries)
            CHECK((shown.find(canary) != std::string::npos) == (canary != canaries[1]));
        CHECK(shown.find("护照******01") != std::string::npos);
        const auto opened = read(it.call("POST", case_path + "/id-number", {}, clerk));
        CHECK(opened.at("id_number").as_string() == canaries[1]);
        const auto other = it.sign_in("other"), admin = it.sign_in("administrator");
        int walked = 0;
        for (const auto& route : it.site->router().routes()) {
            if (route.method != "GET") continue;
            ++walked;
            CAPTURE(route.path);
            for (const auto& user : {TestSite::User{}, other, admin})
                for (const auto& organ : {it.town, it.other}) {
                    const auto answer = it.call("GET", filled(route.path, organ), {}, user);
                    holds_none(answer.body);
                    for (const auto& header : answer.headers)
                        holds_none(header.value);
                }
            // In lists it stands for nobody, not even for those who may open the case, but for the
            // first signs of what was asked, which say to them what a row is about.
            const auto rest = route.path.find("/requests/{number}");
            if (rest != route.path.npos) continue;
            auto list = it.call("GET", filled(route.path, it.town), {}, clerk).body;
            const bool says_what =
                route.path.ends_with("/requests") || route.path.ends_with("/duties");
            const auto asked = list.find("金丝雀内容");
            if (says_what && asked != list.npos)
                list.erase(asked, std::string("金丝雀内容").size());
            holds_none(list);
        }
        CHECK(walked > 30);
        for (const auto& wrong : {std::string("AAAAAAAA"), canaries[0]}) {
            const auto tracked =
                it.call("POST", "/api/public/organs/" + journal::log_name(it.town) + "/tracking",
                        {{"number", number}, {"query_code", wrong}}, {});
            CHECK(tracked.status == 404);
            holds_none(tracked.body);
        }
        holds_none(it.log.str());
    });
}
