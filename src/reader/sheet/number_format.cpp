#include "reader/sheet/number_format.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace gongkai::reader {
namespace {

constexpr double largest_shown = 1e15;
constexpr double largest_day = 2958465;  // 9999-12-31

std::string fixed(double number, int decimals) {
    char digits[64];
    const int length = std::snprintf(digits, sizeof digits, "%.*f", decimals, number);
    return std::string(digits, static_cast<std::size_t>(std::clamp(length, 0, 63)));
}

std::string shortest(double number) {
    if (std::abs(number) >= largest_shown) return fixed(number, 0);
    // 15 digits are what a sheet keeps: 113.96 is stored as 113.95999999999999.
    char digits[64];
    std::snprintf(digits, sizeof digits, "%.15g", number);
    const std::string_view text = digits;
    if (text.find('e') == text.npos) return std::string(text);
    auto plain = fixed(number, 12);
    plain.erase(plain.find_last_not_of('0') + 1);
    if (plain.ends_with('.')) plain.pop_back();
    return plain;
}

std::string with_thousands(std::string digits) {
    const auto point = std::min(digits.find('.'), digits.size());
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    for (std::size_t at = point; at > first + 3; at -= 3) {
        digits.insert(at - 3, ",");
    }
    return digits;
}

// Whether the format shows a day: it has a year sign outside of quotes and brackets.
bool is_date(std::string_view format) {
    bool quoted = false;
    bool bracketed = false;
    for (const char sign : format) {
        if (sign == '"') quoted = !quoted;
        if (sign == '[') bracketed = true;
        if (sign == ']') bracketed = false;
        if (!quoted && !bracketed && (sign == 'y' || sign == 'Y')) return true;
    }
    return false;
}

std::string shown_day(double number) {
    // Day 60 is the 29 February 1900 that never was; days before it do not stand in reports.
    using namespace std::chrono;
    const sys_days day = sys_days(1899y / December / 30d) + days(static_cast<int>(number));
    const year_month_day date(day);
    return std::to_string(static_cast<int>(date.year())) + "年" +
           std::to_string(static_cast<unsigned>(date.month())) + "月" +
           std::to_string(static_cast<unsigned>(date.day())) + "日";
}

// 0, 0.00, #,##0, #,##0.00, 0%: digits, one point, one comma.
bool is_simple(std::string_view format) {
    return !format.empty() && format.find('0') != format.npos &&
           format.find_first_not_of("#0.,%_ )") == format.npos;
}

int decimals_of(std::string_view format) {
    const auto point = format.find('.');
    if (point == format.npos) return 0;
    const auto end = std::min(format.find_first_not_of("0#", point + 1), format.size());
    return static_cast<int>(std::min<std::size_t>(end - point - 1, 12));
}

}  // namespace

std::string_view built_in_format(int id) {
    switch (id) {
        case 1: return "0";
        case 2: return "0.00";
        case 3:
        case 37:
        case 38: return "#,##0";
        case 4:
        case 39:
        case 40: return "#,##0.00";
        case 9: return "0%";
        case 10: return "0.00%";
        case 14:
        case 15:
        case 16:
        case 17:
        case 22:
        case 27:
        case 31:
        case 36: return "yyyy-m-d";
        default: return {};
    }
}

std::string shown_number(std::string_view stored, std::string_view format) {
    double number = 0;
    const auto [end, error] = std::from_chars(stored.data(), stored.data() + stored.size(), number);
    if (error != std::errc{} || end != stored.data() + stored.size() || !std::isfinite(number)) {
        return std::string(stored);
    }
    if (is_date(format) && number >= 61 && number <= largest_day) return shown_day(number);
    // The part before ; is for positive numbers and for those of no part of their own.
    format = format.substr(0, format.find(';'));
    if (!is_simple(format) || std::abs(number) >= largest_shown) return shortest(number);
    const bool percent = format.find('%') != format.npos;
    auto digits = fixed(percent ? number * 100 : number, decimals_of(format));
    if (format.find(',') != format.npos) digits = with_thousands(std::move(digits));
    return percent ? digits + "%" : digits;
}

}  // namespace gongkai::reader
