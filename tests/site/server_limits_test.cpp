#include <algorithm>
#include <array>
#include <future>

#include "server_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

// Each peer here keeps its end open: only the server's own limits end what it began. In each test
// one limit is short and all others are an hour, so that no other can stand in for it.

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto brief = 150ms;  // the limit that is tried
constexpr auto patience = 4s;  // by then a machine under load has noticed as well
constexpr auto in_between = 20ms;

ServerOptions unlimited() {
    auto options = Running::options();
    for (auto* time : {&options.header_time, &options.body_time, &options.write_time,
                       &options.idle_time, &options.discard_time})
        *time = 1h;
    options.drain_time = 100ms;
    return options;
}

template <class Member>
ServerOptions limited(Member which) {
    auto options = unlimited();
    options.*which = brief;
    return options;
}

// Closed by the server, neither before its time is up nor long after.
void check_closed_in_time(Client& client, Clock::time_point from) {
    CHECK(client.is_closed_within(patience));
    CHECK(Clock::now() - from >= brief);
    CHECK(Clock::now() - from < patience);
}

// Sends a byte now and then for as long as the server listens: more bytes gain no more time.
void check_dripping_is_closed(Client& client, Clock::time_point from) {
    while (Clock::now() - from < patience && !client.is_closed_within(in_between))
        if (!client.send("a")) break;
    check_closed_in_time(client, from);
}

std::size_t answers_in(const std::string& text) {
    std::size_t count = 0;
    for (auto at = text.find("HTTP/1.1 "); at != text.npos; at = text.find("HTTP/1.1 ", at + 1))
        ++count;
    return count;
}

const std::string hello = "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n";

}  // namespace

TEST_CASE("a header that does not end is cut off when its time is up") {
    const Running running(limited(&ServerOptions::header_time));
    for (const char* begun : {"", "G", "GET /hello HTTP/1.1\r\nHost: a\r\n", "GET /hello HT"}) {
        CAPTURE(begun);
        const auto from = Clock::now();
        Client silent(running);
        silent.send(begun);
        check_closed_in_time(silent, from);
        CHECK((silent.received().empty() || status(silent.received()) == "408"));
    }
    const auto from = Clock::now();
    Client dripping(running);
    dripping.send("GET /hello HTTP/1.1\r\nHost: a\r\nX-Name: ");
    check_dripping_is_closed(dripping, from);
}

TEST_CASE("the header of a later request has its time as well") {
    const Running running(limited(&ServerOptions::header_time));
    Client client(running);
    client.send(hello);
    client.until("hi");
    const auto from = Clock::now();
    client.send("GET /hello HTTP/1.1\r\n");
    check_closed_in_time(client, from);
}

TEST_CASE("a body that does not come is waited for only as long as bodies have") {
    const Running running(limited(&ServerOptions::body_time));
    const std::string post = "POST /echo HTTP/1.1\r\nHost: a\r\n";
    for (const std::string& begun :
         {post + "Content-Length: 1000\r\n\r\n", post + "Content-Length: 1000\r\n\r\nabc",
          post + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
          post + "Content-Length: 1000\r\nExpect: 100-continue\r\n\r\n"}) {
        CAPTURE(begun);
        const auto from = Clock::now();
        Client silent(running);
        silent.send(begun);
        check_closed_in_time(silent, from);
        CHECK(silent.received().find("HTTP/1.1 200") == std::string::npos);
    }
    const auto from = Clock::now();
    Client dripping(running);
    dripping.send(post + "Content-Length: 1000\r\n\r\n");
    check_dripping_is_closed(dripping, from);
}

TEST_CASE("between two requests a connection rests only so long, and serves until then") {
    const Running running(limited(&ServerOptions::idle_time));
    Client client(running);
    client.send(hello);
    client.until("hi");
    CHECK_FALSE(client.is_closed_within(in_between));
    client.send(hello);
    CHECK(client.until("hi").find("200") != std::string::npos);
    const auto from = Clock::now();
    check_closed_in_time(client, from);
    CHECK(answers_in(client.received()) == 2);
}

TEST_CASE("who does not read his answer does not keep it waiting for ever") {
    const Running running(limited(&ServerOptions::write_time));
    Client client(running);
    client.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
    std::this_thread::sleep_for(4 * brief);
    CHECK(client.is_closed_within(patience));
    CHECK(client.received().size() < large_body);
}

TEST_CASE("who was refused may send on for a while, and is cut off then") {
    const Running running(limited(&ServerOptions::discard_time));
    const auto from = Clock::now();
    Client client(running);
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 70000\r\n\r\nabc");
    // The answer comes at once, and with it the server has said all that it will say.
    CHECK(status(client.until("\r\n\r\n")) == "413");
    CHECK(client.is_closed_within(patience));
    // What is sent after the connection is cut is answered by a reset.
    bool heard = true;
    while (heard && Clock::now() - from < patience) {
        heard = client.send("a");
        std::this_thread::sleep_for(in_between);
    }
    CHECK_FALSE(heard);
    CHECK(Clock::now() - from >= brief);
}

TEST_CASE("a header may have so many bytes and no more, also one that never ends") {
    auto options = unlimited();
    options.header_bytes = 1000;
    const Running running(options);
    const auto request = [](std::size_t size, const std::string& end) {
        const std::string begin = "GET /hello HTTP/1.1\r\nHost: a\r\nX: ";
        return begin + std::string(size - begin.size() - end.size(), 'a') + end;
    };
    Client within(running);
    within.send(request(1000, "\r\n\r\n"));
    CHECK(status(within.until("hi")) == "200");
    for (const auto& bytes : {request(1100, "\r\n\r\n"), request(1100, ""), request(100'000, "")}) {
        CAPTURE(bytes.size());
        Client beyond(running);
        beyond.send(bytes);
        CHECK(beyond.is_closed_within(patience));
        CHECK(status(beyond.received()) == "431");
    }
}

TEST_CASE("nothing that a visitor typed splits the header of an answer") {
    const Running running;
    for (const char* typed : {"a%0D%0ASet-Cookie:%20evil=1", "a%0ASet-Cookie:%20evil=1",
                              "a%0DSet-Cookie:%20evil=1", "a%0D%0A%0D%0Aevil", "%0D%0Aevil:%201"}) {
        CAPTURE(typed);
        for (const char* where : {"name", "to"}) {
            const auto text = answer(running, "GET /echo-header?" + std::string(where) + "=" +
                                                  typed + " HTTP/1.1\r\nHost: a\r\n\r\n");
            CHECK(status(text) == "303");
            CHECK(text.find("evil") == text.npos);
            // All other headers come as they are.
            CHECK(text.find("X-Last: kept\r\n") != text.npos);
        }
    }
    CHECK(answer(running, "GET /echo-header?name=a&to=/b HTTP/1.1\r\nHost: a\r\n\r\n")
              .find("X-Name: a\r\n") != std::string::npos);
}

TEST_CASE("a body that has not come whole keeps nobody waiting") {
    auto options = unlimited();
    auto& uploads = options.lanes[std::size_t(Lane::Uploads)];
    uploads.workers = uploads.waiting = uploads.waiting_of_one = 1;
    const Running running(options);
    const std::string begun = "POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabc";
    Client first(running), second(running);
    for (Client* each : {&first, &second}) {
        each->send(begun);
        CHECK_FALSE(each->is_closed_within(2 * in_between));
    }
    CHECK(status(answer(running, begun + "de")) == "200");
    for (Client* each : {&first, &second}) {
        each->send("de");
        CHECK(status(each->until("\r\n\r\n5")) == "200");
    }
}

TEST_CASE("of whole requests so many wait in a lane, and of one address so many") {
    auto options = unlimited();
    options.trusted_proxies = {"127.0.0.1"};
    auto& pages = options.lanes[std::size_t(Lane::Pages)];
    pages = {1, 3, 2, 1, false};
    const Running running(options);
    const auto of = [](const std::string& from, const std::string& path) {
        return "GET " + path + " HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: " + from + "\r\n\r\n";
    };
    Client first(running), second(running), third(running), other(running), late(running);
    first.send(of("203.0.113.1", "/held"));
    running.wait_until_held();
    second.send(of("203.0.113.1", "/hello"));
    CHECK_FALSE(second.is_closed_within(2 * in_between));
    // The third of the same address is told so; another address comes in, and then the lane is
    // full.
    third.send(of("203.0.113.1", "/hello"));
    CHECK(status(third.until("\r\n\r\n")) == "429");
    CHECK(third.received().find("Retry-After: ") != std::string::npos);
    other.send(of("203.0.113.2", "/hello"));
    CHECK_FALSE(other.is_closed_within(2 * in_between));
    late.send(of("203.0.113.3", "/hello"));
    CHECK(status(late.until("\r\n\r\n")) == "503");
    // Another lane has workers and room of its own, and who was refused may ask again.
    third.send("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nab");
    CHECK(third.until("\r\n\r\n2").find("200 OK") != std::string::npos);
    running.release();
    for (Client* each : {&first, &second, &other})
        CHECK(status(each->until("hi")) == "200");
}

TEST_CASE(
    "what is sent to the staff by a stranger is answered unread, and takes no turn of theirs") {
    auto options = unlimited();
    const Running running(options);
    const auto asks = [](const std::string& who) {
        return "POST /staff HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\nCookie: " + who +
               "\r\n\r\nabc";
    };
    Client stranger(running);
    stranger.send(asks("forged"));
    CHECK(status(stranger.until("\r\n\r\n")) == "401");
    CHECK(stranger.is_closed_within(patience));
    Client clerk(running);
    clerk.send(asks("clerk"));
    CHECK_FALSE(clerk.is_closed_within(2 * in_between));
    clerk.send(std::string(9'000'000 - 3, 'a'));
    CHECK(clerk.until("9000000").find("200 OK") != std::string::npos);
    CHECK(running.doorkeeper.asked == 2);
    // He is known now; a stranger is asked after each time.
    clerk.send("GET /staff-page HTTP/1.1\r\nHost: a\r\nCookie: clerk\r\n\r\n");
    CHECK(clerk.until("at work").find("at work") != std::string::npos);
    CHECK(running.doorkeeper.asked == 2);
    CHECK(status(answer(running, "GET /staff-page HTTP/1.1\r\nHost: a\r\n\r\n")) == "401");
}

TEST_CASE("bytes on their way are bounded, of one address and of all") {
    auto options = unlimited();
    options.bytes_of_one = 1'000'000;
    options.trusted_proxies = {"127.0.0.1"};
    const Running running(options);
    const auto begun = [](const std::string& from) {
        return "POST /upload HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: " + from +
               "\r\nContent-Length: 3000000\r\n\r\n";
    };
    Client large(running), other(running);
    large.send(begun("203.0.113.1") + std::string(1'500'000, 'a'));
    CHECK(status(large.until("\r\n\r\n")) == "503");
    other.send(begun("203.0.113.2") + std::string(900'000, 'a'));
    CHECK_FALSE(other.is_closed_within(2 * in_between));
}

TEST_CASE("where all places are taken, who rests gives way, and who is served does not") {
    auto options = unlimited();
    options.connections = 3;
    options.lanes[std::size_t(Lane::Pages)] = {3, 9, 9, 3, false};
    const Running running(options);
    Client rests(running), asks(running), served(running);
    for (Client* each : {&rests, &served}) {
        each->send(hello);
        CHECK(status(each->until("hi")) == "200");
    }
    served.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n");
    running.wait_until_held();
    asks.send("GET /hello");
    Client fourth(running);
    CHECK(rests.is_closed_within(patience));
    fourth.send(hello);
    CHECK(status(fourth.until("hi")) == "200");
    CHECK_FALSE(asks.is_closed_within(in_between));
    fourth.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n");
    std::this_thread::sleep_for(in_between);
    Client fifth(running);
    CHECK(asks.is_closed_within(patience));
    fifth.send(hello);
    CHECK(status(fifth.until("hi")) == "200");
    running.release();
    CHECK(served.until("hi\x01").find("HTTP/1.1 200 OK", 20) != std::string::npos);
}

TEST_CASE("an address has its share of the places; a proxy, behind which are many, has none") {
    auto options = unlimited();
    options.connections = 8;
    options.connections_of_one = 2;
    auto behind = options;
    behind.trusted_proxies = {"127.0.0.1"};
    const Running alone(options), proxied(behind);
    const auto still_there = [](const Running& at) {
        std::array<std::unique_ptr<Client>, 4> all;
        for (auto& each : all) {
            each = std::make_unique<Client>(at);
            each->send(hello);
            CHECK(status(each->until("hi")) == "200");
        }
        return std::ranges::count_if(
            all, [](const auto& each) { return !each->is_closed_within(in_between); });
    };
    CHECK(still_there(alone) == 2);
    CHECK(still_there(proxied) == 4);
}

TEST_CASE("a peer that keeps its end open does not keep the server from stopping") {
    Running running(unlimited());
    auto half = std::make_unique<Client>(running);
    Client idle(running), refused(running);
    half->send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc");
    idle.send(hello);
    idle.until("hi");
    refused.send("GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(status(refused.until("\r\n\r\n")) == "400");
    auto stopped = std::async(std::launch::async, [&] { running.stop(); });
    const bool in_time = stopped.wait_for(patience) == std::future_status::ready;
    // Where it has not stopped, it does once nobody is there.
    half.reset();
    refused.no_more_sending();
    CHECK(in_time);
}
