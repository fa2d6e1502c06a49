#include "base/decimal.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <stdexcept>

namespace gongkai {
namespace {

Decimal decimal(const std::string& text) {
    const auto value = Decimal::parse(text);
    REQUIRE_MESSAGE(value, text);
    return *value;
}

TEST_CASE("a number is written in its shortest form") {
    const std::pair<const char*, const char*> cases[] = {
        {"0", "0"},
        {"-0", "0"},
        {"007", "7"},
        {"+3", "3"},
        {"-8", "-8"},
        {"1.50", "1.5"},
        {"2.000", "2"},
        {"0.5", "0.5"},
        {"-0.05", "-0.05"},
        {"251000", "251000"},
        {"1.0e", nullptr},
        {"24252.311082", "24252.311082"},
        {"", nullptr},
        {"-", nullptr},
        {".5", nullptr},
        {"5.", nullptr},
        {"1.2.3", nullptr},
        {"1,362", nullptr},
        {"１２", nullptr},
        {" 1", nullptr},
        {"--1", nullptr},
        {"0x10", nullptr},
        {"999999999999999999", "999999999999999999"},
    };
    for (const auto& [text, written] : cases) {
        CAPTURE(text);
        const auto value = Decimal::parse(text);
        CHECK(bool(value) == (written != nullptr));
        if (value && written) CHECK(value->text() == written);
    }
}

TEST_CASE("what 18 digits or 12 places do not hold is refused, not rounded") {
    CHECK_FALSE(Decimal::parse("1000000000000000000"));
    CHECK_FALSE(Decimal::parse("-1000000000000000000"));
    CHECK_FALSE(Decimal::parse("0.1234567890123"));
    CHECK_FALSE(Decimal::parse(std::string(40, '9')));
    CHECK(decimal("0.123456789012000").text() == "0.123456789012");
    const Decimal most(999999999999999999);
    CHECK_THROWS_AS((void)(most + Decimal(1)), std::overflow_error);
    CHECK_THROWS_AS((void)(most + decimal("0.5")), std::overflow_error);
    for (const int power : {1, 4, 18, 19, 29, 300})
        CHECK_THROWS_AS((void)most.times_power_of_ten(power), std::overflow_error);
    CHECK(Decimal(1).times_power_of_ten(17) == decimal("100000000000000000"));
    CHECK_THROWS_AS((void)Decimal(1).times_power_of_ten(18), std::overflow_error);
    CHECK(Decimal().times_power_of_ten(300) == Decimal());
}

TEST_CASE("amounts move between yuan and ten thousand yuan without loss") {
    CHECK(decimal("251000").times_power_of_ten(-4).text() == "25.1");
    CHECK(decimal("113.96").times_power_of_ten(4).text() == "1139600");
    CHECK(decimal("-0.5").times_power_of_ten(1).text() == "-5");
    CHECK(decimal("0").times_power_of_ten(17).text() == "0");
}

TEST_CASE("numbers of different scales are compared by value") {
    CHECK(decimal("1.5") == decimal("1.50"));
    CHECK(decimal("1.5") > decimal("1.49"));
    CHECK(decimal("-2") < decimal("-1.999"));
    CHECK(decimal("0.1") + decimal("0.2") == decimal("0.3"));
    CHECK(decimal("-3.7").whole() == -3);
    CHECK(decimal("3").is_whole());
    CHECK_FALSE(decimal("3.1").is_whole());
}

Decimal any() {
    const auto digits = *rc::gen::inRange<std::int64_t>(-99999999999, 99999999999);
    const int scale = *rc::gen::inRange(0, 6);
    return Decimal(digits).times_power_of_ten(-scale);
}

TEST_CASE("every number is read back from its text") {
    CHECK(rc::check([] {
        const Decimal one = any();
        const auto back = Decimal::parse(one.text());
        RC_ASSERT(back.has_value());
        RC_ASSERT(*back == one);
        RC_ASSERT(back->text() == one.text());
    }));
}

TEST_CASE("sums do not depend on the order and are undone by differences") {
    CHECK(rc::check([] {
        const Decimal a = any(), b = any(), c = any();
        RC_ASSERT(a + b == b + a);
        RC_ASSERT((a + b) + c == a + (b + c));
        RC_ASSERT((a + b) - b == a);
        RC_ASSERT((a < b) == (a - b).is_negative());
    }));
}

TEST_CASE("no text makes parsing throw, and what it takes it writes back alike") {
    CHECK(rc::check([] {
        const auto text = *rc::gen::container<std::string>(
            rc::gen::element('0', '1', '9', '.', '-', '+', ',', 'x'));
        if (const auto value = Decimal::parse(text))
            RC_ASSERT(Decimal::parse(value->text()) == value);
    }));
}

}  // namespace
}  // namespace gongkai
