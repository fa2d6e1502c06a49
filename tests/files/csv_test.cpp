#include "files/csv.h"

#include <doctest/doctest.h>

using namespace gongkai;
using files::parse_csv;

namespace {

using Fields = std::vector<std::string>;

std::string refusal(std::string_view text) {
    const auto rows = parse_csv(text);
    return rows.ok() ? "" : rows.error().code;
}

}  // namespace

TEST_CASE("fields, quotes, commas and line breaks are read as RFC 4180 has them") {
    const auto rows = parse_csv("名称,地址\r\n\"镇,政府\",\"一号\r\n\"\"二\"\"号\"\n\n,").value();
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].fields == Fields{"名称", "地址"});
    CHECK(rows[1].fields == Fields{"镇,政府", "一号\r\n\"二\"号"});
    CHECK(rows[1].line == 2);
    CHECK(rows[2].fields == Fields{"", ""});
    CHECK(rows[2].line == 5);
    CHECK(parse_csv("a,b\n1,2\r\n").value().size() == 2);
}

TEST_CASE("what is none is refused by its line") {
    CHECK(refusal("") == "csv.empty");
    CHECK(refusal("\n\r\n") == "csv.empty");
    CHECK(refusal("a,b\n\"1,2\n3,4\n") == "csv.quote");
    CHECK(refusal("a,b\n1\"2,3") == "csv.quote");
    CHECK(refusal("a,b\n\"1\"2,3") == "csv.quote");
    CHECK(refusal("a,b\n1") == "csv.columns");
    CHECK(refusal("a,b\n1,2,3") == "csv.columns");
    CHECK(refusal("a,b\r1,2") == "csv.line-end");
    // The line on which a quote opens, not the last one.
    CHECK(parse_csv("a,b\n\"x\ny\",1\n\"2,3\n4\n").error().message.starts_with("第 4 行"));
}
