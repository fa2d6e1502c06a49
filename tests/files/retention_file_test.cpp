#include "files/retention_file.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace gongkai;

TEST_CASE("without a setting of the place nothing is ever deleted by rule") {
    const auto carried = files::load_retention({}).value();
    CHECK(carried.years.empty());
    CHECK(carried.notice_days == 30);
}

TEST_CASE("a place says how many years what is sealed of closed cases is kept") {
    const auto set = files::parse_retention(
        R"({"note": "县里定的", "request": 10, "message": 3, "proposal": 0, "notice_days": 60})");
    REQUIRE(set.ok());
    CHECK(set.value().years_of("request") == 10);
    CHECK(set.value().years_of("message") == 3);
    CHECK_FALSE(set.value().years_of("proposal"));
    CHECK(set.value().notice_days == 60);
    CHECK(files::parse_retention(R"({"request": 100, "notice_days": 366})").ok());
    CHECK(files::parse_retention(R"({"request": 1, "notice_days": 7})").ok());
}

TEST_CASE("a setting of retention that cannot be is refused by name") {
    for (const auto& [json, named] : {
             std::pair{R"({"request": -1})", "request"},
             {R"({"message": 101})", "message"},
             {R"({"notice_days": 367})", "notice_days"},
             {R"({"notice_days": 6})", "“notice_days”应是 7 到 366 的整数，现为 6"},
             {R"({"notice_days": 0})", "“notice_days”应是 7 到 366 的整数，现为 0"},
             {R"({"request": "ten"})", "“request”应是 0 到 100 的整数，现为 \"ten\""},
             {R"({"document": 5})", "没有“document”这一项，可以写的有 request"},
             {R"([1])", "整个文件应写在一对花括号里"},
             {R"([)", "个人信息保存期限的设置"},
         }) {
        CAPTURE(json);
        const auto settings = files::parse_retention(json);
        REQUIRE_FALSE(settings.ok());
        CHECK(settings.error().code == "retention-settings.malformed");
        CHECK(settings.error().message.find(named) != std::string::npos);
    }
}
