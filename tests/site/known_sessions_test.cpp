#include "site/known_sessions.h"

#include <doctest/doctest.h>

#include <set>

#include "site/guard.h"

using namespace gongkai;

namespace {

struct Door {
    std::set<std::string> open{"clerk"};
    std::int64_t now = 1'000'000;
    int asked = 0;
    site::KnownSessions known{[this](const std::string& cookie, std::int64_t) {
                                  ++asked;
                                  return open.contains(cookie);
                              },
                              [this] { return now; }};

    static http::Request with(const std::string& cookie) {
        http::Request request;
        request.headers = {{"Cookie", std::string(site::session_cookie) + "=" + cookie}};
        return request;
    }
};

}  // namespace

TEST_CASE("a session is known once the store has had it, and for a while") {
    Door it;
    const auto clerk = Door::with("clerk"), other = Door::with("other");
    CHECK(it.known.known(clerk).empty());
    CHECK(it.known.vouch(clerk));
    const auto name = it.known.known(clerk);
    CHECK_FALSE(name.empty());
    CHECK(name.find("clerk") == std::string::npos);
    CHECK(it.known.known(other).empty());
    it.now += site::KnownSessions::known_for - 1;
    CHECK(it.known.known(clerk) == name);
    it.now += 1;
    CHECK(it.known.known(clerk).empty());
    CHECK(it.asked == 1);
}

TEST_CASE("nobody is known by a cookie that he made up, or without one") {
    Door it;
    for (const auto& stranger : {Door::with("forged"), Door::with(""), http::Request()}) {
        CHECK_FALSE(it.known.vouch(stranger));
        CHECK(it.known.known(stranger).empty());
    }
    CHECK(it.asked == 1);  // without a cookie the store is not asked
}

TEST_CASE("who has gone is forgotten") {
    Door it;
    const auto clerk = Door::with("clerk");
    CHECK(it.known.vouch(clerk));
    it.known.forget(clerk);
    CHECK(it.known.known(clerk).empty());
    it.open.clear();
    CHECK_FALSE(it.known.vouch(clerk));
}

TEST_CASE("so many sessions are kept in mind and no more") {
    Door it;
    for (std::size_t i = 0; i <= site::KnownSessions::most; ++i) {
        it.open = {std::to_string(i)};
        CHECK(it.known.vouch(Door::with(std::to_string(i))));
    }
    CHECK(it.known.known(Door::with("0")).empty());
    CHECK_FALSE(it.known.known(Door::with(std::to_string(site::KnownSessions::most))).empty());
}
