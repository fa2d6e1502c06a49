#include <algorithm>
#include <boost/json.hpp>

#include "base/text.h"
#include "base/unseen.h"
#include "server_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

TEST_CASE("what could be read in two ways is refused") {
    const Running running;
    const std::string post = "POST /echo HTTP/1.1\r\nHost: a\r\n";
    const std::pair<const char*, std::string> probes[] = {
        {"length and coding",
         post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"two lengths", post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello"},
        {"same length twice", post + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello"},
        {"length +5", post + "Content-Length: +5\r\n\r\nhello"},
        {"length 0x5", post + "Content-Length: 0x5\r\n\r\nhello"},
        {"length 5,5", post + "Content-Length: 5,5\r\n\r\nhello"},
        {"length -1", post + "Content-Length: -1\r\n\r\n"},
        {"coding xchunked", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"},
        {"coding list", post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n"},
        {"two codings",
         post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"space before colon", post + "Content-Length : 5\r\n\r\nhello"},
        {"no host", "GET /hello HTTP/1.1\r\n\r\n"},
        {"two hosts", "GET /hello HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"},
        {"odd host", "GET /hello HTTP/1.1\r\nHost: a/b\r\n\r\n"},
        {"bare line feeds", "GET /hello HTTP/1.1\nHost: a\n\n"},
        {"folded line", "GET /hello HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n"},
        {"line folded by a tab", "GET /hello HTTP/1.1\r\nHost: a\r\nX: a\r\n\tb\r\n\r\n"},
        {"folded length", post + "Content-Length:\r\n 5\r\n\r\nhello"},
        {"NUL in header", std::string("GET /hello HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n", 40)},
        {"absolute target", "GET http://a/hello HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"bad escape", "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"NUL escape", "GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"other protocol", "\x16\x03\x01\x02 hello\r\n\r\n"},
        {"chunked in 1.0", "POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
    };
    for (const auto& [name, bytes] : probes)
        CHECK_MESSAGE(status(answer(running, bytes)) == "400", name);
}

TEST_CASE("who sent a request is the other end, or whom a trusted proxy names") {
    const std::string asked =
        "GET /client HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 203.0.113.5, 198.51.100.9\r\n\r\n";
    auto options = Running::options();
    options.trusted_proxies = {"127.0.0.1"};
    const Running alone, behind(options);
    CHECK(answer(alone, asked).find("[127.0.0.1]") != std::string::npos);
    CHECK(answer(behind, asked).find("[198.51.100.9]") != std::string::npos);
}

TEST_CASE("sizes are limited, by length and by chunks, and the answer says so") {
    const Running running;
    CHECK(status(answer(running, "GET /hello HTTP/1.1\r\nHost: a\r\nX: " + std::string(40000, 'a') +
                                     "\r\n\r\n")) == "431");
    const auto large =
        answer(running, "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 70000\r\n\r\n" +
                            std::string(70000, 'a'));
    CHECK(status(large) == "413");
    CHECK(large.find("一次最多 64 KB") != large.npos);
    std::string chunks = "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (int i = 0; i < 20; ++i)
        chunks += "2000\r\n" + std::string(0x2000, 'a') + "\r\n";
    CHECK(status(answer(running, chunks + "0\r\n\r\n")) == "413");
}

TEST_CASE("an upload comes whole, and a client that asks first is told to go on") {
    const Running running;
    Client client(running);
    client.send(
        "POST /upload HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n"
        "Content-Length: 3000000\r\nConnection: close\r\n\r\n");
    CHECK(client.until("\r\n\r\n").starts_with("HTTP/1.1 100 "));
    client.send(std::string(3000000, 'a'));
    CHECK(client.all().ends_with("3000000"));
}

TEST_CASE("a connection serves several requests, also sent at once") {
    const Running running;
    const std::string one = "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n";
    const auto text = answer(running, one + one + one);
    std::size_t count = 0;
    for (auto at = text.find("HTTP/1.1 200"); at != text.npos;
         at = text.find("HTTP/1.1 200", at + 1))
        ++count;
    CHECK(count == 3);
    CHECK(answer(running, "HEAD /hello HTTP/1.1\r\nHost: a\r\n\r\n").ends_with("\r\n\r\n"));
}

TEST_CASE("a breakdown shows a number and no detail") {
    Running running;
    const auto text = answer(running, "GET /broken?q=private HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(status(text) == "500");
    CHECK(text.find("secret") == text.npos);
    CHECK(text.find("故障编号") != text.npos);
    running.stop();
    CHECK(running.log.str().find("secret detail") != std::string::npos);
    CHECK(running.log.str().find("private") == std::string::npos);
}

TEST_CASE("an answer has a number, which stands in the log where something broke down") {
    Running running;
    const auto broken = answer(running, "GET /broken HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto at = broken.find("X-Request-Id: ");
    REQUIRE(at != broken.npos);
    const auto number = broken.substr(at + 14, 8);
    CHECK(broken.find("故障编号 " + number) != broken.npos);
    const auto fine = answer(running, "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(fine.find("X-Request-Id: ") != fine.npos);
    CHECK(fine.find(number) == fine.npos);
    CHECK(answer(running, "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n").find("X-Request-Id: ") !=
          std::string::npos);
    running.stop();
    CHECK(running.log.str().find("\"request\":\"" + number + "\"") != std::string::npos);
}

TEST_CASE("whatever a path has in it, the log is one line of JSON without signs that nobody sees") {
    Running running;
    const std::string odd =
        "/broken/a%0D%0A{\"level\":\"info\"}%1B[2Jb%7F%C2%85%E2%80%AE%E2%80%A8%22%5C";
    const auto text = answer(running, "GET " + odd + " HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(status(text) == "500");
    running.stop();
    const std::string log = running.log.str();
    REQUIRE(log.ends_with("\n"));
    CHECK(std::ranges::count(log, '\n') == 1);
    for (const char32_t sign : gongkai::text::points(log.substr(0, log.size() - 1))) {
        CHECK_FALSE(gongkai::text::is_control(sign));
        CHECK_FALSE(gongkai::text::is_hidden(sign));
    }
    const auto line = boost::json::parse(log).as_object();
    const std::string path(line.at("path").as_string());
    CHECK(path == "/broken/a\r\n{\"level\":\"info\"}\x1B[2Jb\x7F\xC2\x85\u202E\u2028\"\\");
    CHECK(line.at("level").as_string() == "error");
    CHECK(line.at("event").as_string() == "incident");
    const std::string time(line.at("time").as_string());
    CHECK(time.size() == sizeof "2026-03-02T08:00:00.000Z" - 1);
    CHECK(time[10] == 'T');
    CHECK(time.back() == 'Z');
}

TEST_CASE("stopping lets what is under way finish") {
    Running running;
    Client busy(running), idle(running);
    idle.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
    idle.until("hi");
    busy.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    std::this_thread::sleep_for(100ms);
    running.stop();
    CHECK(busy.all().ends_with("done"));
}

TEST_CASE("a request that is refused unread is told in the form of its path") {
    const Running running;
    const auto refused = [&](const std::string& target) {
        const auto told = answer(running, "GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n");
        CHECK(status(told) == "400");
        const auto at = told.find("X-Refused: ");
        return told.substr(at, told.find('\r', at) - at);
    };
    CHECK(refused("/api/requests?q=" + std::string(5000, 'a')) == "X-Refused: /api/requests");
    CHECK(refused("/api/%00") == "X-Refused: /api/%00");
    CHECK(refused("/api/%FF") == "X-Refused: /api/%FF");
    CHECK(refused("http://a/api/") == "X-Refused: /");
}
