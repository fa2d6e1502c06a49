#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gongkai::reader {

struct LegacyText {
    std::string text;      // UTF-8
    std::string encoding;  // "gb18030" or "big5"
};

// Decides between GB 18030 and Big5, whose byte pairs overlap nearly everywhere: by what decodes
// without errors and gives more of the signs that Chinese text is full of. A tie goes to
// GB 18030, or to Big5 where `prefer_big5`. Nothing when neither gives text.
std::optional<LegacyText> decode_legacy(std::string_view bytes, bool prefer_big5);

}  // namespace gongkai::reader
