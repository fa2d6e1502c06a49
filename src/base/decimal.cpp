#include "base/decimal.h"

#include <limits>
#include <stdexcept>
#include <utility>

namespace gongkai {

namespace {

constexpr int most_digits = 18;
constexpr int most_scale = 12;

__extension__ using Wide = __int128;

constexpr Wide power_of_ten(int power) {
    Wide result = 1;
    for (int i = 0; i < power; ++i)
        result *= 10;
    return result;
}

// Both numbers' digits at the greater of the two scales.
std::pair<Wide, Wide> aligned(std::int64_t a, int a_scale, std::int64_t b, int b_scale) {
    const Wide left = Wide(a) * power_of_ten(b_scale > a_scale ? b_scale - a_scale : 0);
    const Wide right = Wide(b) * power_of_ten(a_scale > b_scale ? a_scale - b_scale : 0);
    return {left, right};
}

// Takes off the sign in front; true for minus.
bool take_sign(std::string_view& text) {
    if (text.empty() || (text.front() != '-' && text.front() != '+')) return false;
    const bool negative = text.front() == '-';
    text.remove_prefix(1);
    return negative;
}

}  // namespace

std::optional<Decimal> Decimal::make(Wide digits, int scale) {
    while (scale > 0 && digits % 10 == 0) {
        digits /= 10;
        --scale;
    }
    constexpr Wide most = power_of_ten(most_digits);
    if (scale > most_scale || digits >= most || digits <= -most) return {};
    return Decimal(std::int64_t(digits), scale);
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
    const bool negative = take_sign(text);
    Wide digits = 0;
    int scale = 0, count = 0;
    bool point = false;
    for (const char c : text) {
        if (c == '.' && !point) {
            point = true;
        } else if (c >= '0' && c <= '9') {
            digits = digits * 10 + (c - '0');
            scale += point;
            if (++count > 30) return {};
        } else {
            return {};
        }
    }
    if (count == 0 || text.back() == '.' || text.front() == '.') return {};
    return make(negative ? -digits : digits, scale);
}

bool Decimal::is_whole() const { return scale_ == 0; }

std::int64_t Decimal::whole() const { return std::int64_t(digits_ / power_of_ten(scale_)); }

double Decimal::approximate() const { return double(digits_) / double(power_of_ten(scale_)); }

std::string Decimal::text() const {
    if (scale_ == 0) return std::to_string(digits_);
    std::string digits = std::to_string(digits_ < 0 ? -digits_ : digits_);
    const auto scale = std::size_t(scale_);
    if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
    digits.insert(digits.size() - scale, ".");
    return digits_ < 0 ? "-" + digits : digits;
}

Decimal Decimal::times_power_of_ten(int power) const {
    if (digits_ == 0) return {};
    const int scale = scale_ - power;
    // By more than 10^18 no number of 18 digits comes out, and soon none that Wide holds.
    if (scale < -most_digits) throw std::overflow_error("decimal does not fit");
    const auto result =
        scale >= 0 ? make(digits_, scale) : make(Wide(digits_) * power_of_ten(-scale), 0);
    if (!result) throw std::overflow_error("decimal does not fit");
    return *result;
}

Decimal operator+(const Decimal& a, const Decimal& b) {
    const auto [left, right] = aligned(a.digits_, a.scale_, b.digits_, b.scale_);
    const auto sum = Decimal::make(left + right, std::max(a.scale_, b.scale_));
    if (!sum) throw std::overflow_error("decimal does not fit");
    return *sum;
}

Decimal operator-(const Decimal& a, const Decimal& b) { return a + Decimal(-b.digits_, b.scale_); }

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    const auto [left, right] = aligned(a.digits_, a.scale_, b.digits_, b.scale_);
    if (left < right) return std::strong_ordering::less;
    return left > right ? std::strong_ordering::greater : std::strong_ordering::equal;
}

}  // namespace gongkai
