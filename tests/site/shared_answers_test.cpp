#include "site/shared_answers.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "store/store_failure.h"

using namespace gongkai;
using http::Audience;
using http::Field;
using http::Request;
using http::Response;
using http::Right;
using http::Route;
using site::SharedAnswers;

namespace {

constexpr std::size_t plenty = 1u << 20;

// A page that counts how often it is made and tells all that it sees of the request.
struct Made {
    explicit Made(std::size_t most = plenty)
        : answers(
              [this] {
                  if (away) throw store::StoreFailure(store::Away::ServerGone, "", "gone");
                  return ground;
              },
              most) {
        route = answers.shared(Route::open("GET", "/{name}", "", "text/html",
                                           [this](const Request& request) { return make(request); })
                                   .taking(0)
                                   .asking({{"q", ""}, {"page", ""}})
                                   .shared());
    }

    Response make(const Request& request) {
        ++times;
        std::string body = request.method + request.path + std::string(request.parameter("name"));
        for (const auto& fields : {request.query, request.headers})
            for (const auto& [name, value] : fields)
                body += "|" + name + "=" + value;
        body += std::string(request.body.view()) + std::string(padding, 'x');
        if (meanwhile) meanwhile();
        return {status, headers, body};
    }

    std::string get(const std::string& name, std::vector<Field> query = {},
                    std::vector<Field> sent = {}) {
        Request request;
        request.method = "GET";
        request.path = "/" + name;
        request.parameters = {{"name", name}};
        request.query = std::move(query);
        request.headers = std::move(sent);
        return route.handler(request).body;
    }

    std::string ground = "1";
    bool away = false;  // the store that the ground is asked of
    std::atomic<int> times = 0;
    int status = 200;
    std::size_t padding = 0;
    std::vector<Field> headers;
    std::function<void()> meanwhile;
    SharedAnswers answers;
    Route route;
};

}  // namespace

TEST_CASE("an answer is made once while its ground is the same") {
    Made it;
    const auto first = it.get("a");
    CHECK(it.get("a") == first);
    CHECK(it.times == 1);
    it.ground = "2";
    CHECK(it.get("a") == first);
    CHECK(it.times == 2);
    it.ground = "1";  // never comes back in truth; what was made then is gone all the same
    it.get("a");
    CHECK(it.times == 3);
}

TEST_CASE("a route that says what it reads is made anew when that changes, and for nothing else") {
    Made it;
    std::string own = "1";
    int times = 0;
    const auto shared =
        it.answers.shared(Route::open("GET", "/named", "", "text/html", [&](const Request&) {
                              return Response{200, {}, std::to_string(++times)};
                          }).shared([&](const Request& request) { return own + request.path; }));
    Request request;
    request.path = "/named";
    const auto get = [&] { return shared.handler(request).body; };
    CHECK(get() == "1");
    it.ground = "2";
    CHECK(get() == "1");
    own = "2";
    CHECK(get() == "2");
    CHECK(get() == "2");
}

TEST_CASE("while the store is away what is kept is given again, and nothing else is made up") {
    Made it;
    const auto front = it.get("a");
    it.ground = "2";
    it.away = true;
    CHECK(it.get("a") == front);
    CHECK_THROWS_AS(it.get("b"), store::StoreFailure);
    CHECK(it.times == 1);
    it.away = false;
    it.get("a");
    CHECK(it.times == 2);
}

TEST_CASE("what changes while an answer is made makes it old") {
    Made it;
    it.meanwhile = [&] { it.ground = "2"; };
    it.get("a");
    it.get("a");
    CHECK(it.times == 2);
    it.get("a");
    CHECK(it.times == 2);
}

TEST_CASE("a shared page sees path, declared query and view of a request, and is kept by them") {
    Made it;
    const std::vector<Field> personal{{"Cookie", "__Host-gongkai=900121.secret; view=large"},
                                      {"X-Forwarded-For", "192.0.2.1"},
                                      {"Authorization", "secret"}};
    CHECK(it.get("a", {{"q", "财务"}, {"token", "secret"}}, personal) ==
          "GET/aa|q=财务|Cookie=view=plain-large");
    CHECK(it.get("a", {{"q", "财务"}}) == "GET/aa|q=财务|Cookie=view=plain");
    CHECK(it.times == 2);
    // Fields that run into each other are not the same question.
    it.get("a", {{"q", "b"}, {"page", "1"}});
    it.get("a", {{"q", "bpage1"}});
    it.get("aq", {{"q", "b"}, {"page", "1"}});
    CHECK(it.times == 5);
    // What is no preference, and what the table does not know, makes no page of its own.
    it.get("a", {{"q", "财务"}, {"utm", "1"}}, {{"Cookie", "view=whatever; other=1"}});
    CHECK(it.times == 5);
}

TEST_CASE("what is not for everybody is made each time") {
    Made it;
    const auto twice = [&] {
        const int before = it.times;
        it.get("a");
        it.get("a");
        return it.times - before;
    };
    it.headers = {{"Set-Cookie", "view=large"}};
    CHECK(twice() == 2);
    it.headers = {{"Cache-Control", "no-store"}};
    CHECK(twice() == 2);
    it.headers = {};
    for (const int status : {303, 404, 422, 500, 503}) {
        it.status = status;
        CHECK(twice() == 2);
    }
    it.status = 200;
    CHECK(twice() == 1);
}

TEST_CASE("memory is bounded, and what was not used longest goes first") {
    Made it(64u << 10);
    it.padding = 2000;
    for (int i = 0; i < 1000; ++i) {
        it.get("page" + std::to_string(i));
        it.get("first");
        CHECK(it.answers.bytes() <= 64u << 10);
    }
    CHECK(it.times == 1001);  // the one that was asked all the time was made once
    it.get("page999");
    CHECK(it.times == 1001);
    it.get("page0");
    CHECK(it.times == 1002);
    it.padding = 8000;  // would push out too much else
    const auto before = it.answers.bytes();
    it.get("large");
    it.get("large");
    CHECK(it.times == 1004);
    CHECK(it.answers.bytes() == before);
}

TEST_CASE("many threads get the same answers") {
    Made it(16u << 10);
    std::atomic<int> wrong{0};
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&, t] {
                for (int i = 0; i < 500; ++i) {
                    const auto name = std::to_string((i * (t + 1)) % 40);
                    if (it.get(name) != "GET/" + name + name + "|Cookie=view=plain") ++wrong;
                }
            });
    }
    CHECK(wrong == 0);
}
