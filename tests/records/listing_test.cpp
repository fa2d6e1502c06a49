#include "records/listing.h"

#include <doctest/doctest.h>

#include <rapidcheck.h>

using namespace gongkai;
using namespace gongkai::records;

TEST_CASE("what a list is asked is read from an address") {
    const auto ask = ask_of({{"state", "open"},
                             {"q", "  王小明 "},
                             {"sort", "-received"},
                             {"after", "00ff"},
                             {"limit", "200"},
                             {"channel", ""}});
    REQUIRE(ask.ok());
    REQUIRE(ask.value().filters.size() == 1);
    CHECK(ask.value().filters[0].name == "state");
    CHECK(ask.value().filters[0].value == "open");
    CHECK(ask.value().search == "王小明");
    CHECK(ask.value().sort == "-received");
    CHECK(ask.value().after == "00ff");
    CHECK(ask.value().limit == 200);
    CHECK(ask_of({}).value().limit == 50);
}

TEST_CASE("what cannot be asked of a list is told") {
    const auto code = [](std::string_view name, std::string_view value) {
        const auto ask = ask_of({{name, value}});
        return ask.ok() ? std::string() : ask.error().code;
    };
    for (const char* limit : {"0", "201", "-1", "5x", " 5", "99999999999999999999"}) {
        CAPTURE(limit);
        CHECK(code("limit", limit) == "list.limit");
    }
    CHECK(code("q", "\xC4\xE3") == "list.text");
    CHECK(code("\xC4\xE3", "1") == "list.text");
    CHECK(code("state", std::string_view("a\0b", 3)) == "list.text");
    CHECK(code("q", std::string(101, 'x')) == "list.search");
    CHECK(code("q", std::string(100, 'x')).empty());
    CHECK(ask_of({{"sort", "due"}, {"sort", "number"}}).error().code == "list.twice");
}

TEST_CASE("a cursor comes back as it was, and only in its own list") {
    CHECK(rc::check([] {
        const auto text = *rc::gen::container<std::string>(rc::gen::inRange(' ', '~'));
        const Cursor cursor{*rc::gen::arbitrary<std::int64_t>(), text + "的"};
        const std::string opaque = written(cursor, "request due");
        RC_ASSERT(opaque.find_first_not_of("0123456789abcdef") == std::string::npos);
        RC_ASSERT(cursor_of(opaque, "request due").value() == cursor);
        RC_ASSERT(!cursor_of(opaque, "request -due").ok());
    }));
}

TEST_CASE("a damaged cursor is refused, wherever it is damaged") {
    const std::string whole =
        written({std::string("2026-03-02"), std::string("request/2026-0001")}, "request due");
    REQUIRE(cursor_of(whole, "request due").ok());
    for (std::size_t i = 0; i < whole.size(); ++i) {
        CAPTURE(i);
        std::string other = whole;
        other[i] = other[i] == '0' ? '1' : '0';
        CHECK(cursor_of(other, "request due").error().code == "list.cursor");
        CHECK_FALSE(cursor_of(whole.substr(0, i), "request due").ok());
    }
    for (const char* nonsense : {"", "0", "zz", "00000000", "第二页"})
        CHECK(cursor_of(nonsense, "request due").error().kind == ErrorKind::Invalid);
}
