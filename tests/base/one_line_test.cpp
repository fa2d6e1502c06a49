#include "base/one_line.h"

#include <doctest/doctest.h>

#include <string>

using namespace gongkai;

TEST_CASE("what would break a line or turn it round is no line") {
    for (const std::string text : {"", "磁盘损坏，由备份恢复",
                                   "a b\xE3\x80\x80"
                                   "c",
                                   "\xD8\xA6\xE2\x80\x8C\xD8\xB1"}) {
        CAPTURE(text);
        CHECK(check_one_line(text, "理由").ok());
    }
    // Line feed, carriage return, tab, escape, delete, next line, line and paragraph separators, an
    // override and an isolate.
    for (const std::string text : {"a\nb", "a\rb", "a\tb", "\x1B[2J", "a\x7F",
                                   "a\xC2\x85"
                                   "b",
                                   "a\xE2\x80\xA8"
                                   "b",
                                   "a\xE2\x80\xA9",
                                   "\xE2\x80\xAE"
                                   "cod.exe",
                                   "\xE2\x81\xA6"
                                   "a"}) {
        CAPTURE(text);
        const auto checked = check_one_line(text, "理由");
        REQUIRE_FALSE(checked.ok());
        CHECK(checked.error().code == "fields.line");
        CHECK(checked.error().message.find("“理由”只能写一行") != std::string::npos);
    }
}
