#include "recognizer/statements_numbers.h"

#include <optional>

#include "base/sign_set.h"
#include "recognizer/statements_units.h"

namespace gongkai::recognizer {

namespace {

constexpr Decimal most_scaled(1'000'000'000);

bool is_digit(char32_t sign) { return sign >= U'0' && sign <= U'9'; }

int chinese_digit(char32_t sign) {
    switch (sign) {
        case U'〇':
        case U'零': return 0;
        case U'一': return 1;
        case U'二':
        case U'两': return 2;
        case U'三': return 3;
        case U'四': return 4;
        case U'五': return 5;
        case U'六': return 6;
        case U'七': return 7;
        case U'八': return 8;
        case U'九': return 9;
        default: return -1;
    }
}

int power(char32_t sign) {
    switch (sign) {
        case U'十': return 1;
        case U'百': return 2;
        case U'千': return 3;
        case U'万': return 4;
        case U'亿': return 8;
        default: return 0;
    }
}

std::int64_t ten_to(int exponent) {
    std::int64_t value = 1;
    for (int i = 0; i < exponent; ++i)
        value *= 10;
    return value;
}

constexpr text::SignSet openers(U"0123456789一二两三四五六七八九十");

class Scanner {
public:
    explicit Scanner(const text::Folded& folded) : text_(folded.text), folded_(folded) {}

    Numbers run() {
        for (std::size_t at = 0; at < text_.size();) {
            const char32_t sign = text_[at];
            const bool may_open = openers.may_hold(sign);
            if (may_open && is_digit(sign))
                at = arabic(at);
            else if (may_open && (sign == U'十' || chinese_digit(sign) > 0))
                at = chinese(at);
            else
                ++at;
        }
        return std::move(numbers_);
    }

private:
    char32_t sign(std::size_t at) const { return at < text_.size() ? text_[at] : U'\0'; }
    char32_t before(std::size_t at) const { return at > 0 ? text_[at - 1] : U'\0'; }
    bool joined(std::size_t at) const {
        return at > 0 && at < text_.size() && folded_.source[at] == folded_.source[at - 1] + 1;
    }
    char32_t printed(std::size_t at) const { return folded_.printed[folded_.source[at]]; }

    std::size_t digits_end(std::size_t at) const {
        ++at;
        while (is_digit(sign(at)) && joined(at))
            ++at;
        return at;
    }

    // 12,345 but not 第1,234页 of a list: groups of three behind a first one of at most three.
    bool is_group(std::size_t comma) const {
        if (sign(comma) != U',' || printed(comma) == U'、' || !joined(comma)) return false;
        for (std::size_t i = comma + 1; i <= comma + 3; ++i)
            if (!is_digit(sign(i)) || !joined(i)) return false;
        return !(is_digit(sign(comma + 4)) && joined(comma + 4));
    }

    bool is_point(std::size_t at) const {
        return sign(at) == U'.' && printed(at) != U'。' && joined(at) && is_digit(sign(at + 1)) &&
               joined(at + 1);
    }

    // The plain digits from `at`, thousands separators left out; `end` moves behind them.
    std::string digits(std::size_t at, std::size_t& end) const {
        end = digits_end(at);
        std::string plain;
        for (std::size_t i = at; i < end; ++i)
            plain += char(text_[i]);
        for (bool first = end - at <= 3; first && is_group(end); end += 4)
            for (std::size_t i = end + 1; i <= end + 3; ++i)
                plain += char(text_[i]);
        if (!is_point(end)) return plain;
        const std::size_t tail = digits_end(end + 1);
        for (std::size_t i = end; i < tail; ++i)
            plain += char(text_[i]);
        end = tail;
        return plain;
    }

    // What stands before a number that counts nothing: 第1条, 0517-836, 16:34, 3至5件, B2.
    bool is_reference(std::size_t at) const {
        const char32_t sign_before = before(at);
        if (sign_before == U'第' || sign_before == U'每' || sign_before == U'之') return true;
        if (sign_before >= U'a' && sign_before <= U'z') return true;
        const bool range = sign_before == U'-' || sign_before == U'~' || sign_before == U':' ||
                           sign_before == U'/' || sign_before == U'.' || sign_before == U'至';
        return range && at > 1 && is_digit(text_[at - 2]) && (sign_before != U'.' || joined(at));
    }

    bool opens_range(std::size_t at) const {
        const char32_t next = sign(at);
        return (next == U'-' || next == U'~' || next == U'至') && is_digit(sign(at + 1));
    }

    std::size_t arabic(std::size_t at) {
        std::size_t end = at;
        const std::string plain = digits(at, end);
        if (sign(end) == U'年') name_year(at, plain);
        const auto value = Decimal::parse(plain);
        if (!value || is_reference(at) || is_point(end) || opens_range(end)) return end;
        return counted(at, end, *value, false);
    }

    void name_year(std::size_t at, const std::string& plain) {
        if (plain.size() != 4 || plain[0] != '2' || plain.find('.') != plain.npos) return;
        numbers_.years.push_back({at, std::stoi(plain)});
    }

    std::size_t chinese(std::size_t at) {
        std::size_t end = at;
        while (end < text_.size() && (chinese_digit(text_[end]) >= 0 || power(text_[end]) > 0))
            ++end;
        const auto value = chinese_value(at, end);
        if (!value || is_reference(at) || before(at) == U'"' || before(at) == U'近') return end;
        return counted(at, end, Decimal(*value), true);
    }

    // 一百零三, 十二, 两千; nothing for 二〇二一 and for what no one says.
    std::optional<std::int64_t> chinese_value(std::size_t at, std::size_t end) const {
        if (end - at > 12) return {};
        std::int64_t whole = 0, section = 0;
        int digit = -1;
        for (std::size_t i = at; i < end; ++i) {
            const int next = chinese_digit(text_[i]);
            if (next >= 0) {
                if (digit > 0) return {};
                digit = next;
                continue;
            }
            const int exponent = power(text_[i]);
            if (exponent < 4) {
                section += (digit < 0 ? 1 : digit) * ten_to(exponent);
            } else {
                whole += section + (digit > 0 ? digit : 0);
                if (whole > 1'000'000'000) return {};
                whole *= ten_to(exponent);
                section = 0;
            }
            digit = -1;
        }
        return whole + section + (digit > 0 ? digit : 0);
    }

    bool skip_about(std::size_t& at) const {
        if (sign(at) != U'余' && sign(at) != U'多') return false;
        ++at;
        return true;
    }

    // 近150条, 约3万人: the words before a number that say it is not exact.
    bool is_about(std::size_t at) const {
        static constexpr std::u32string_view words[] = {U"约",   U"近",   U"超",   U"超过", U"逾",
                                                        U"大约", U"将近", U"不足", U"至少"};
        for (const auto word : words)
            if (at >= word.size() && text_.substr(at - word.size(), word.size()) == word)
                return true;
        return false;
    }

    std::optional<std::u32string_view> unit(std::size_t at) const { return unit_at(text_, at); }

    // 新收12。 says a count without a unit; a bare number anywhere else may be anything.
    bool stands_alone(std::size_t at, std::size_t end) const {
        const char32_t next = sign(end), sign_before = before(at);
        const bool ends = next == U'\0' || next == U',' || next == U';' || next == U')' ||
                          (next == U'.' && printed(end) == U'。');
        return ends && (sign_before == U'为' || sign_before == U'计' || sign_before == U'达');
    }

    // 一件事, 一次性, 三个方面 are words, not counts.
    bool is_word(std::size_t at, std::size_t end, std::u32string_view unit, Decimal value) const {
        if (unit == U"个" && value < Decimal(10)) return true;
        if (end - at != 1 || text_[at] != U'一') return false;
        const std::size_t behind = end + unit.size();
        const char32_t next = sign(behind);
        if (next == U'\0' || next == U',' || next == U'.' || next == U';' || next == U')')
            return false;
        return text_.substr(behind, 2) != U"申请";
    }

    std::size_t counted(std::size_t at, std::size_t end, Decimal value, bool in_words) {
        std::size_t behind = end;
        bool approximate = skip_about(behind);
        Decimal scaled = value;
        if (!unit(behind))
            if (const int exponent = power(sign(behind)); exponent >= 3 && value < most_scaled) {
                scaled = value.times_power_of_ten(exponent);
                approximate = skip_about(++behind) || approximate;
            }
        const auto found = unit(behind);
        if (!found) {
            if (!in_words && behind == end && stands_alone(at, end))
                add({at, end, value, {}, is_about(at)});
            return end;
        }
        if (in_words && is_word(at, end, *found, value)) return end;
        const std::size_t after = behind + found->size();
        const auto word = text_.substr(after, 2);
        approximate = approximate || is_about(at) || word == U"以上" || word == U"左右" ||
                      sign(after) == U'多';
        add({at, after, scaled, *found, approximate});
        return after;
    }

    void add(const Number& number) { numbers_.counted.push_back(number); }

    std::u32string_view text_;
    const text::Folded& folded_;
    Numbers numbers_;
};

}  // namespace

Numbers numbers(const text::Folded& folded) { return Scanner(folded).run(); }

}  // namespace gongkai::recognizer
