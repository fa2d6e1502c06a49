#include "base/text.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "base/digest.h"
#include "base/phrases.h"
#include "base/traditional.h"

namespace gongkai::text {
namespace {

// Bytes of which many are the beginnings and ends of sequences.
rc::Gen<std::string> any_bytes() {
    return rc::gen::container<std::string>(
        rc::gen::oneOf(rc::gen::arbitrary<char>(),
                       rc::gen::element('a', '[', '\xE4', '\xB8', '\x80', '\xF0', '\x9F', '\xED',
                                        '\xA0', '\xC0', '\xEF', '\xBF', '\xBD')));
}

TEST_CASE("a bad byte is one sign of its own and never takes its neighbour along") {
    const std::pair<std::string, std::u32string> cases[] = {
        {"政a", U"政a"},
        {"\xE6\x94", U"\uFFFD\uFFFD"},  // cut off
        {"\xE6\x94"
         "a",
         U"\uFFFD\uFFFDa"},
        {"\xC0\xAF", U"\uFFFD\uFFFD"},            // overlong '/'
        {"\xED\xA0\x80", U"\uFFFD\uFFFD\uFFFD"},  // a surrogate
        {"\xF5\x80\x80\x80", U"\uFFFD\uFFFD\uFFFD\uFFFD"},
        {"\x80政", U"\uFFFD政"},
        {"𠮷", U"\U00020BB7"},
    };
    for (const auto& [bytes, expected] : cases) {
        CHECK(points(bytes) == expected);
        CHECK(length(bytes) == expected.size());
    }
}

TEST_CASE("the sign for what could not be read is itself good UTF-8") {
    CHECK(is_utf8("\uFFFD"));
    CHECK(is_utf8(""));
    CHECK_FALSE(is_utf8("政\xFF"));
    CHECK_FALSE(is_utf8("\xED\xA0\x80"));
}

TEST_CASE("signs that mean the same fold to one") {
    const std::pair<const char*, const char*> cases[] = {
        {"ＡbＣ１２", "abc12"},
        {"（一）、【二】", "(一),[二]"},
        {"“甲”『乙』", "\"甲\"\"乙\""},
        {"—－–─", "----"},
        {"２．其他", "2.其他"},
        {"二○二四年", "二〇二四年"},
        {"本 年\u00A0新\u3000收\u200B\n", "本年新收"},
        {"政府資訊公開", "政府资讯公开"},
        {"％／", "%/"},
        {"a[image: x.png]b", "ab"},
        {"a[bookmark: _Toc1]", "a"},
        {"[image: never closed", "[image:neverclosed"},
    };
    for (const auto& [printed, expected] : cases)
        CHECK(fold(printed) == expected);
}

TEST_CASE("folding twice is folding once, sign by sign") {
    for (char32_t point = 0; point < 0x20000; ++point)
        if (const char32_t once = fold(point); once != 0 && fold(once) != once)
            FAIL_CHECK("U+" << std::hex << unsigned(point));
}

TEST_CASE("every traditional sign folds to the same as its simplified one") {
    for (const auto& [traditional, simplified] : traditional_pairs()) {
        CAPTURE(unsigned(traditional));
        CHECK(fold(char32_t(traditional)) == fold(char32_t(simplified)));
    }
}

TEST_CASE("a folded text knows where each sign was printed") {
    CHECK(rc::check([] {
        const auto bytes = *any_bytes();
        const auto all = points(bytes);
        const auto folds = folded(bytes);
        RC_ASSERT(folds.printed == all);
        RC_ASSERT(folds.text.size() == folds.source.size());
        for (std::size_t i = 0; i < folds.text.size(); ++i) {
            RC_ASSERT(folds.source[i] < all.size());
            RC_ASSERT(fold(all[folds.source[i]]) == folds.text[i]);
            RC_ASSERT((i == 0 || folds.source[i - 1] < folds.source[i]));
        }
    }));
}

TEST_CASE("the way back jumps over markers as well") {
    const auto it = folded("收[image: 图.png] 到");
    CHECK(it.text == U"收到");
    CHECK(it.source == std::vector<std::uint32_t>{0, 16});
    CHECK(it.printed == U"收[image: 图.png] 到");
    CHECK(folded("[bookmark: 1][x[image: 2]").text == U"[x");
}

TEST_CASE("bytes are UTF-8 exactly where writing their signs gives them back") {
    CHECK(rc::check([] {
        const auto bytes = *any_bytes();
        RC_ASSERT(is_utf8(bytes) == (utf8(points(bytes)) == bytes));
        std::size_t at = 0, count = 0;
        for (; at < bytes.size(); ++count) {
            const auto before = at;
            next(bytes, at);
            RC_ASSERT(at > before);
        }
        RC_ASSERT(at == bytes.size());
        RC_ASSERT(count == length(bytes));
    }));
}

TEST_CASE("a slice is counted in signs") {
    CHECK(slice("公开85条", 2, 5) == "85条");
    CHECK(slice("公开85条", 0, 99) == "公开85条");
    CHECK(slice("公开", 2, 3).empty());
    CHECK(slice("公开", 1, 1).empty());
    CHECK(rc::check([] {
        const auto bytes = *any_bytes();
        const auto all = points(bytes);
        const auto from = *rc::gen::inRange<std::size_t>(0, all.size() + 2);
        const auto to = *rc::gen::inRange<std::size_t>(from, all.size() + 3);
        const auto expected = from < all.size() ? all.substr(from, to - from) : std::u32string();
        RC_ASSERT(points(slice(bytes, from, to)) == expected);
    }));
}

TEST_CASE("trimming takes every kind of space at both ends and nothing else") {
    CHECK(trim("\u3000\u00A0 甲 乙\r\n\t") == "甲 乙");
    CHECK(trim(" \u200B\uFEFF").empty());
    CHECK(trim("").empty());
    CHECK(rc::check([] {
        const auto bytes = *any_bytes();
        const auto trimmed = trim(bytes);
        RC_ASSERT(trim(trimmed) == trimmed);
        RC_ASSERT(std::string(bytes).find(trimmed) != std::string::npos);
    }));
}

TEST_CASE("phrases are found where they stand, overlapping ones too, longer first") {
    const Phrase known[] = {{U"公开", 1}, {U"公开申请", 2}, {U"申请", 3}, {U"", 9}};
    const Phrases phrases(known);
    std::string all;
    for (const auto& hit : phrases.find(U"依公开申请公开"))
        all += std::to_string(hit.from) + "-" + std::to_string(hit.to) + ":" +
               std::to_string(hit.id) + " ";
    CHECK(all == "1-5:2 1-3:1 3-5:3 5-7:1 ");
    CHECK(phrases.find(U"").empty());
}

TEST_CASE("a digest is that of the standard") {
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace gongkai::text
