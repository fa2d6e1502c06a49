#include "recognizer/value.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "base/text.h"

namespace gongkai::recognizer {
namespace {

using forms::CellKind;
using forms::Column;
using forms::Measure;

Column column(Measure measure, const std::string& unit = {}) {
    return {"c", "列", "", measure, unit, {}, {}};
}

// "12" for a number, "blank", "slash" or "text" for what is none.
std::string read(const std::string& printed, const Column& in = column(Measure::Count)) {
    const auto cell = read_value(printed, in);
    CHECK(cell.text == printed);
    CHECK(cell.value.has_value() == (cell.kind == CellKind::Number));
    switch (cell.kind) {
        case CellKind::Number: return cell.value->text();
        case CellKind::Blank: return "blank";
        case CellKind::Slash: return "slash";
        case CellKind::Text: return "text";
        case CellKind::Ambiguous: break;
    }
    return "ambiguous";
}

TEST_CASE("a printed cell is a number, a blank, a stroke or a text") {
    const std::pair<const char*, const char*> cases[] = {
        {"0", "0"},
        {"12", "12"},
        {" 1 ", "1"},
        {"１２", "12"},
        {"1,362", "1362"},
        {"1，362", "1362"},
        {"12,345,678", "12345678"},
        {"-8", "-8"},
        {"－8", "-8"},
        {"—8", "-8"},
        {"减3", "-3"},
        {"减少3", "-3"},
        {"增2", "2"},
        {"增加2", "2"},
        {"+5", "5"},
        {"3件", "3"},
        {"3 项", "3"},
        {"零", "0"},
        {"〇", "0"},
        {"1.5万", "15000"},
        {"2万件", "20000"},
        {"007", "7"},
        {"1 2", "12"},
        {"", "blank"},
        {" ", "blank"},
        {"\u00A0", "blank"},
        {"\u3000\n", "blank"},
        {"\u200B", "blank"},
        {"/", "slash"},
        {"／", "slash"},
        {"-", "slash"},
        {"—", "slash"},
        {"——", "slash"},
        {"\\", "slash"},
        {"//", "slash"},
        {"无", "text"},
        {"0/0", "text"},
        {"不适用", "text"},
        {"1,36", "text"},
        {"1,3622", "text"},
        {"1234,567", "text"},
        {"12,34,567", "text"},
        {"1,234.5", "1234.5"},
        {"1,23.5", "text"},
        {",1", "text"},
        {"1.", "text"},
        {"1.2.3", "text"},
        {"5-3", "text"},
        {"约5", "text"},
        {"件", "text"},
        {"12a", "text"},
        {"1000000000000000000", "text"},
        {"999999999999999999万", "text"},
    };
    for (const auto& [printed, expected] : cases) {
        CAPTURE(printed);
        CHECK(read(printed) == expected);
    }
}

TEST_CASE("an amount is read in the unit of its column") {
    const Column plain = column(Measure::Amount), wan = column(Measure::Amount, "万元"),
                 yuan = column(Measure::Amount, "元");
    CHECK(read("251000元", plain) == "251000");
    CHECK(read("251000元", wan) == "25.1");
    CHECK(read("251000元", yuan) == "251000");
    CHECK(read("113.96万元", plain) == "1139600");
    CHECK(read("113.96万元", wan) == "113.96");
    CHECK(read("113.96 万元", yuan) == "1139600");
    CHECK(read("1.2亿元", wan) == "12000");
    CHECK(read("24,252.311082", wan) == "24252.311082");
    CHECK(read("0元", wan) == "0");
}

TEST_CASE("what can only be a value is told from a label") {
    for (const auto* printed :
         {"", "0", "1,362", "-8", "/", "—", "无", "零", "0/0", "251000元", "3件"})
        CHECK_MESSAGE(looks_like_value(text::folded(printed).text), printed);
    for (const auto* printed :
         {"规章", "总计", "1.属于国家秘密", "（一）予以公开", "第3项", "2024年"})
        CHECK_FALSE_MESSAGE(looks_like_value(text::folded(printed).text), printed);
}

TEST_CASE("thousands and full-width digits do not change a number") {
    CHECK(rc::check([] {
        const auto number = *rc::gen::inRange<std::int64_t>(0, 99999999999);
        const std::string plain = std::to_string(number);
        std::string comma, wide;
        for (std::size_t i = 0; i < plain.size(); ++i) {
            if (i > 0 && (plain.size() - i) % 3 == 0) comma += ',';
            comma += plain[i];
            text::append(wide, U'０' + char32_t(plain[i] - '0'));
        }
        RC_ASSERT(read(comma) == plain);
        RC_ASSERT(read(wide) == plain);
        RC_ASSERT(read(wide + "件") == plain);
    }));
}

}  // namespace
}  // namespace gongkai::recognizer
