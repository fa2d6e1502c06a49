#include "http/router.h"

#include <doctest/doctest.h>

using namespace gongkai::http;

namespace {

Route route(std::string_view method, std::string_view path) {
    return Route::open(method, path, "", "", [](const Request&) { return Response(); });
}

const Router router({route("GET", "/"), route("GET", "/reports/{id}"),
                     route("GET", "/api/{id}.csv"), route("GET", "/api/{id}"),
                     route("POST", "/check"), route("GET", "/check"),
                     route("GET", "/console/{place...}")});

std::string matched(std::string_view method, std::string_view path) {
    const auto it = router.match(method, path);
    if (!it) return "-";
    std::string text(it->route->path);
    for (const auto& [name, value] : it->parameters)
        text += " " + name + "=" + value;
    return text;
}

}  // namespace

TEST_CASE("a path finds its route and names its parts") {
    CHECK(matched("GET", "/") == "/");
    CHECK(matched("GET", "/reports/12") == "/reports/{id} id=12");
    CHECK(matched("GET", "/api/12.csv") == "/api/{id}.csv id=12");
    CHECK(matched("GET", "/api/12") == "/api/{id} id=12");
    CHECK(matched("HEAD", "/check") == "/check");
}

TEST_CASE("a last name may take all that is left") {
    CHECK(matched("GET", "/console/a") == "/console/{place...} place=a");
    CHECK(matched("GET", "/console/900121-3/requests/2026-0001/acts") ==
          "/console/{place...} place=900121-3/requests/2026-0001/acts");
    CHECK(matched("GET", "/console/") == "-");
    CHECK(matched("GET", "/console") == "-");
}

TEST_CASE("what is not quite a route is none") {
    for (const auto* path : {"", "/reports", "/reports/", "/reports/1/", "/reports/1/2", "/Check",
                             "/check/", "//", "/api/"})
        CHECK_MESSAGE(matched("GET", path) == "-", path);
    CHECK(matched("DELETE", "/check") == "-");
    CHECK(matched("GET", "/api/.csv") == "/api/{id} id=.csv");
}

TEST_CASE("a path says which methods it takes") {
    CHECK(router.allowed("/check") == "POST, GET, HEAD");
    CHECK(router.allowed("/nothing").empty());
}

TEST_CASE("percent signs and forms are decoded, malformed ones left out") {
    CHECK(decoded("%E5%B1%80+a", true) == "局 a");
    CHECK(decoded("a+b", false) == "a+b");
    CHECK(!decoded("%4", false));
    CHECK(!decoded("%zz", false));
    CHECK(!decoded("a%00", false));
    const auto fields = form_fields("q=%E5%B1%80&bad=%4&=x&empty=&q=2");
    REQUIRE(fields.size() == 3);
    CHECK(fields[0].value == "局");
    CHECK(fields[1].name == "empty");
    CHECK(decoded(encoded("局 &=/%"), false) == "局 &=/%");
    // Overlong signs and halves of signs are other names of nothing.
    for (const char* path : {"/requests/%ff", "/%c0%ae%c0%ae/", "/%ed%a0%80", "/\xff"})
        CHECK(!decoded_path(path));
    CHECK(decoded_path("/%E6%9F%B3+") == "/柳+");
}

TEST_CASE("a cookie is found by its whole name") {
    Request request;
    request.headers = {{"cookie", "myview=x; view=plain-large; b=c"}};
    CHECK(request.cookie("view") == "plain-large");
    CHECK(request.cookie("b") == "c");
    CHECK(request.cookie("c").empty());
}
