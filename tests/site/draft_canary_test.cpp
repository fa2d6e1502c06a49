#include "site_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

const std::vector<std::string> canaries{"金丝雀标题", "金丝雀概述", "金丝雀词",  "金丝雀来源",
                                        "金丝雀对象", "金丝雀理由", "金丝雀意见"};

void holds_none(const std::string& text) {
    for (const auto& canary : canaries) {
        CAPTURE(canary);
        CHECK(text.find(canary) == std::string::npos);
    }
}

void walk(TestSite& it, const std::vector<TestSite::User>& users) {
    for (const auto& route : it.site->router().routes()) {
        if (route.method != "GET") continue;
        CAPTURE(route.path);
        for (const auto& user : users)
            for (const auto& organ : {it.town, it.other}) {
                const auto answer = it.call("GET", filled(route.path, organ), {}, user);
                holds_none(answer.body);
                for (const auto& header : answer.headers)
                    holds_none(header.value);
            }
    }
}

}  // namespace

TEST_CASE("the words of a draft reach no answer, header or log but those who work on it") {
    on_each_site([](TestSite& it) {
        it.add_account("other", it.other, {Role::Clerk, Role::Reviewer, Role::UnitHead});
        const auto clerk = it.sign_in("clerk"), reviewer = it.sign_in("reviewer");
        const boost_json::object draft{{"title", canaries[0]},
                                       {"abstract", canaries[1]},
                                       {"keywords", boost_json::array{canaries[2]}},
                                       {"source", canaries[3]},
                                       {"audience", canaries[4]},
                                       {"kind", "information"},
                                       {"subject_class", 7},
                                       {"formed_on", it.today},
                                       {"channels", boost_json::array{"website"}},
                                       {"body", "没有记号的正文"}};
        const auto made = read(it.call("POST", it.path("/documents", it.town), draft, clerk));
        REQUIRE(made.at("number").as_string() == "2025-0001");
        const auto path = it.path("/documents/2025-0001", it.town);
        const auto act = [&](const boost_json::object& body, const TestSite::User& by) {
            return read(it.call("POST", path + "/acts", body, by));
        };
        (void)act({{"kind", "submit"}, {"seen", 1}}, clerk);
        (void)act({{"kind", "review"},
                   {"on", it.today},
                   {"refers_to", 0},
                   {"verdict", "not_public"},
                   {"secrecy_checked", true},
                   {"ground", "14"},
                   {"basis", canaries[5]},
                   {"words", canaries[6]},
                   {"seen", 2}},
                  reviewer);
        // Those who work on it see all, so that the marks would be found.
        const auto shown = it.call("GET", path, {}, clerk).body;
        for (const auto& canary : canaries)
            CHECK(shown.find(canary) != std::string::npos);
        const auto list =
            it.call("GET", it.path("/documents?q=" + http::encoded("丝雀标"), it.town), {}, clerk)
                .body;
        CHECK(list.find(canaries[0]) != std::string::npos);
        walk(it, {TestSite::User{}, it.sign_in("other"), it.sign_in("administrator")});
        // The journal tells even the body's head that something was drafted, not what.
        for (const auto* part : {"/journal", "/journal/verify"})
            holds_none(it.call("GET", it.path(part, it.town), {}, it.sign_in("unit_head")).body);
        holds_none(it.log.str());
    });
}
