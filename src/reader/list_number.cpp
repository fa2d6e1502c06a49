#include "reader/list_number.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace gongkai::reader {
namespace {

// 12 is 十二, 105 is 一百零五; `digits` and `units` choose between plain and formal signs.
std::string counted_in_han(int number, std::u32string_view digits, std::u32string_view units,
                           bool bare_ten) {
    if (number <= 0 || number > 9999) return std::to_string(number);
    std::u32string han;
    bool zero = false;
    int divisor = 1000;
    for (int place = 3; place >= 0; --place, divisor /= 10) {
        const int digit = number / divisor % 10;
        if (digit == 0) {
            zero = !han.empty();
            continue;
        }
        if (zero) han += digits[0];
        zero = false;
        const bool leave_one = bare_ten && digit == 1 && place == 1 && han.empty();
        if (!leave_one) han += digits[static_cast<std::size_t>(digit)];
        if (place > 0) han += units[static_cast<std::size_t>(place - 1)];
    }
    return text::utf8(han);
}

std::string digit_by_digit(int number, std::u32string_view digits) {
    std::u32string signs;
    for (const char digit : std::to_string(number)) {
        if (digit >= '0' && digit <= '9') signs += digits[static_cast<std::size_t>(digit - '0')];
    }
    return text::utf8(signs);
}

std::string one_of(int number, std::u32string_view signs) {
    if (number < 1 || static_cast<std::size_t>(number) > signs.size())
        return std::to_string(number);
    return text::utf8(signs.substr(static_cast<std::size_t>(number - 1), 1));
}

// Signs that Unicode has in a row, such as ① to ⑳.
std::string in_row(int number, char32_t first, int count) {
    if (number < 1 || number > count) return std::to_string(number);
    std::string sign;
    text::append(sign, first + static_cast<char32_t>(number - 1));
    return sign;
}

std::string roman(int number, bool upper) {
    static constexpr std::array<std::pair<int, const char*>, 13> parts = {{{1000, "m"},
                                                                           {900, "cm"},
                                                                           {500, "d"},
                                                                           {400, "cd"},
                                                                           {100, "c"},
                                                                           {90, "xc"},
                                                                           {50, "l"},
                                                                           {40, "xl"},
                                                                           {10, "x"},
                                                                           {9, "ix"},
                                                                           {5, "v"},
                                                                           {4, "iv"},
                                                                           {1, "i"}}};
    if (number < 1 || number > 3999) return std::to_string(number);
    std::string letters;
    for (const auto& [value, sign] : parts) {
        for (; number >= value; number -= value) {
            letters += sign;
        }
    }
    if (upper) {
        std::transform(letters.begin(), letters.end(), letters.begin(),
                       [](char letter) { return static_cast<char>(letter - 32); });
    }
    return letters;
}

// a to z, then aa, bb.
std::string letter(int number, char first) {
    if (number < 1 || number > 26 * 20) return std::to_string(number);
    return std::string(static_cast<std::size_t>((number - 1) / 26 + 1),
                       static_cast<char>(first + (number - 1) % 26));
}

bool any_of(std::string_view format, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), format) != names.end();
}

}  // namespace

std::string list_number(std::string_view format, int number) {
    constexpr std::u32string_view plain = U"零一二三四五六七八九";
    constexpr std::u32string_view formal = U"零壹贰叁肆伍陆柒捌玖";
    if (any_of(format, {"chineseCounting", "chineseCountingThousand", "japaneseCounting",
                        "taiwaneseCounting", "taiwaneseCountingThousand"})) {
        return counted_in_han(number, plain, U"十百千", true);
    }
    if (any_of(format, {"chineseLegalSimplified", "ideographLegalTraditional"})) {
        return counted_in_han(number, formal, U"拾佰仟", false);
    }
    if (any_of(format, {"ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"})) {
        return digit_by_digit(number, U"〇一二三四五六七八九");
    }
    if (format == "ideographTraditional") return one_of(number, U"甲乙丙丁戊己庚辛壬癸");
    if (format == "ideographZodiac") return one_of(number, U"子丑寅卯辰巳午未申酉戌亥");
    if (format == "ideographEnclosedCircle") return in_row(number, U'㊀', 10);
    if (any_of(format, {"decimalEnclosedCircle", "decimalEnclosedCircleChinese"})) {
        return in_row(number, U'①', 20);
    }
    if (format == "decimalEnclosedParen") return in_row(number, U'⑴', 20);
    if (format == "decimalEnclosedFullstop") return in_row(number, U'⒈', 20);
    if (any_of(format, {"decimalFullWidth", "decimalFullWidth2"})) {
        return digit_by_digit(number, U"０１２３４５６７８９");
    }
    if (format == "decimalZero")
        return std::string(number < 10 ? "0" : "").append(std::to_string(number));
    if (format == "upperRoman") return roman(number, true);
    if (format == "lowerRoman") return roman(number, false);
    if (format == "upperLetter") return letter(number, 'A');
    if (format == "lowerLetter") return letter(number, 'a');
    if (any_of(format, {"bullet", "none"})) return {};
    return std::to_string(number);
}

}  // namespace gongkai::reader
