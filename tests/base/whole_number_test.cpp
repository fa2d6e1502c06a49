#include "base/whole_number.h"

#include <doctest/doctest.h>

using namespace gongkai;

TEST_CASE("a text is a number only as a whole, and only where it fits") {
    CHECK(whole_number("0") == 0);
    CHECK(whole_number("-7") == -7);
    CHECK(whole_number("9223372036854775807") == INT64_MAX);
    for (const auto* other :
         {"", " 7", "7 ", "+7", "7x", "0x7", "7.0", "９", "9223372036854775808"}) {
        CAPTURE(other);
        CHECK_FALSE(whole_number(other));
    }
    CHECK_FALSE(whole_number<std::uint64_t>("-1"));
    CHECK_FALSE(whole_number<std::int32_t>("2147483648"));
    CHECK(whole_number<std::int32_t>("2147483647") == INT32_MAX);
}
