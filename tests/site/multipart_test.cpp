#include "http/multipart.h"

#include <doctest/doctest.h>

using namespace gongkai::http;

namespace {

std::string part(const std::string& disposition, const std::string& body) {
    return "--x\r\nContent-Disposition: " + disposition +
           "\r\nContent-Type: application/octet-stream\r\n\r\n" + body + "\r\n";
}

constexpr auto file = "form-data; name=\"file\"; filename=\"a.docx\"";

}  // namespace

TEST_CASE("parts come out byte for byte") {
    const std::string bytes("\r\n--\0--x-\r\n", 11);
    const auto body = part(file, bytes) + part("form-data; name=\"note\"", "") + "--x--\r\n";
    const auto parts = parse_multipart(body, "x", 8);
    REQUIRE(parts.ok());
    REQUIRE(parts.value().size() == 2);
    CHECK(parts.value()[0].name == "file");
    CHECK(parts.value()[0].file_name == "a.docx");
    CHECK(parts.value()[0].body == bytes);
    CHECK(!parts.value()[1].is_file);
    CHECK(parts.value()[1].body.empty());
}

TEST_CASE("a file name keeps no folder") {
    for (const auto* name : {"../../etc/passwd", "C:\\temp\\passwd", "/passwd"}) {
        const auto body =
            part("form-data; name=\"file\"; filename=\"" + std::string(name) + "\"", "a") + "--x--";
        const auto parts = parse_multipart(body, "x", 8);
        REQUIRE(parts.ok());
        CHECK(parts.value()[0].file_name == "passwd");
    }
}

TEST_CASE("what no browser sends is refused") {
    const std::string good = part(file, "a");
    const std::string wrong[] = {
        "",
        "--x",
        "--x--extra",
        good,
        "preamble\r\n" + good + "--x--",
        "--x\r\n--x--",
        "--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--",
        "--x\r\nno colon\r\n\r\na\r\n--x--",
        "--x\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\na\r\n--x--",
        "--x\r\n\r\na\r\n--x--",
        "--x\r\nContent-Disposition: form-data; name=\"a\r\n\r\na\r\n--x--",
        "--x\r\nX: " + std::string(5000, 'a') + "\r\n\r\na\r\n--x--",
        good + good + good + "--x--",
    };
    for (const auto& body : wrong) {
        const auto parts = parse_multipart(body, "x", 2);
        const bool empty_end = body == "--x--extra";  // an end at once: no parts
        CHECK_MESSAGE((empty_end ? parts.ok() && parts.value().empty() : !parts.ok()), body);
    }
}

TEST_CASE("the boundary is taken from the content type alone") {
    CHECK(multipart_boundary("multipart/form-data; boundary=abc") == "abc");
    CHECK(multipart_boundary("Multipart/Form-Data; charset=utf-8; boundary=\"a b\"").empty());
    CHECK(multipart_boundary("multipart/form-data; boundary=\"ab'c\"") == "ab'c");
    CHECK(multipart_boundary("multipart/mixed; boundary=abc").empty());
    CHECK(multipart_boundary("multipart/form-data").empty());
    CHECK(multipart_boundary("multipart/form-data; boundary=" + std::string(71, 'a')).empty());
    CHECK(multipart_boundary("").empty());
}

TEST_CASE("no prefix of a body is taken for a whole one, and none is read beyond its end") {
    const auto body = part(file, "abc\r\n--") + "--x--";
    for (std::size_t size = 0; size < body.size(); ++size) {
        CAPTURE(size);
        // A block of its own, so that the sanitizer sees the first byte read beyond it.
        const std::string prefix(body, 0, size);
        CHECK_FALSE(parse_multipart(prefix, "x", 8).ok());
    }
    const auto whole = parse_multipart(body, "x", 8);
    REQUIRE(whole.ok());
    REQUIRE(whole.value().size() == 1);
    CHECK(whole.value()[0].body == "abc\r\n--");
}
