#include "disclosure/file_name.h"

#include <algorithm>

#include "base/text.h"

namespace gongkai::disclosure {

namespace {

constexpr std::size_t longest_name = 200;

Error refused(std::string message) {
    return {ErrorKind::Invalid, "document.attachment.name", message, {{"file_name", message}}};
}

// Control signs of ASCII and Latin-1, and line and paragraph separators.
bool is_control(char32_t sign) {
    return sign < 0x20 || (sign >= 0x7F && sign < 0xA0) || sign == 0x2028 || sign == 0x2029;
}

// Marks, embeddings, overrides and isolates of the Unicode bidirectional algorithm, and signs that
// take no room.
bool is_hidden(char32_t sign) {
    return (sign >= 0x200B && sign <= 0x200F) || (sign >= 0x202A && sign <= 0x202E) ||
           (sign >= 0x2060 && sign <= 0x2069) || sign == 0x061C || sign == 0xFEFF;
}

}  // namespace

Status check_file(std::string_view name, std::size_t bytes) {
    if (!text::is_utf8(name)) return refused("文件名不是 UTF-8 编码，请改名后再上传。");
    if (text::is_blank(name) || name == "." || name == "..") return refused("请给附件一个文件名。");
    const std::u32string signs = text::points(name);
    if (signs.size() > longest_name) return refused("文件名太长，请不超过 200 个字。");
    if (name.find_first_of("/\\") != name.npos)
        return refused("文件名里不能有“/”和“\\”，只写文件名，不写文件夹。");
    if (std::ranges::any_of(signs, is_control) || std::ranges::any_of(signs, is_hidden))
        return refused("文件名里有看不见的控制字符，请改名后再上传。");
    if (bytes == 0)
        return Error{ErrorKind::Invalid, "document.attachment.empty",
                     "附件“" + std::string(name) + "”是空文件，请确认选对了文件。"};
    return Done{};
}

}  // namespace gongkai::disclosure
