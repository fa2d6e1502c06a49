#include "desk/writer_check.h"

#include "base/text.h"

namespace gongkai::desk {

namespace {

constexpr std::size_t fewest_signs_of_name = 2, fewest_signs_of_content = 4;
constexpr int fewest_digits = 7, most_digits = 15;

bool is_digit(char32_t point) { return point >= U'0' && point <= U'9'; }

}  // namespace

bool may_be_name(std::string_view name) {
    std::size_t signs = 0;
    for (const char32_t point : text::folded_points(name))
        if (!is_digit(point)) ++signs;
    return signs >= fewest_signs_of_name;
}

bool may_be_phone(std::string_view phone) {
    // (0000)1234567 转 801; folding leaves spaces out and makes all dashes one.
    constexpr std::u32string_view between = U"-+()/,;转";
    int digits = 0;
    for (const char32_t point : text::folded_points(phone)) {
        if (is_digit(point))
            ++digits;
        else if (between.find(point) == between.npos)
            return false;
    }
    return digits >= fewest_digits && digits <= most_digits;
}

bool says_something(std::string_view content) {
    return text::folded_points(content).size() >= fewest_signs_of_content;
}

}  // namespace gongkai::desk
