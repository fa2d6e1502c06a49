#include "base/one_time_code.h"

#include <doctest/doctest.h>

#include <utility>

using namespace gongkai;

namespace {

const std::string rfc_secret = "12345678901234567890";

}  // namespace

// RFC 6238, appendix B, SHA-1: the last six of its eight digits.
TEST_CASE("codes are those of the standard") {
    const std::pair<std::int64_t, const char*> table[] = {{59, "287082"},
                                                          {1'111'111'109, "081804"},
                                                          {1'111'111'111, "050471"},
                                                          {1'234'567'890, "005924"},
                                                          {2'000'000'000, "279037"},
                                                          {20'000'000'000, "353130"}};
    for (const auto& [seconds, code] : table) {
        CAPTURE(seconds);
        CHECK(one_time_code(rfc_secret, seconds / 30) == code);
        CHECK(step_of_code(rfc_secret, code, seconds * 1000) == seconds / 30);
    }
}

TEST_CASE("a code holds for its own half minute, the one before and the one after") {
    const std::int64_t step = 1'234'567'890 / 30, begin = step * 30'000;
    CHECK(step_of_code(rfc_secret, "005924", begin) == step);
    CHECK(step_of_code(rfc_secret, "005924", begin + 59'999) == step);
    CHECK_FALSE(step_of_code(rfc_secret, "005924", begin + 60'000));
    CHECK(step_of_code(rfc_secret, "005924", begin - 30'000) == step);
    CHECK_FALSE(step_of_code(rfc_secret, "005924", begin - 30'001));
    for (const char* wrong : {"", "5924", "005925", "0059240", "00592x"})
        CHECK_FALSE(step_of_code(rfc_secret, wrong, begin));
    CHECK_FALSE(step_of_code("another secret", "005924", begin));
}

// RFC 4648, 10, without the signs that fill up.
TEST_CASE("base32 is that of the standard, and read in either case and with blanks") {
    const std::pair<const char*, const char*> table[] = {{"", ""},
                                                         {"f", "MY"},
                                                         {"fo", "MZXQ"},
                                                         {"foo", "MZXW6"},
                                                         {"foob", "MZXW6YQ"},
                                                         {"fooba", "MZXW6YTB"},
                                                         {"foobar", "MZXW6YTBOI"}};
    for (const auto& [bytes, text] : table) {
        CHECK(base32(bytes) == text);
        CHECK(base32_bytes(text) == bytes);
    }
    CHECK(base32_bytes("mzxw 6ytb oi") == "foobar");
    for (const char* wrong : {"MZXW1", "MZXW=", "动态"})
        CHECK_FALSE(base32_bytes(wrong));
}
