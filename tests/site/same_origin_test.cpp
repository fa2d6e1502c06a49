#include "http/same_origin.h"

#include "portal_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

TEST_CASE("what another site's page sends is known by what the browser says of it") {
    const struct {
        const char *method, *site, *origin;
        bool another;
    } cases[] = {
        {"POST", "same-origin", "", false},
        {"POST", "none", "", false},
        {"POST", "cross-site", "", true},
        {"POST", "same-site", "", true},  // a neighbour on the same domain is another
        {"PUT", "cross-site", "", true},
        {"DELETE", "", "https://evil.example", true},
        {"GET", "cross-site", "https://evil.example", false},
        {"HEAD", "cross-site", "", false},
        {"POST", "", "https://gongkai.example", false},
        {"POST", "", "http://GONGKAI.example", false},
        {"POST", "", "https://gongkai.example:444", true},
        {"POST", "", "https://gongkai.example.evil", true},
        {"POST", "", "null", true},
        {"POST", "", "", false},  // no browser
        {"POST", "cross-site", "https://gongkai.example", true},
    };
    for (const auto& it : cases) {
        CAPTURE(it.method);
        CAPTURE(it.site);
        CAPTURE(it.origin);
        http::Request request;
        request.method = it.method;
        request.headers = {{"Host", "gongkai.example"}};
        if (*it.site) request.headers.push_back({"Sec-Fetch-Site", it.site});
        if (*it.origin) request.headers.push_back({"Origin", it.origin});
        CHECK(http::is_from_another_site(request) == it.another);
    }
}

TEST_CASE("no route that changes something takes it from another site's page") {
    on_each_portal([](TestPortal& it) {
        for (const http::Route& route : it.site->router().routes()) {
            if (route.method == "GET") continue;
            CAPTURE(route.method);
            CAPTURE(route.path);
            http::Request request;
            request.method = route.method;
            request.path = route.path;
            request.headers = {{"Host", "gongkai.example"}, {"Sec-Fetch-Site", "cross-site"}};
            CHECK(it.site->answer(request).status == 403);
        }
    });
}
