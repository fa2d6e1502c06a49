#include "server_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

// Answers whose bytes are sent as they are read.

namespace {

std::string ask(const Running& running, const std::string& method, const std::string& path,
                const std::string& headers = {}) {
    return answer(running, method + " " + path + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n");
}

std::string body_of(const std::string& text) {
    const auto at = text.find("\r\n\r\n");
    return at == text.npos ? "" : text.substr(at + 4);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("what is streamed comes whole, and is read by parts") {
    const Running running;
    reads_of_streams = 0;
    const auto text = ask(running, "GET", "/streamed");
    CHECK(status(text) == "200");
    CHECK(has(text, "Content-Length: 3000000\r\n"));
    CHECK(has(text, "Accept-Ranges: bytes\r\n"));
    CHECK(body_of(text) == streamed_bytes());
    CHECK(reads_of_streams == 12);  // of 256 KiB each
}

TEST_CASE("HEAD and a copy that is still true read nothing") {
    const Running running;
    reads_of_streams = 0;
    const auto head = ask(running, "HEAD", "/streamed");
    CHECK(status(head) == "200");
    CHECK(has(head, "Content-Length: 3000000\r\n"));
    CHECK(body_of(head).empty());
    const auto same = ask(running, "GET", "/streamed", "If-None-Match: \"of-these-bytes\"\r\n");
    CHECK(status(same) == "304");
    CHECK(body_of(same).empty());
    CHECK(reads_of_streams == 0);
}

TEST_CASE("one range is given, of the version that is meant") {
    const Running running;
    const struct {
        std::string headers, status, range;
        std::size_t first, size;
    } cases[] = {
        {"Range: bytes=0-9\r\n", "206", "bytes 0-9/3000000", 0, 10},
        {"Range: bytes=2999990-\r\n", "206", "bytes 2999990-2999999/3000000", 2999990, 10},
        {"Range: bytes=-4\r\n", "206", "bytes 2999996-2999999/3000000", 2999996, 4},
        {"Range: bytes=2999998-9999999\r\n", "206", "bytes 2999998-2999999/3000000", 2999998, 2},
        {"Range: bytes=-9999999\r\n", "206", "bytes 0-2999999/3000000", 0, 3000000},
        {"Range: bytes=5-5\r\nIf-Range: \"of-these-bytes\"\r\n", "206", "bytes 5-5/3000000", 5, 1},
        // Passed over, so that all comes.
        {"Range: bytes=5-5\r\nIf-Range: \"of-others\"\r\n", "200", "", 0, 3000000},
        {"Range: bytes=0-1,5-6\r\n", "200", "", 0, 3000000},
        {"Range: bytes=9-5\r\n", "200", "", 0, 3000000},
        {"Range: bytes=a-5\r\n", "200", "", 0, 3000000},
        {"Range: bytes=-\r\n", "200", "", 0, 3000000},
        {"Range: lines=1-5\r\n", "200", "", 0, 3000000},
    };
    for (const auto& c : cases) {
        CAPTURE(c.headers);
        const auto text = ask(running, "GET", "/streamed", c.headers);
        CHECK(status(text) == c.status);
        CHECK(has(text, "Content-Range: ") == !c.range.empty());
        if (!c.range.empty()) CHECK(has(text, "Content-Range: " + c.range + "\r\n"));
        CHECK(has(text, "Content-Length: " + std::to_string(c.size) + "\r\n"));
        CHECK(body_of(text) == streamed_bytes().substr(c.first, c.size));
    }
    for (const char* beyond : {"bytes=3000000-", "bytes=9999999-99999999", "bytes=-0"}) {
        CAPTURE(beyond);
        const auto text =
            ask(running, "GET", "/streamed", "Range: " + std::string(beyond) + "\r\n");
        CHECK(status(text) == "416");
        CHECK(has(text, "Content-Range: bytes */3000000\r\n"));
        CHECK(body_of(text) == "文件没有这么长，请从头下载。");
        // What is said of the file is not said of this sentence.
        for (const char* header : {"ETag: ", "Content-Disposition: ", "application/pdf"})
            CHECK_FALSE(has(text, header));
    }
}

TEST_CASE("what cannot be read to its end is cut short, and the log says why") {
    Running running;
    const auto text = ask(running, "GET", "/breaks-off");
    CHECK(status(text) == "200");
    CHECK(body_of(text).size() < streamed_body);
    running.stop();
    CHECK(has(running.log.str(), "the disk is gone"));
    CHECK(has(running.log.str(), "/breaks-off"));
}

TEST_CASE("who reads slowly holds one part of it, and is waited for only so long") {
    auto options = Running::options();
    options.write_time = 150ms;
    const Running running(options);
    Client client(running);
    client.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
    std::this_thread::sleep_for(600ms);
    CHECK(client.is_closed_within(4s));
    CHECK(client.received().size() < large_body);
}
