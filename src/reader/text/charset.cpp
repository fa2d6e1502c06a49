#include "reader/text/charset.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstring>
#include <optional>

#include "base/text.h"
#include "reader/refusal.h"
#include "reader/text/legacy_charset.h"

namespace gongkai::reader {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t sample_bytes = 64 << 10;
constexpr std::size_t declaration_within = 4096;

enum class Wide { No, Little, Big };

// Whether a unit of UTF-16 is one that Chinese text is made of.
bool is_usual(unsigned unit) {
    return unit == '\n' || unit == '\r' || unit == '\t' || (unit >= 0x20 && unit < 0x7F) ||
           unit == 0xA0 || (unit >= 0x2000 && unit < 0x2600) || (unit >= 0x3000 && unit < 0x3100) ||
           (unit >= 0x4E00 && unit < 0xA000) || (unit >= 0xFF00 && unit < 0xFFF0);
}

// UTF-16 without a mark: it has NULs (of line ends and digits), and nearly all its units are usual
// in one of the two orders.
Wide wide_by_pattern(std::string_view bytes) {
    const auto sample = bytes.substr(0, sample_bytes);
    if (sample.size() < 4 || sample.find('\0') == sample.npos) return Wide::No;
    std::size_t little = 0;
    std::size_t big = 0;
    for (std::size_t at = 0; at + 1 < sample.size(); at += 2) {
        const unsigned first = static_cast<unsigned char>(sample[at]);
        const unsigned second = static_cast<unsigned char>(sample[at + 1]);
        if (is_usual(first | second << 8)) ++little;
        if (is_usual(first << 8 | second)) ++big;
    }
    if (std::max(little, big) * 20 < sample.size() * 9) return Wide::No;
    return little >= big ? Wide::Little : Wide::Big;
}

std::string from_utf16(std::string_view bytes, bool little) {
    std::string utf8;
    utf8.reserve(bytes.size() + bytes.size() / 2);
    const auto unit = [&](std::size_t at) {
        const auto a = static_cast<unsigned char>(bytes[at]);
        const auto b = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(little ? a | b << 8 : a << 8 | b);
    };
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        char32_t point = unit(at);
        if (point >= 0xD800 && point <= 0xDFFF) {
            const bool high = point < 0xDC00 && at + 3 < bytes.size();
            const char32_t low = high ? unit(at + 2) : 0;
            if (low >= 0xDC00 && low <= 0xDFFF) {
                point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
                at += 2;
            } else {
                point = 0xFFFD;
            }
        }
        text::append(utf8, point);
    }
    return utf8;
}

struct Utf8Look {
    std::size_t sequences = 0;  // well formed ones of more than one byte
    std::size_t errors = 0;
};

Utf8Look look_at_utf8(std::string_view bytes) {
    Utf8Look look;
    for (std::size_t at = 0; at < bytes.size();) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) {
            ++at;
            continue;
        }
        const auto start = at;
        text::next(bytes, at);
        if (at - start > 1) {
            ++look.sequences;
        } else {
            ++look.errors;
        }
    }
    return look;
}

std::string repaired_utf8(std::string_view bytes) {
    std::string utf8;
    utf8.reserve(bytes.size() + 16);
    for (std::size_t at = 0; at < bytes.size();) {
        text::append(utf8, text::next(bytes, at));
    }
    return utf8;
}

bool control_sign(unsigned char sign) {
    return (sign < 0x20 && (sign < '\t' || sign > '\r') && sign != 0x1A && sign != 0x1B) ||
           sign == 0x7F;
}

std::size_t controls_in(std::string_view bytes) {
    std::size_t count = 0;
    const auto look = [&](std::string_view some) {
        count += static_cast<std::size_t>(std::count_if(some.begin(), some.end(), [](char sign) {
            return control_sign(static_cast<unsigned char>(sign));
        }));
    };
    // Eight bytes at a time: most have none, and lines of tables nothing but ends and TABs.
    constexpr std::uint64_t ones = 0x0101010101010101, high = ones * 0x80;
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, bytes.data() + at, 8);
        if ((eight & high) == high) continue;  // Han signs alone
        // The high bit of each byte that is below `limit`.
        const auto below = [eight](unsigned limit) {
            return ~((eight | high) - ones * limit) & ~eight & high;
        };
        const auto deleted = below(0x80) & ~below(0x7F);
        const auto low = below(0x20) | deleted;
        if (low != 0 && ((low & ~below('\r' + 1)) | below('\t')) != 0) look(bytes.substr(at, 8));
    }
    look(bytes.substr(at));
    return count;
}

std::string family_of(std::string_view declared) {
    if (declared.starts_with("gb") || declared == "cp936" || declared == "x-gbk" ||
        declared == "windows-936") {
        return "gb18030";
    }
    if (declared.starts_with("big5") || declared == "cp950") return "big5";
    if (declared == "utf8") return "utf-8";
    if (declared.starts_with("utf-16") || declared == "unicode") return "utf-16";
    return std::string(declared);
}

void note_lie(Decoded& decoded, std::string_view declared) {
    if (declared.empty()) return;
    const auto family = family_of(declared);
    // Plain ASCII is every encoding, and Latin-1 is what tools write that know no better.
    if (decoded.encoding.starts_with(family) || family == "us-ascii") return;
    decoded.notes.push_back({"encoding-lies", "文件声明的编码是 " + std::string(declared) +
                                                  "，实际是 " + decoded.encoding +
                                                  "，已按实际编码读取。"});
}

Decoded plain(std::string text, std::string encoding) {
    return {std::move(text), std::move(encoding), {}};
}

// UTF-8 that was cut in the middle of a sign, or of which a few bytes went bad.
bool nearly_utf8(const Utf8Look& look) {
    return look.sequences > 0 && look.errors * 20 <= look.sequences;
}

std::optional<Decoded> decode_marked(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF"sv)) {
        const auto rest = bytes.substr(3);
        // A mark before bytes of another encoding happens where files were glued together.
        if (!text::is_utf8(rest) && !nearly_utf8(look_at_utf8(rest))) return std::nullopt;
        return plain(repaired_utf8(rest), "utf-8");
    }
    if (bytes.starts_with("\xFF\xFE"sv))
        return plain(from_utf16(bytes.substr(2), true), "utf-16le");
    if (bytes.starts_with("\xFE\xFF"sv)) {
        return plain(from_utf16(bytes.substr(2), false), "utf-16be");
    }
    return std::nullopt;
}

// `wanted` is lower case.
bool ends_no_case(std::string_view text, std::string_view wanted) {
    if (text.size() < wanted.size()) return false;
    const auto end = text.substr(text.size() - wanted.size());
    return std::equal(end.begin(), end.end(), wanted.begin(), [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == b;
    });
}

bool is_ascii(std::string_view bytes) {
    return std::none_of(bytes.begin(), bytes.end(),
                        [](char sign) { return static_cast<unsigned char>(sign) >= 0x80; });
}

}  // namespace

bool looks_binary(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) return false;
    if (wide_by_pattern(bytes) != Wide::No) return false;
    const auto sample = bytes.substr(0, sample_bytes);
    return controls_in(sample) * 50 > sample.size();
}

std::string declared_encoding(std::string_view bytes) {
    const auto head = bytes.substr(0, declaration_within);
    for (std::size_t sign_at = 0; (sign_at = head.find('=', sign_at)) != head.npos; ++sign_at) {
        if (!ends_no_case(head.substr(0, sign_at), "charset") &&
            !ends_no_case(head.substr(0, sign_at), "encoding")) {
            continue;
        }
        std::string name;
        for (auto at = sign_at + 1; at < head.size(); ++at) {
            const auto sign = static_cast<unsigned char>(head[at]);
            if (name.empty() && (sign == '"' || sign == '\'' || sign == ' ')) continue;
            if (!std::isalnum(sign) && sign != '-' && sign != '_') break;
            name += static_cast<char>(std::tolower(sign));
        }
        if (!name.empty()) return name;
    }
    return {};
}

Result<Decoded> decode(std::string_view bytes, std::string_view declared) {
    if (looks_binary(bytes)) return refuse_unknown_format("内容不是文字");
    return decode_text(bytes, declared);
}

Result<Decoded> decode_text(std::string_view bytes, std::string_view declared) {
    if (auto marked = decode_marked(bytes)) {
        note_lie(*marked, declared);
        return std::move(*marked);
    }
    if (const auto wide = wide_by_pattern(bytes); wide != Wide::No) {
        const bool little = wide == Wide::Little;
        auto decoded = plain(from_utf16(bytes, little), little ? "utf-16le" : "utf-16be");
        note_lie(decoded, declared);
        return decoded;
    }
    if (bytes.starts_with("\xEF\xBB\xBF"sv)) bytes.remove_prefix(3);
    if (is_ascii(bytes)) return plain(std::string(bytes), "utf-8");
    if (text::is_utf8(bytes)) {
        auto decoded = plain(std::string(bytes), "utf-8");
        note_lie(decoded, declared);
        return decoded;
    }
    if (nearly_utf8(look_at_utf8(bytes))) {
        auto decoded = plain(repaired_utf8(bytes), "utf-8");
        decoded.notes.push_back(
            {"encoding-damaged", "文件中有少量字节不是有效的文字，已用“\uFFFD”代替。"});
        return decoded;
    }
    auto legacy = decode_legacy(bytes, family_of(declared) == "big5");
    if (!legacy) return refuse_unknown_format("文字的编码无法辨认");
    auto decoded = plain(std::move(legacy->text), std::move(legacy->encoding));
    note_lie(decoded, declared);
    return decoded;
}

}  // namespace gongkai::reader
