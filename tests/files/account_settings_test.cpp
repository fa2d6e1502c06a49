#include "files/account_settings_file.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace gongkai;
using organs::Role;

TEST_CASE("the carried settings of accounts are those that the program has") {
    const auto carried = files::load_account_settings({}).value();
    CHECK(carried.idle_minutes == 30);
    CHECK(carried.idle_milliseconds() == 1'800'000);
    CHECK_FALSE(carried.needs_second_factor({Role::Administrator, Role::Clerk}));
}

TEST_CASE("a place says who signs in with codes, and how long a session may be left alone") {
    const auto roles = files::parse_account_settings(
        R"({"note": "县里定的", "idle_minutes": 10, "second_factor": ["administrator"]})");
    REQUIRE(roles.ok());
    CHECK(roles.value().idle_minutes == 10);
    CHECK(roles.value().needs_second_factor({Role::Clerk, Role::Administrator}));
    CHECK_FALSE(roles.value().needs_second_factor({Role::Clerk}));
    const auto all = files::parse_account_settings(R"({"second_factor": "all"})").value();
    CHECK(all.needs_second_factor({Role::Clerk}));
    CHECK(all.idle_minutes == 30);
}

TEST_CASE("a setting of accounts that cannot be is refused by name") {
    for (const auto& [json, named] : {
             std::pair{R"({"idle_minutes": 0})", "idle_minutes"},
             {R"({"idle_minutes": 721})", "idle_minutes"},
             {R"({"second_factor": ["mayor"]})", "mayor"},
             {R"({"second_factor": "none"})", "second_factor"},
             {R"({"idle_minutes": "30"})",
              "“idle_minutes”应是 1 到 720 的整数（分钟），现为 \"30\"。"},
             {R"({"idle_minutes": 7.5})", "现为 7.5。"},
             {R"({"second_factor": [1]})",
              "“second_factor”应是 \"all\"（所有账号），或者角色的列表"},
             {R"({"second_factor": {}})", "clerk（经办人）、reviewer（审核人）"},
             {R"({"idle": 5})", "没有“idle”这一项。可以写的有 idle_minutes、second_factor"},
             {R"([])", "一对花括号"},
             {R"([)", "账号的设置"},
         }) {
        CAPTURE(json);
        const auto settings = files::parse_account_settings(json);
        REQUIRE_FALSE(settings.ok());
        CHECK(settings.error().code == "account-settings.malformed");
        CHECK(settings.error().message.find(named) != std::string::npos);
        CHECK(settings.error().message.ends_with("。"));
    }
}
