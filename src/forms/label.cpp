#include "forms/label.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace gongkai::forms {

namespace {

constexpr std::u32string_view han_numbers = U"一二三四五六七八九十";

// The length of a leading number with its mark: "一," "1." "10,".
std::size_t numbering(std::u32string_view text) {
    std::size_t at = 0;
    while (at < text.size() && at < 3 &&
           (han_numbers.find(text[at]) != han_numbers.npos || (text[at] >= '0' && text[at] <= '9')))
        ++at;
    if (at == 0 || at >= text.size()) return 0;
    return text[at] == ',' || text[at] == '.' || text[at] == ')' ? at + 1 : 0;
}

bool is_word(char32_t point) {
    return text::is_han(point) || (point >= '0' && point <= '9') || (point >= 'a' && point <= 'z');
}

}  // namespace

std::u32string label_key(std::string_view printed) {
    return label_key(text::folded_points(printed));
}

std::u32string label_key(std::u32string_view folded) {
    std::u32string key(folded);  // overwritten from the front
    std::size_t size = 0;
    int depth = 0;
    bool start = true;
    for (std::size_t at = 0; at < folded.size(); ++at) {
        const char32_t point = folded[at];
        if (point == '(' || point == '[') {
            ++depth;
        } else if (point == ')' || point == ']') {
            depth = std::max(0, depth - 1);
        } else if (depth == 0) {
            if (start) {
                if (const std::size_t numbered = numbering(folded.substr(at))) {
                    at += numbered - 1;
                    continue;
                }
            }
            if (!is_word(point)) continue;
            start = false;
            const bool other = point == U'它' && size > 0 && key[size - 1] == U'其';
            key[size++] = other ? U'他' : point;
        }
    }
    key.resize(size);
    return key;
}

double likeness(std::u32string_view a, std::u32string_view b) {
    constexpr std::size_t most = 64;
    a = a.substr(0, most);
    b = b.substr(0, most);
    if (a.empty() || b.empty()) return 0;
    // The longest common subsequence, one row of the table at a time.
    std::array<unsigned char, most + 1> row{};
    for (const char32_t x : a) {
        unsigned char diagonal = 0;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const unsigned char above = row[j + 1];
            row[j + 1] =
                x == b[j] ? static_cast<unsigned char>(diagonal + 1) : std::max(row[j + 1], row[j]);
            diagonal = above;
        }
    }
    return 2.0 * row[b.size()] / double(a.size() + b.size());
}

}  // namespace gongkai::forms
