#include "files/json_text.h"

#include <doctest/doctest.h>

using namespace gongkai;
using files::json_text;
using files::JsonText;
using files::parse_json;

namespace {

std::string again(const std::string& text) {
    const auto value = parse_json(text);
    return value.ok() ? json_text(value.value()) : value.error().code;
}

std::string refusal(const std::string& text, files::JsonLimits limits = {}) {
    const auto value = parse_json(text, limits);
    return value.ok() ? "" : value.error().code;
}

std::string nested(int depth) {
    return std::string(std::size_t(depth), '[') + std::string(std::size_t(depth), ']');
}

}  // namespace

TEST_CASE("a figure comes back with every digit") {
    const std::pair<const char*, const char*> cases[] = {
        {"0", "0"},
        {"-0", "0"},
        {"251000", "251000"},
        {"123456789012345.67", "123456789012345.67"},
        {"-123456789012345.67", "-123456789012345.67"},
        {"999999999999999999", "999999999999999999"},
        {"999999.999999999999", "999999.999999999999"},
        {"0.000000000001", "0.000000000001"},
        {"9223372036854775807", "9223372036854775807"},
        {"-9223372036854775808", "-9223372036854775808"},
        {"0.50", "0.5"},
        {"1.0", "1"},
        {"1.5E0", "1.5"},
        {"25e3", "25000"},
        {"25E-1", "2.5"},
        {"1e+2", "100"},
    };
    for (const auto& [given, written] : cases) {
        CHECK(again(given) == written);
        const std::string in_object = std::string(R"({"a":[)") + given + "," + given + "]}";
        CHECK(again(in_object) == std::string(R"({"a":[)") + written + "," + written + "]}");
    }
}

TEST_CASE("a whole number is one only where it is written as one") {
    CHECK(parse_json("3").value() == json::Value(3));
    CHECK(parse_json("3.0").value() == json::Value(Decimal(3)));
    CHECK(parse_json("3e0").value() == json::Value(Decimal(3)));
}

TEST_CASE("a figure of more digits than we keep is refused, never rounded") {
    for (const char* text :
         {"9223372036854775808", "-9223372036854775809", "18446744073709551615",
          "123456789012345678901234567890", "1234567890123456.789", "0.0000000000001", "1e18",
          "1e-13", "1e40", "1e-40", "-999992222222e29", "0.1234567890123456789", "1e99999"}) {
        CAPTURE(text);
        CHECK(refusal(text) == "json.number");
    }
    CHECK(parse_json("[1,1e40]").error().message == "数“1e40”超过 18 位");
}

TEST_CASE("what is no JSON is refused") {
    for (const char* text : {"",
                             " ",
                             "{",
                             "[1,]",
                             "{\"a\"}",
                             "{\"a\":1,}",
                             "nul",
                             "01",
                             "1.",
                             ".5",
                             "+1",
                             "-",
                             "NaN",
                             "'a'",
                             "\"a",
                             "1 2",
                             "{} x",
                             "// c\n1",
                             "\"\n\"",
                             "\"\\x\"",
                             "\"\\ud800\"",
                             "\"\xFF\"",
                             "\"\xED\xA0\x80\"",
                             "\"\xC0\x80\"",
                             "\xEF\xBB\xBF{}"}) {
        CAPTURE(text);
        CHECK(refusal(text) == "json.malformed");
    }
    CHECK(refusal(" {\"a\" : [ 1 , null , true ] }\r\n") == "");
}

TEST_CASE("two fields of one object never have one name") {
    CHECK(refusal(R"({"a":1,"b":2,"a":3})") == "json.twice");
    CHECK(refusal(R"([{"b":{"名":1,"名":1}}])") == "json.twice");
    CHECK(refusal(R"({"a":1,"\u0061":2})") == "json.twice");
    CHECK(refusal(R"({"a":{"a":1},"b":[{"a":1},{"a":1}]})") == "");
    CHECK(parse_json(R"({"名":1,"名":1})").error().message == "有两个字段都叫“名”");
}

TEST_CASE("objects and lists stand in one another as deep as was allowed and no deeper") {
    CHECK(refusal(nested(32)) == "");
    CHECK(refusal(nested(33)) == "json.malformed");
    CHECK(refusal(nested(16), {16, true}) == "");
    CHECK(refusal(nested(17), {16, true}) == "json.malformed");
    CHECK(refusal(nested(1'000'000)) == "json.malformed");
    CHECK(refusal(std::string(1'000'000, '[')) == "json.malformed");
}

TEST_CASE("control signs are refused where they could not be printed") {
    const files::JsonLimits printable{32, false};
    for (const char* text : {R"({"a":"\u0000"})", R"({"a":["\u0001"]})", R"({"a":{"b":"\u007f"}})",
                             R"({"a":"\uffff"})", R"({"a":"\ufffe"})"}) {
        CAPTURE(text);
        CHECK(refusal(text, printable) == "json.control");
        CHECK(refusal(text) == "");
    }
    CHECK(refusal(R"({"a":"\t\r\n 好"})", printable) == "");
    CHECK(parse_json(R"({"正文":["\u0001"]})", printable).error().message ==
          "“正文”里有不能保存的控制字符");
    CHECK(parse_json(R"({"甲":{"乙":1},"丙":"\u0001"})", printable).error().message ==
          "“丙”里有不能保存的控制字符");
}

TEST_CASE("texts are written so that every reader takes them") {
    const std::pair<std::string, const char*> cases[] = {
        {"公开", R"("公开")"},
        {"", R"("")"},
        {"他说\"无\"", R"("他说\"无\"")"},
        {"a\\b", R"("a\\b")"},
        {"上\n下", R"("上\n下")"},
        {"\r\t", R"("\u000d\u0009")"},
        {std::string("\0\x1f", 2), R"("\u0000\u001f")"},
        {"</script>", R"("</script>")"},
        {"𠮷", R"("𠮷")"},
        {"甲\xFF乙", "\"甲\uFFFD乙\""},
        {"\xE4\xB8", "\"\uFFFD\uFFFD\""},
        {"\xED\xA0\x80\"", "\"\uFFFD\uFFFD\uFFFD\\\"\""},
    };
    for (const auto& [text, written] : cases) {
        CHECK(json_text(text) == written);
        CHECK(json_text(json::Object{{text, 1}}) == std::string("{") + written + ":1}");
    }
    CHECK(parse_json(R"("\u0041\ud842\udfb7\/\b")").value() == json::Value("A𠮷/\b"));
}

TEST_CASE("an object is written in the order in which it was put together") {
    json::Object all{{"b", 1}, {"a", json::Array{true, json::Value(), "x"}}};
    all.set("c", json::Object{{"days", std::optional<int>()}, {"left", std::optional(-3)}});
    all.set("d", json::Array{});
    all.set("e", json::Object{});
    CHECK(json_text(all) ==
          R"({"b":1,"a":[true,null,"x"],"c":{"days":null,"left":-3},"d":[],"e":{}})");
}

TEST_CASE("what is written piece by piece gets its commas") {
    JsonText out;
    out.open_object().key("a").open_list().number(1).text("[").figure(*Decimal::parse("0.5"));
    out.open_list().close_list().null().close_list().members({{"b", "{"}, {"c", false}});
    out.key("d").value(json::Array{1, 2}).key("e").yes_or_no(true);
    CHECK(out.close_object().take() ==
          R"({"a":[1,"[",0.5,[],null],"b":"{","c":false,"d":[1,2],"e":true})");
}
