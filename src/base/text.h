#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// UTF-8 text, and its one normal form for matching. What is printed is never normalised.
namespace gongkai::text {

// The code point at byte `at`, which moves behind it. A bad byte gives U+FFFD and moves one byte.
inline char32_t next(std::string_view utf8, std::size_t& at);
void append(std::string& utf8, char32_t point);

bool is_utf8(std::string_view bytes);
std::size_t length(std::string_view utf8);  // in code points
std::u32string points(std::string_view utf8);
std::string utf8(std::u32string_view points);
std::string_view slice(std::string_view utf8, std::size_t from, std::size_t to);  // code points

// The folded form of one code point: full width to half width, traditional to simplified,
// upper to lower case, all dashes to '-', all quotes to '"', all dots of a numbering to '.',
// 、 to ',' and so on. 0 for what matching passes over: any space, zero-width and control signs.
char32_t fold(char32_t point);
// The same for all signs below 0x10000, for loops over long texts.
std::span<const char16_t, 0x10000> fold_table();

// A text folded for matching, with the way back.
// Markers that exports leave in text, such as [image: ...] and [bookmark: ...], are dropped.
struct Folded {
    std::u32string text;
    std::vector<std::uint32_t> source;  // for each sign of `text` its place in `printed`
    std::u32string printed;             // the code points of the source
};
Folded folded(std::string_view utf8);

// The bytes of a marker that begins at byte `at`, or 0.
std::size_t marker(std::string_view utf8, std::size_t at);

// The folded text alone.
std::u32string folded_points(std::string_view utf8);
void append_folded(std::u32string& folded, std::string_view utf8);
// The same as UTF-8.
std::string fold(std::string_view utf8);

// Whether a sign of three bytes stands at byte `at`: nearly all text is made of these and ASCII.
inline bool is_triple(std::string_view utf8, std::size_t at);
// What next() does with all other signs.
char32_t next_rare(std::string_view utf8, std::size_t& at);

bool is_space(char32_t point);  // NBSP and U+3000 too
inline bool is_han(char32_t point) {
    return (point >= 0x4E00 && point <= 0x9FFF) || (point >= 0x3400 && point <= 0x4DBF) ||
           (point >= 0x20000 && point <= 0x3FFFF) || point == U'〇';
}
std::string_view trim(std::string_view utf8);  // of is_space() at both ends
inline bool is_blank(std::string_view utf8) { return trim(utf8).empty(); }

inline bool is_triple(std::string_view utf8, std::size_t at) {
    const auto first = static_cast<unsigned char>(utf8[at]);
    // Bytes 80 to BF, which go on with a sign, are the lowest of the signed ones.
    const auto is_tail = [&](std::size_t i) {
        return static_cast<signed char>(utf8[at + i]) < -0x40;
    };
    // Not E0, which may be overlong, nor ED, which may be a surrogate.
    return first > 0xE0 && first < 0xF0 && first != 0xED && utf8.size() - at > 2 && is_tail(1) &&
           is_tail(2);
}

inline char32_t next(std::string_view utf8, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[at + i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) {
        ++at;
        return first;
    }
    if (is_triple(utf8, at)) {
        const char32_t point =
            char32_t(first & 0x0F) << 12 | char32_t(byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
        at += 3;
        return point;
    }
    return next_rare(utf8, at);
}

}  // namespace gongkai::text
