#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>

#include "base/traditional.h"

namespace gongkai::text {

namespace {

constexpr char32_t bad = 0xFFFD;

bool is_tail(std::string_view bytes, std::size_t at) {
    return at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0xC0) == 0x80;
}

char32_t tail(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]) & 0x3F;
}

// The sequence that `first` opens, or U+FFFD where it is not well formed.
char32_t sequence(std::string_view bytes, std::size_t& at, unsigned char first) {
    const std::size_t start = at;
    const int tails = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
    char32_t point = first & (0x3F >> tails);
    for (int i = 1; i <= tails; ++i) {
        if (!is_tail(bytes, start + std::size_t(i))) {
            at = start + 1;
            return bad;
        }
        point = point << 6 | tail(bytes, start + std::size_t(i));
    }
    constexpr char32_t least[] = {0, 0x80, 0x800, 0x10000};
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    if (point < least[tails] || point > 0x10FFFF || surrogate) {
        at = start + 1;
        return bad;
    }
    at = start + std::size_t(tails) + 1;
    return point;
}

// Looked at as one number: what is kept as JSON is long and mostly such signs.
bool eight_ascii(std::string_view bytes, std::size_t at) {
    std::uint64_t eight = 0;
    if (bytes.size() - at < sizeof eight) return false;
    std::memcpy(&eight, bytes.data() + at, sizeof eight);
    return (eight & 0x8080'8080'8080'8080) == 0;
}

using FoldTable = std::array<char16_t, 0x10000>;

void map_all(FoldTable& table, std::u32string_view from, char16_t to) {
    for (const char32_t point : from)
        table[point] = to;
}

std::unique_ptr<const FoldTable> make_fold_table() {
    auto made = std::make_unique<FoldTable>();
    FoldTable& table = *made;
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = char16_t(i);
    for (char16_t c = 0; c < 0x21; ++c)
        table[c] = 0;
    for (char16_t c = 0x7F; c <= 0xA0; ++c)
        table[c] = 0;
    for (char16_t c = 0x2000; c <= 0x200F; ++c)
        table[c] = 0;
    for (char16_t c = 0x2028; c <= 0x202F; ++c)
        table[c] = 0;
    map_all(table, U"\u00AD\u1680\u180E\u205F\u2060\u3000\uFEFF\uE004", 0);
    for (char16_t c = 0xFF01; c <= 0xFF5E; ++c)
        table[c] = char16_t(c - 0xFEE0);
    for (char16_t c = 'A'; c <= 'Z'; ++c)
        table[c] = char16_t(c + 32);
    for (char16_t c = 0xFF21; c <= 0xFF3A; ++c)
        table[c] = char16_t(c - 0xFEE0 + 32);
    for (const auto& [traditional, simplified] : traditional_pairs())
        table[traditional] = char16_t(simplified);
    // The rules change 苎 and 苧 for each other: one of them has to do for both.
    map_all(table, U"苎苧薴", u'苎');
    map_all(table, U"‐‑‒–—―−─━﹣", u'-');
    map_all(table, U"“”„‟〝〞＂「」『』﹁﹂", u'"');
    map_all(table, U"‘’‚‛＇", u'\'');
    map_all(table, U"、﹑，﹐", u',');
    map_all(table, U"。．﹒", u'.');
    map_all(table, U"〔［【﹝", u'[');
    map_all(table, U"〕］】﹞", u']');
    map_all(table, U"﹙", u'(');
    map_all(table, U"﹚", u')');
    map_all(table, U"〈", u'<');
    map_all(table, U"〉", u'>');
    map_all(table, U"：﹕︰", u':');
    map_all(table, U"％﹪", u'%');
    map_all(table, U"／∕⁄", u'/');
    map_all(table, U"○", u'〇');
    return made;
}

}  // namespace

char32_t next_rare(std::string_view utf8, std::size_t& at) {
    const auto first = static_cast<unsigned char>(utf8[at]);
    if (first >= 0xC2 && first <= 0xF4) return sequence(utf8, at, first);
    ++at;
    return first < 0x80 ? first : bad;
}

void append(std::string& utf8, char32_t point) {
    const auto tail = [point](int shift) { return char(0x80 | (point >> shift & 0x3F)); };
    if (point < 0x80) {
        utf8 += char(point);
    } else if (point < 0x800) {
        utf8.append({char(0xC0 | point >> 6), tail(0)});
    } else if (point < 0x10000) {
        utf8.append({char(0xE0 | point >> 12), tail(6), tail(0)});
    } else {
        utf8.append({char(0xF0 | point >> 18), tail(12), tail(6), tail(0)});
    }
}

bool is_utf8(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) {
            at += eight_ascii(bytes, at) ? 8 : 1;
            continue;
        }
        if (is_triple(bytes, at)) {
            at += 3;
            continue;
        }
        // U+FFFD itself is a triple.
        if (next(bytes, at) == bad) return false;
    }
    return true;
}

std::size_t length(std::string_view utf8) {
    std::size_t count = 0, at = 0;
    for (; at < utf8.size(); ++count)
        next(utf8, at);
    return count;
}

std::u32string points(std::string_view utf8) {
    std::u32string result;
    result.reserve(utf8.size() / 2);
    for (std::size_t at = 0; at < utf8.size();)
        result += next(utf8, at);
    return result;
}

std::string utf8(std::u32string_view points) {
    std::string result;
    result.reserve(points.size() * 3);
    for (const char32_t point : points)
        append(result, point);
    return result;
}

std::string_view slice(std::string_view utf8, std::size_t from, std::size_t to) {
    std::size_t at = 0, count = 0, start = utf8.size();
    for (; at < utf8.size() && count < to; ++count) {
        if (count == from) start = at;
        next(utf8, at);
    }
    if (count <= from || start == utf8.size()) return {};
    return utf8.substr(start, at - start);
}

std::span<const char16_t, 0x10000> fold_table() {
    static const auto table = make_fold_table();
    return *table;
}

char32_t fold(char32_t point) {
    if (point >= 0x10000) return point;
    return fold_table()[point];
}

std::size_t marker(std::string_view utf8, std::size_t at) {
    const std::string_view rest = utf8.substr(at);
    if (!rest.starts_with("[image:") && !rest.starts_with("[bookmark:")) return 0;
    const auto end = rest.substr(0, 300).find(']');
    return end == rest.npos ? 0 : end + 1;
}

namespace {

// Folds a long text. The signs are written into room that is not cleared before, one for each byte,
// and copied once.
class Folder {
public:
    explicit Folder(std::string_view utf8)
        : utf8_(utf8),
          printed_(std::make_unique_for_overwrite<char32_t[]>(utf8.size())),
          text_(std::make_unique_for_overwrite<char32_t[]>(utf8.size())),
          source_(std::make_unique_for_overwrite<std::uint32_t[]>(utf8.size())) {}

    Folded run() {
        for (std::size_t at = 0; at < utf8_.size();) {
            const std::size_t dropped = utf8_[at] == '[' ? marker(utf8_, at) : 0;
            for (const std::size_t behind = at + dropped; at < behind;)
                printed_[count_++] = next(utf8_, at);
            if (dropped > 0) continue;
            const std::size_t bracket = utf8_.find('[', at + 1);
            at = take(at, std::min(bracket, utf8_.size()));
        }
        const auto* source = source_.get();
        return {{text_.get(), size_}, {source, source + size_}, {printed_.get(), count_}};
    }

private:
    // Folds what stands from `at` up to `end`, which it gives back.
    std::size_t take(std::size_t at, std::size_t end) {
        const auto table = fold_table();
        std::size_t count = count_, size = size_;
        while (at < end) {
            const char32_t point = next(utf8_, at);
            const char32_t plain = point < 0x10000 ? table[point] : point;
            printed_[count] = point;
            text_[size] = plain;
            source_[size] = std::uint32_t(count++);
            size += plain != 0;
        }
        count_ = count;
        size_ = size;
        return at;
    }

    std::string_view utf8_;
    std::unique_ptr<char32_t[]> printed_, text_;
    std::unique_ptr<std::uint32_t[]> source_;
    std::size_t count_ = 0, size_ = 0;
};

}  // namespace

Folded folded(std::string_view utf8) { return Folder(utf8).run(); }

void append_folded(std::u32string& folded, std::string_view utf8) {
    const auto table = fold_table();
    for (std::size_t at = 0; at < utf8.size();) {
        if (utf8[at] == '[') {
            if (const std::size_t size = marker(utf8, at)) {
                at += size;
                continue;
            }
        }
        const char32_t point = next(utf8, at);
        const char32_t plain = point < 0x10000 ? table[point] : point;
        if (plain != 0) folded += plain;
    }
}

std::u32string folded_points(std::string_view utf8) {
    // A sign takes three bytes as a rule, so the text mostly fits where it began.
    std::u32string result;
    result.reserve(utf8.size() / 3 + 1);
    append_folded(result, utf8);
    return result;
}

std::string fold(std::string_view text) { return utf8(folded_points(text)); }

bool is_space(char32_t point) { return point < 0x10000 && fold_table()[point] == 0; }

std::string_view trim(std::string_view utf8) {
    std::size_t from = 0;
    while (from < utf8.size()) {
        std::size_t at = from;
        if (!is_space(next(utf8, at))) break;
        from = at;
    }
    std::size_t to = utf8.size();
    while (to > from) {
        std::size_t start = to - 1;
        while (start > from && (static_cast<unsigned char>(utf8[start]) & 0xC0) == 0x80)
            --start;
        std::size_t at = start;
        if (!is_space(next(utf8, at)) || at != to) break;
        to = start;
    }
    return utf8.substr(from, to - from);
}

}  // namespace gongkai::text
