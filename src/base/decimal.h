#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gongkai {

// An exact decimal number: counts of acts, and amounts such as 24252.311082 (万元).
// Holds 18 digits, of which up to 12 stand behind the point.
class Decimal {
public:
    constexpr Decimal() = default;
    constexpr explicit Decimal(std::int64_t whole) : digits_(whole) {}

    // Plain ASCII digits with an optional sign and point. Nothing on anything else, or when the
    // number does not fit.
    static std::optional<Decimal> parse(std::string_view text);

    bool is_whole() const;
    bool is_negative() const { return digits_ < 0; }
    bool is_zero() const { return digits_ == 0; }
    std::int64_t whole() const;  // rounded toward zero
    double approximate() const;
    std::string text() const;  // shortest: "251000", "-3", "0.5"

    Decimal times_power_of_ten(int power) const;  // 1.5 by 10^4 is 15000

    // Throws std::overflow_error where 18 digits do not hold the sum.
    friend Decimal operator+(const Decimal& a, const Decimal& b);
    friend Decimal operator-(const Decimal& a, const Decimal& b);
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
    friend bool operator==(const Decimal& a, const Decimal& b) { return std::is_eq(a <=> b); }

private:
    Decimal(std::int64_t digits, int scale) : digits_(digits), scale_(scale) {}
    __extension__ using Wide = __int128;
    static std::optional<Decimal> make(Wide digits, int scale);

    std::int64_t digits_ = 0;
    int scale_ = 0;  // digits behind the point
};

}  // namespace gongkai
