#include "writer/html.h"

#include <doctest/doctest.h>

#include <type_traits>

using gongkai::writer::Html;
using gongkai::writer::Markup;

// What comes from outside cannot be made markup: it does not compile.
static_assert(!std::is_constructible_v<Markup, std::string>);
static_assert(!std::is_constructible_v<Markup, std::string_view>);
static_assert(!std::is_constructible_v<Markup, const char*>);

TEST_CASE("text is escaped between tags and inside attributes") {
    CHECK(Html().text("<script>alert(\"1\" & '2')</script>").string() ==
          "&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;");
}

TEST_CASE("markup of the source stands as it is written") {
    CHECK(Html().raw("<p class=\"x\">").text("县").raw("</p>").string() == "<p class=\"x\">县</p>");
}

TEST_CASE("control signs do not reach the page, tabs and line feeds do") {
    const std::string_view odd("a\0b\x1F\tc\nd\x7F", 9);
    CHECK(Html().text(odd).string() == "a\uFFFDb\uFFFD\tc\nd\uFFFD");
}

TEST_CASE("parts and numbers are put in as they are") {
    Html inner;
    inner.raw("<b>").number(-12).raw("</b>");
    CHECK(Html().raw("<p>").add(inner).raw("</p>").string() == "<p><b>-12</b></p>");
}
