#pragma once

// Signs that nobody sees and that change how a line reads.
namespace gongkai::text {

// Control signs of ASCII and Latin-1, and line and paragraph separators.
inline bool is_control(char32_t sign) {
    return sign < 0x20 || (sign >= 0x7F && sign < 0xA0) || sign == 0x2028 || sign == 0x2029;
}

// Marks, embeddings, overrides and isolates of the Unicode bidirectional algorithm, and signs that
// take no room.
inline bool is_hidden(char32_t sign) {
    return (sign >= 0x200B && sign <= 0x200F) || (sign >= 0x202A && sign <= 0x202E) ||
           (sign >= 0x2060 && sign <= 0x2069) || sign == 0x061C || sign == 0xFEFF;
}

}  // namespace gongkai::text
