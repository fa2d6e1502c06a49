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

TEST_CASE("of uploads that never end only so many are waited for; others are told so at once") {
    auto options = unlimited();
    options.waiting_uploads = 2;
    const Running running(options);
    const std::string begun = "POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabc";
    {
        Client first(running), second(running);
        for (Client* each : {&first, &second}) {
            each->send(begun);
            CHECK_FALSE(each->is_closed_within(2 * in_between));
        }
        Client third(running);
        third.send(begun);
        CHECK(third.is_closed_within(patience));
        CHECK(status(third.received()) == "503");
        // Pages have workers and room of their own.
        CHECK(status(answer(running, hello)) == "200");
        first.send("de");
        CHECK(status(first.until("\r\n\r\n5")) == "200");
        Client fourth(running);
        fourth.send(begun + "de");
        CHECK(status(fourth.until("\r\n\r\n5")) == "200");
    }
}

TEST_CASE("connections beyond the cap are closed, and there is room again afterwards") {
    auto options = unlimited();
    options.connections = 3;
    const Running running(options);
    auto first = std::make_unique<Client>(running);
    Client second(running), third(running), fourth(running);
    CHECK(fourth.is_closed_within(patience));
    CHECK(fourth.received().empty());
    for (Client* each : {first.get(), &second, &third}) {
        CHECK_FALSE(each->is_closed_within(in_between));
        each->send(hello);
        CHECK(status(each->until("hi")) == "200");
    }
    first.reset();
    bool served = false;
    for (const auto from = Clock::now(); !served && Clock::now() - from < patience;)
        served = status(answer(running, hello)) == "200";
    CHECK(served);
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
