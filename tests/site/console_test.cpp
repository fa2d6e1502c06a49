#include "portal/console.h"

#include <doctest/doctest.h>

#include <sstream>

#include "app/site.h"
#include "base/embedded.h"
#include "library_in_memory.h"

using namespace gongkai;
using http::Request;
using http::Response;

namespace {

Response get(std::string path) {
    LibraryInMemory library;
    std::ostringstream log;
    const auto site = app::make_site({library, test_forms(), test_calendar(), "1.0"}, {}, log);
    Request request;
    request.method = "GET";
    request.path = std::move(path);
    return site->answer(request);
}

bool is_built() { return !embedded::console::all().empty(); }

}  // namespace

TEST_CASE("every address below /console/ is the console, or says that it is not built") {
    const int status = is_built() ? 200 : 503;
    for (const auto* path :
         {"/console/", "/console/requests", "/console/900121-3/requests/2026-0001",
          "/console/900121-3/campaign/2025/sum/and/deeper", "/console/no-such-file.js",
          "/console/900121-3/index.html"}) {
        CAPTURE(path);
        const auto response = get(path);
        CHECK(response.status == status);
        CHECK(response.header("Content-Type").starts_with("text/html"));
        CHECK(response.header("Cache-Control") == (is_built() ? "no-cache" : "no-store"));
        if (!is_built()) CHECK(response.body.find("没有带上工作平台") != std::string::npos);
    }
    CHECK(get("/console").header("Location") == "/console/");
}

TEST_CASE("no page of the console lets in script or style that is not ours") {
    for (const auto* path : {"/console/", "/console/requests"}) {
        const auto policy = std::string(get(path).header("Content-Security-Policy"));
        CHECK(policy.find("default-src 'none'") != policy.npos);
        CHECK(policy.find("unsafe") == policy.npos);
        CHECK(policy.find('*') == policy.npos);
    }
}

TEST_CASE("the console's scripts are sent packed, under names that may be kept for good") {
    for (const auto& file : embedded::console::all()) {
        if (!file.name.ends_with(".js.gz")) continue;
        const auto name = file.name.substr(0, file.name.size() - 3);
        const auto response = get("/console/" + std::string(name));
        CHECK(response.status == 200);
        CHECK(response.header("Content-Type") == "text/javascript; charset=utf-8");
        CHECK(response.header("Content-Encoding") == "gzip");
        CHECK(response.header("Cache-Control") == "public, max-age=31536000, immutable");
        CHECK(response.body == file.bytes);
    }
}
