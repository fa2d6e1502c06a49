#include "journal/log_name.h"

#include <doctest/doctest.h>

using namespace gongkai::journal;

TEST_CASE("a log has one name, and only that name is its own") {
    CHECK(log_name({900121, 3}) == "900121-3");
    CHECK(log_named("900121-3") == LogKey{900121, 3});
    CHECK(log_named("0-0") == LogKey{0, 0});
    for (const auto* other :
         {"", "-", "900121", "900121-", "-3", "900121-03", "0900121-3", "900121--3", "900121--0",
          "900121-3-4", "900121-3 ", "900121-99999999999999999999"}) {
        CAPTURE(other);
        CHECK_FALSE(log_named(other));
    }
}
