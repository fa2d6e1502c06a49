#include "files/site_file.h"

#include <doctest/doctest.h>

using namespace gongkai;
using files::parse_site;

TEST_CASE("what a site says of itself is read, and all of it may be left out") {
    const auto it =
        parse_site(R"({"name": " 云溪县人民政府 ", "code": "9001210001", "icp": "演ICP备1号"})");
    REQUIRE(it.ok());
    CHECK(it.value().name == "云溪县人民政府");
    CHECK(it.value().code == "9001210001");
    CHECK(it.value().icp == "演ICP备1号");
    CHECK(it.value().sponsor.empty());
    CHECK(parse_site("{}").ok());
    CHECK(files::load_site({}).value().name.empty());
    CHECK(files::load_site(GONGKAI_SOURCE_DIR "/data/web/site_demo.json").ok());
}

TEST_CASE("what is no identity of a site is refused and named") {
    const auto refused = [](std::string_view json, std::string_view named) {
        const auto it = parse_site(json);
        REQUIRE(!it.ok());
        CHECK(it.error().code == "site.malformed");
        CHECK_MESSAGE(it.error().message.find(named) != std::string::npos, it.error().message);
    };
    refused("", "JSON");
    refused("[]", "JSON");
    refused(R"({"nmae": "x"})", "nmae");
    refused(R"({"name": 1})", "name");
    for (const auto* code : {"", "12345678901", "9001-2100", "一二三四"})
        refused(std::string(R"({"code": "x)") + code + "\"}", "标识码");
    CHECK(files::load_site("/nowhere/site.json").error().code == "site.no-file");
}
