#include "http/under_path.h"

#include <string_view>

#include "portal_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;
using http::UnderPath;

namespace {

http::Response call(const UnderPath& site, std::string_view method, const std::string& path,
                    std::string body = {}) {
    http::Request request;
    request.method = method;
    request.path = path;
    request.body = std::move(body);
    return site.answer(request);
}

// The addresses of this host that a page names.
std::vector<std::string> addresses(const std::string& page) {
    std::vector<std::string> all;
    for (const std::string_view name : {"href=\"", "src=\"", "action=\""})
        for (auto at = page.find(name); at != page.npos; at = page.find(name, at + 1)) {
            const auto from = at + name.size();
            if (page[from] == '/') all.push_back(page.substr(from, page.find('"', from) - from));
        }
    return all;
}

}  // namespace

TEST_CASE("under a path every link leads back under it") {
    on_each_portal([](TestPortal& it) {
        const UnderPath site(*it.site, "/zwgk");
        for (const auto& path :
             {std::string("/zwgk"), std::string("/zwgk/"), std::string("/zwgk/reports"),
              std::string("/zwgk/term"), std::string("/zwgk/check"), "/zwgk" + it.path(),
              "/zwgk" + it.path("/guide"), "/zwgk" + it.path("/documents"),
              "/zwgk" + it.path("/apply"), std::string("/zwgk/nothing")}) {
            CAPTURE(path);
            const auto page = call(site, "GET", path);
            CHECK(page.status == (path == "/zwgk/nothing" ? 404 : 200));
            const auto links = addresses(page.body);
            CHECK(links.size() > 5);
            for (const auto& link : links) {
                CAPTURE(link);
                CHECK(link.starts_with("/zwgk/"));
                CHECK(!link.starts_with("/zwgk/zwgk"));
            }
            for (const auto& link : links)
                if (link.find('?') == link.npos && link.find("/api/") == link.npos)
                    CHECK_MESSAGE(call(site, "GET", link).status == 200, link);
        }
        CHECK(call(site, "GET", "/").status == 404);
        CHECK(call(site, "GET", "/zwgkx/term").status == 404);
        const auto posted = call(site, "POST", "/zwgk" + it.path("/apply"), "step=kind&go=next");
        CHECK(posted.status == 422);
        for (const auto& link : addresses(posted.body))
            CHECK(link.starts_with("/zwgk/"));
    });
}

TEST_CASE("under a path redirections and cookies keep to it, and text stays as it is") {
    on_each_portal([](TestPortal& it) {
        const UnderPath site(*it.site, "/zwgk");
        http::Request request;
        request.method = "GET";
        request.path = "/zwgk/view";
        request.query = {{"large", "1"}, {"back", "/term"}};
        const auto kept = site.answer(request);
        CHECK(kept.header("Location") == "/zwgk/term");
        CHECK(kept.header("Set-Cookie").find("; Path=/zwgk;") != std::string_view::npos);
        const auto evil = call(
            site, "POST", "/zwgk" + it.path("/apply"),
            "step=what&go=to-what&kind=natural_person&subject=" + http::encoded("x href=\"/y"));
        CHECK(has(evil, "value=\"x href=&quot;/y\""));
        const auto claimed = [](const http::Application& by, const char* path) {
            http::Request head;
            head.method = "POST";
            head.path = path;
            const auto claim = by.claim(head);
            return std::pair(claim.body_limit, claim.lane);
        };
        CHECK(claimed(site, "/zwgk/check") == claimed(*it.site, "/check"));
    });
}

TEST_CASE("a base is a plain path") {
    for (const auto* good : {"/zwgk", "/a/b-c_d.e", "/1"})
        CHECK_MESSAGE(UnderPath::is_base(good), good);
    for (const auto* bad : {"", "/", "zwgk", "/zwgk/", "//x", "/a//b", "/a/../b", "/a\"b", "/中"})
        CHECK_MESSAGE(!UnderPath::is_base(bad), bad);
}
