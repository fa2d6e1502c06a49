#include "reader/text/text_lines.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace gongkai::reader {
namespace {

constexpr std::size_t longest_cell_sentence = 60;

bool is_dash(char32_t sign) {
    constexpr std::u32string_view dashes = U"-–—―－─━·•~～_";
    return dashes.find(sign) != dashes.npos;
}

bool is_digit(char32_t sign) {
    return (sign >= U'0' && sign <= U'9') || (sign >= U'０' && sign <= U'９');
}

// Finds ends of lines: most texts have LF alone, which the library finds fastest.
class LineEnds {
public:
    explicit LineEnds(std::string_view text)
        : text_(text), others_(text.find('\r') != text.npos || text.find('\f') != text.npos) {}

    std::size_t behind(std::size_t at) const {
        const auto end = others_ ? text_.find_first_of("\n\r\f", at) : text_.find('\n', at);
        return std::min(end, text_.size());
    }

private:
    std::string_view text_;
    bool others_;
};

bool is_blank(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
        const auto first = static_cast<unsigned char>(line[at]);
        // Printable ASCII and nearly all Han signs: no space begins like these.
        if ((first > ' ' && first <= '~') || (first >= 0xE4 && first <= 0xE9)) return false;
        if (!text::is_space(text::next(line, at))) return false;
    }
    return true;
}

}  // namespace

std::vector<TextLine> split_lines(std::string_view utf8) {
    std::vector<TextLine> lines;
    lines.reserve(utf8.size() / 32 + 1);
    const LineEnds ends(utf8);
    bool new_page = false;
    std::size_t at = 0;
    while (at < utf8.size()) {
        const auto end = ends.behind(at);
        const auto text = utf8.substr(at, end - at);
        const bool feed = end < utf8.size() && utf8[end] == '\f';
        // A form feed stands at the start of the first line of its page.
        if (!feed || !text.empty()) {
            lines.push_back({text, is_blank(text), std::exchange(new_page, false)});
        }
        if (feed) new_page = true;
        at = end + 1;
        if (end + 1 < utf8.size() && utf8[end] == '\r' && utf8[end + 1] == '\n') ++at;
    }
    return lines;
}

bool is_numbered_heading(std::string_view line) {
    constexpr std::u32string_view numerals = U"一二三四五六七八九十";
    line = text::trim(line);
    std::size_t at = 0;
    int count = 0;
    while (at < line.size()) {
        const auto sign = text::next(line, at);
        if (numerals.find(sign) != numerals.npos && count < 3) {
            ++count;
            continue;
        }
        return count > 0 && (sign == U'、' || sign == U'.' || sign == U'．' || sign == U',');
    }
    return false;
}

bool is_page_number(std::string_view line, bool lone) {
    line = text::trim(line);
    if (line.empty() || line.size() > 24) return false;
    int digits = 0;
    int before = 0;
    int after = 0;
    for (std::size_t at = 0; at < line.size();) {
        const auto sign = text::next(line, at);
        if (text::is_space(sign)) continue;
        if (is_digit(sign)) {
            if (after > 0) return false;
            ++digits;
        } else if (is_dash(sign) || sign == U'第') {
            ++(digits == 0 ? before : after);
        } else if (sign == U'页' || sign == U'頁') {
            ++after;
        } else {
            return false;
        }
    }
    if (digits == 0 || digits > 4) return false;
    return lone ? (before > 0) == (after > 0) : before > 0 && after > 0;
}

bool is_prose(std::string_view text) {
    if (text.size() < longest_cell_sentence) return false;
    return text.find("。") != text.npos && text::length(text) > longest_cell_sentence;
}

std::string without_emphasis(std::string_view text) {
    std::size_t at = text.find("**");
    if (at == text.npos) return std::string(text);
    std::string plain(text.substr(0, at));
    while (at < text.size()) {
        const auto open = text.find("**", at);
        const auto close = open == text.npos ? text.npos : text.find("**", open + 2);
        if (close == text.npos || close == open + 2) break;
        plain.append(text.substr(at, open - at));
        plain.append(text.substr(open + 2, close - open - 2));
        at = close + 2;
    }
    return plain.append(text.substr(std::min(at, text.size())));
}

}  // namespace gongkai::reader
