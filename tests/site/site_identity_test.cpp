#include "portal_for_tests.h"

#include "journal/log_name.h"

using namespace gongkai;
using namespace gongkai::testing;

TEST_CASE("a page says whose site it is as far as it is known, and invents nothing") {
    on_each_portal([](TestPortal& it) {
        for (const auto& path : {std::string("/"), it.path(), it.path("/guide")}) {
            const auto page = it.get(path);
            CHECK(!has(page, "网站标识码"));
            CHECK(!has(page, "备案"));
            CHECK(!has(page, "SiteIDCode"));
            CHECK(has(page, "href=\"/sitemap\">网站地图"));
        }
        CHECK(has(it.get(it.path()), "主办单位：云溪县柳河镇人民政府"));
        CHECK(has(it.get("/help"), "<title>使用帮助 - 公开</title>"));

        files::SiteIdentity identity;
        identity.name = "云溪<b>县";
        identity.sponsor = "云溪县人民政府办公室";
        identity.code = "9001210001";
        identity.icp = "演ICP备1号";
        const auto site = app::make_site({it.library,
                                          test_forms(),
                                          test_calendar(),
                                          "test",
                                          &it.it.desks,
                                          [] { return TestOffice::at("2025-01-15").at; },
                                          {},
                                          identity},
                                         {}, it.log);
        for (const auto& path : {std::string("/help"), it.path()}) {
            http::Request request;
            request.method = "GET";
            request.path = path;
            const auto page = site->answer(request);
            CHECK(has(page, "云溪&lt;b&gt;县"));
            CHECK(!has(page, "云溪<b>县"));
            CHECK(has(page, "主办单位：云溪县人民政府办公室"));
            CHECK(has(page, "网站标识码：9001210001"));
            CHECK(has(page, "演ICP备1号</a>"));
            CHECK(has(page, "<meta name=\"SiteIDCode\" content=\"9001210001\">"));
            CHECK(!has(page, "联系方式："));
        }
    });
}

TEST_CASE("the site map leads to every column of every body of today") {
    on_each_portal([](TestPortal& it) {
        const auto page = it.get("/sitemap");
        for (const auto* rest :
             {"", "/guide", "/rules", "/documents", "/reports", "/apply", "/track"})
            for (const auto& organ : {it.town, it.county}) {
                const auto path = "/organs/" + journal::log_name(organ) + rest;
                CHECK_MESSAGE(has(page, "href=\"" + path + "\""), path);
                CHECK(it.get(path).status == 200);
            }
        for (const auto* path : {"/reports", "/check", "/rules", "/term", "/open", "/help"})
            CHECK_MESSAGE(has(page, "<li><a href=\"" + std::string(path) + "\""), path);
    });
}
