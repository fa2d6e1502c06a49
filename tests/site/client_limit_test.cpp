#include "desk/client_limit.h"

#include <doctest/doctest.h>

#include "http/client_address.h"

using namespace gongkai;
using desk::ClientLimit;
using http::client_address;
using http::Field;
using http::plain_address;

namespace {

constexpr std::int64_t second = 1000, minute = 60 * second;

}  // namespace

TEST_CASE("so many at once, then one each so often, and all again after a rest") {
    ClientLimit limit({3, minute});
    for (int i = 0; i < 3; ++i)
        CHECK(limit.take("a", 0) == 0);
    CHECK(limit.take("a", 0) == 60);
    CHECK(limit.seconds_left("a", 30 * second) == 30);
    CHECK(limit.seconds_left("a", minute - 1) == 1);
    CHECK(limit.take("b", 0) == 0);
    CHECK(limit.take("a", minute) == 0);
    CHECK(limit.take("a", minute) == 60);
    for (int i = 0; i < 3; ++i)
        CHECK(limit.take("a", 10 * minute) == 0);
    CHECK(limit.take("a", 10 * minute) == 60);
}

TEST_CASE("asking notes nothing, and what is noted beyond the limit makes the wait longer") {
    ClientLimit limit({2, minute});
    for (int i = 0; i < 10; ++i)
        CHECK(limit.seconds_left("a", 0) == 0);
    for (int i = 0; i < 4; ++i)
        limit.note("a", 0);
    CHECK(limit.seconds_left("a", 0) == 180);
}

TEST_CASE("many addresses fill no memory, and those that wait longest are remembered") {
    ClientLimit limit({1, minute});
    for (int i = 0; i < 5; ++i)
        limit.note("busy", 0);
    for (std::size_t i = 0; i < 2 * ClientLimit::most_clients; ++i) {
        limit.note(std::to_string(i), 0);
        REQUIRE(limit.clients() <= ClientLimit::most_clients);
    }
    CHECK(limit.seconds_left("busy", 0) == 300);
    limit.note("later", 10 * minute);
    CHECK(limit.clients() == 1);  // the others may again
}

TEST_CASE("an address has one form") {
    CHECK(plain_address(" 192.0.2.1\t") == "192.0.2.1");
    CHECK(plain_address("::ffff:192.0.2.1") == "192.0.2.1");
    CHECK(plain_address("2001:DB8:0:0::1") == "2001:db8::1");
    for (const auto* none : {"", " ", "unknown", "192.0.2.1:80", "[::1]", "1.2.3", "_hidden"})
        CHECK_MESSAGE(plain_address(none).empty(), none);
}

TEST_CASE("who sent a request is told by a trusted proxy alone") {
    const std::vector<std::string> proxies{"127.0.0.1", "10.0.0.7"};
    const auto client = [&](std::string_view peer, std::vector<Field> headers) {
        return client_address(peer, headers, proxies);
    };
    const auto from = [](std::string_view value) {
        return std::vector<Field>{{"x-forwarded-for", std::string(value)}};
    };
    CHECK(client("192.0.2.1", {}) == "192.0.2.1");
    CHECK(client("192.0.2.1", from("198.51.100.9")) == "192.0.2.1");
    CHECK(client("127.0.0.1", from("198.51.100.9")) == "198.51.100.9");
    CHECK(client("::ffff:127.0.0.1", from("198.51.100.9")) == "198.51.100.9");
    // What the client wrote itself stands first.
    CHECK(client("127.0.0.1", from("203.0.113.5, 198.51.100.9")) == "198.51.100.9");
    CHECK(client("127.0.0.1", from("203.0.113.5, 198.51.100.9, 10.0.0.7")) == "198.51.100.9");
    CHECK(client("127.0.0.1", {{"X-Forwarded-For", "203.0.113.5"},
                               {"X-Forwarded-For", "198.51.100.9"}}) == "198.51.100.9");
    // Whatever is no address tells nothing, nor does what stands before it.
    CHECK(client("127.0.0.1", from("203.0.113.5, unknown")) == "127.0.0.1");
    CHECK(client("127.0.0.1", {}) == "127.0.0.1");
    CHECK(client("2001:db8:1:2:3:4:5:6", {}) == "2001:db8:1:2::/64");
    CHECK(client("2001:db8:1:2::9", {}) == "2001:db8:1:2::/64");
}
