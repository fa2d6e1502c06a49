#include "recognizer/value.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <stdexcept>

#include "base/text.h"

namespace gongkai::recognizer {

using forms::Cell;
using forms::CellKind;
using forms::Measure;

namespace {

struct Unit {
    std::u32string_view word;
    int power;   // of ten that it stands for
    bool money;  // then the power counts from 元
};

constexpr Unit units[] = {
    {U"万元", 4, true}, {U"亿元", 8, true}, {U"元", 0, true},  {U"万件", 4, false},
    {U"万", 4, false},  {U"件", 0, false},  {U"条", 0, false}, {U"个", 0, false},
    {U"项", 0, false},  {U"份", 0, false},  {U"宗", 0, false}, {U"次", 0, false},
    {U"起", 0, false},  {U"例", 0, false},
};

bool is_digit(char32_t point) { return point >= '0' && point <= '9'; }

bool is_stroke(char32_t point) { return point == '/' || point == '-' || point == '\\'; }

const Unit* unit_of(std::u32string_view& text) {
    if (text.empty() || is_digit(text.back())) return nullptr;
    for (const Unit& unit : units)
        if (text.ends_with(unit.word)) {
            text.remove_suffix(unit.word.size());
            return &unit;
        }
    return nullptr;
}

// Plain digits of "1,362.5"; empty where the thousands are not set as thousands are.
std::string plain_digits(std::u32string_view text) {
    std::string digits;
    std::size_t since_comma = 0;
    bool comma = false, point = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t sign = text[i];
        if (is_digit(sign)) {
            digits += char(sign);
            ++since_comma;
        } else if ((sign == '-' || sign == '+') && i == 0) {
            digits += char(sign);
        } else if (sign == ',' && !point && since_comma > 0 &&
                   (!comma ? since_comma <= 3 : since_comma == 3)) {
            comma = true;
            since_comma = 0;
        } else if (sign == '.' && !point && since_comma > 0 && (!comma || since_comma == 3)) {
            point = true;
            digits += '.';
        } else {
            return {};
        }
    }
    return comma && !point && since_comma != 3 ? std::string() : digits;
}

struct Figure {
    Decimal value;
    const Unit* unit = nullptr;
};

std::optional<Figure> figure(std::u32string_view text) {
    Figure result;
    bool minus = false;
    if (text.starts_with(U"减少"))
        minus = true, text.remove_prefix(2);
    else if (text.starts_with(U"减"))
        minus = true, text.remove_prefix(1);
    else if (text.starts_with(U"增加"))
        text.remove_prefix(2);
    else if (text.starts_with(U"增"))
        text.remove_prefix(1);
    result.unit = unit_of(text);
    if (text == U"零" || text == U"〇") return result;
    const auto value = Decimal::parse(plain_digits(text));
    if (!value) return {};
    result.value = minus ? Decimal() - *value : *value;
    return result;
}

// What nearly every cell holds: plain digits, not too many for a number.
std::optional<Decimal> plain_count(std::string_view printed) {
    if (printed.empty() || printed.size() > 15) return {};
    std::int64_t value = 0;
    for (const char sign : printed) {
        if (sign < '0' || sign > '9') return {};
        value = value * 10 + (sign - '0');
    }
    return Decimal(value);
}

// The power of ten by which a figure with a unit is to be multiplied for its column.
int power_for(const Unit& unit, const forms::Column& column) {
    if (!unit.money) return unit.power;
    if (column.unit == "万元") return unit.power - 4;
    return unit.power;
}

}  // namespace

bool looks_like_value(std::u32string_view folded) {
    if (folded.empty() || folded == U"无" || folded == U"零") return true;
    if (std::ranges::all_of(folded, is_digit)) return true;
    if (std::ranges::all_of(folded, is_stroke)) return true;
    if (!std::ranges::any_of(folded, is_digit)) return false;
    if (figure(folded)) return true;
    return std::ranges::all_of(folded, [](char32_t point) {
        return is_digit(point) || is_stroke(point) || point == '.' || point == ',' || point == '+';
    });
}

Cell read_value(std::string_view printed, const forms::Column& column) {
    Cell cell;
    cell.text = printed;
    if (const auto count = plain_count(printed)) {
        cell.value = count;
        cell.kind = CellKind::Number;
        return cell;
    }
    const std::u32string folded = text::folded_points(printed);
    if (folded.empty()) return cell;
    if (std::ranges::all_of(folded, is_stroke)) {
        cell.kind = CellKind::Slash;
        return cell;
    }
    cell.kind = CellKind::Text;
    const auto read = figure(folded);
    if (!read) return cell;
    try {
        cell.value = read->unit ? read->value.times_power_of_ten(power_for(*read->unit, column))
                                : read->value;
        cell.kind = CellKind::Number;
    } catch (const std::overflow_error&) {
        // More than 18 digits: no figure of any office; the printed text is kept.
    }
    return cell;
}

}  // namespace gongkai::recognizer
