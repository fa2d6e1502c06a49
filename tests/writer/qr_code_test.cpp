#include "writer/qr_code.h"

#include <doctest/doctest.h>

using namespace gongkai::writer;

TEST_CASE("a code is a picture in the page, and says in words what it is") {
    const std::string code = qr_code("https://www.example.gov.cn/verify", "核验“回执”").string();
    CHECK(code.starts_with("<svg"));
    CHECK(code.find("role=\"img\" aria-label=\"核验“回执”\"") != code.npos);
    // Version 3, 29 modules, for 33 bytes at level M, with a border of four.
    CHECK(code.find("viewBox=\"0 0 37 37\"") != code.npos);
    // The first line of its first finder: seven dark modules behind the border.
    CHECK(code.find("M4 4h7v1h-7z") != code.npos);
    CHECK(code.find("style=") == code.npos);  // the policy of the pages allows none
}

TEST_CASE("another text has another code, and one that is too long has none") {
    CHECK(qr_code("a", "").string() != qr_code("b", "").string());
    CHECK(qr_code(std::string(4000, 'x'), "").empty());
}
