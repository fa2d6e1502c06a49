#include "base/sm3.h"

#include <doctest/doctest.h>

using namespace gongkai;

TEST_CASE("SM3 gives the digests of its standard") {
    // GB/T 32905, appendix A.
    CHECK(hex(bytes(sm3({"abc"}))) ==
          "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    std::string sixteen;
    for (int i = 0; i < 16; ++i)
        sixteen += "abcd";
    CHECK(hex(bytes(sm3({sixteen}))) ==
          "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
}

TEST_CASE("parts are hashed as one text") { CHECK(sm3({"a", "", "bc"}) == sm3({"abc"})); }

TEST_CASE("a digest is read back from its digits and bytes alone") {
    const Sm3 digest = sm3({"x"});
    CHECK(parse_sm3(hex(bytes(digest))) == digest);
    CHECK(sm3_of_bytes(bytes(digest)) == digest);
    CHECK_FALSE(parse_sm3("66c7"));
    for (const char sign : {'G', 'g', 'z', '/', ':', ' '})
        CHECK_FALSE(parse_sm3(std::string(64, sign)));
    CHECK_FALSE(parse_sm3(std::string(64, 'A')));
    CHECK_FALSE(sm3_of_bytes("short"));
}
