#include "journal/payload.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <limits>

using namespace gongkai;
using namespace gongkai::journal;

namespace {

Record any_record(int depth);

Value any_value(int depth) {
    switch (*rc::gen::inRange(0, depth > 3 ? 2 : 4)) {
        case 0: return {*rc::gen::arbitrary<std::int64_t>()};
        case 1: return {*rc::gen::arbitrary<std::string>()};
        case 2: {
            List list;
            for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
                list.push_back(any_value(depth + 1));
            return {list};
        }
        default: return {any_record(depth + 1)};
    }
}

Record any_record(int depth) {
    Record record;
    for (int i = *rc::gen::inRange(0, 5); i > 0; --i)
        std::visit([&](const auto& it) { record.set(*rc::gen::arbitrary<std::string>(), it); },
                   any_value(depth).held);
    return record;
}

}  // namespace

TEST_CASE("a record has one canonical form, whatever the order of setting") {
    const auto one = Record{}
                         .set("on", Date{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2}})
                         .set("code", "G2")
                         .set("fee", std::int64_t{-700})
                         .set("items", List{{std::int64_t{1}}, {std::string("二")}});
    const auto other = Record{}
                           .set("items", List{{std::int64_t{1}}, {std::string("二")}})
                           .set("fee", std::int64_t{0})
                           .set("fee", std::int64_t{-700})
                           .set("code", "G2")
                           .set("on", "2026-03-02");
    CHECK(canonical(one) == "d4:code2:G23:feei-700e5:itemsli1e3:二e2:on10:2026-03-02e");
    CHECK(canonical(other) == canonical(one));
    CHECK(one.day("on") == parse_date("2026-03-02"));
    CHECK_FALSE(one.whole("code"));
    CHECK_FALSE(one.text("missing"));
}

TEST_CASE("bytes that are not canonical are refused") {
    for (const std::string_view bytes :
         {"", "d", "de ", "dex", "i1e", "d1:ai01ee", "d1:ai-0ee", "d1:ai1e1:ai1ee",
          "d1:bi1e1:ai1ee", "d1:a5:abce", "d01:ai1ee", "d1:ale", "d1:a-1:ee",
          "d1:ai99999999999999999999ee", "d1:a+1:be", "di1e1:ae"}) {
        CAPTURE(bytes);
        CHECK_FALSE(parse_canonical(bytes).ok());
    }
    std::string deep;
    for (int i = 0; i < 10'000; ++i)
        deep += "d1:a";
    CHECK_FALSE(parse_canonical(deep).ok());
}

TEST_CASE("what is written is read back, and what is read is written again") {
    CHECK(rc::check([] {
        const Record record = any_record(0);
        const std::string bytes = canonical(record);
        const auto back = parse_canonical(bytes);
        RC_ASSERT(back.ok());
        RC_ASSERT(back.value() == record);
    }));
    CHECK(rc::check([] {
        std::string bytes = canonical(any_record(0));
        bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<char>();
        const auto back = parse_canonical(bytes);
        if (back.ok()) RC_ASSERT(canonical(back.value()) == bytes);
    }));
    const auto ends = Record{}
                          .set("a", std::numeric_limits<std::int64_t>::min())
                          .set("b", std::numeric_limits<std::int64_t>::max());
    CHECK(parse_canonical(canonical(ends)).value() == ends);
}
