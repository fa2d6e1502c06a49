#include "disclosure/file_name.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "base/unseen.h"

namespace gongkai::disclosure {

namespace {

constexpr std::size_t longest_name = 200;

Error refused(std::string message) {
    return {ErrorKind::Invalid, "document.attachment.name", message, {{"file_name", message}}};
}

}  // namespace

Status check_file(std::string_view name, std::size_t bytes) {
    if (!text::is_utf8(name)) return refused("文件名不是 UTF-8 编码，请改名后再上传。");
    if (text::is_blank(name) || name == "." || name == "..") return refused("请给附件一个文件名。");
    const std::u32string signs = text::points(name);
    if (signs.size() > longest_name) return refused("文件名太长，请不超过 200 个字。");
    if (name.find_first_of("/\\") != name.npos)
        return refused("文件名里不能有“/”和“\\”，只写文件名，不写文件夹。");
    if (std::ranges::any_of(signs, text::is_control) || std::ranges::any_of(signs, text::is_hidden))
        return refused("文件名里有看不见的控制字符，请改名后再上传。");
    if (bytes == 0)
        return Error{ErrorKind::Invalid, "document.attachment.empty",
                     "附件“" + std::string(name) + "”是空文件，请确认选对了文件。"};
    return Done{};
}

std::string_view kind_of_file(std::string_view name) {
    constexpr std::pair<std::string_view, std::string_view> kinds[] = {
        {".pdf", "PDF"},        {".ofd", "OFD 版式文件"}, {".docx", "Word 文档"},
        {".doc", "Word 文档"},  {".rtf", "Word 文档"},    {".odt", "文字文档"},
        {".wps", "WPS 文档"},   {".wpt", "WPS 文档"},     {".xlsx", "Excel 表格"},
        {".xls", "Excel 表格"}, {".et", "WPS 表格"},      {".ods", "电子表格"},
        {".pptx", "演示文稿"},  {".ppt", "演示文稿"},     {".dps", "WPS 演示"},
        {".txt", "文本"},       {".md", "文本"},          {".csv", "CSV 表格"},
        {".json", "JSON 数据"}, {".xml", "XML 数据"},     {".jpg", "图片"},
        {".jpeg", "图片"},      {".png", "图片"},         {".gif", "图片"},
        {".bmp", "图片"},       {".tif", "图片"},         {".tiff", "图片"},
        {".webp", "图片"},      {".mp3", "录音"},         {".mp4", "视频"},
        {".zip", "压缩包"},     {".rar", "压缩包"},       {".7z", "压缩包"}};
    std::string low(name);
    std::ranges::transform(low, low.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    for (const auto& [ending, word] : kinds)
        if (low.ends_with(ending)) return word;
    return {};
}

}  // namespace gongkai::disclosure
