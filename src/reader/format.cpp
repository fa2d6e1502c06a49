#include "reader/format.h"

#include <algorithm>
#include <array>

#include "reader/text/charset.h"

namespace gongkai::reader {
namespace {

struct Magic {
    std::string_view bytes;
    Format format;
    std::string_view name;
};

using namespace std::string_view_literals;

constexpr Magic magics[] = {
    {"PK\x03\x04"sv, Format::Zip, {}},
    {"PK\x05\x06"sv, Format::Zip, {}},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, Format::Ole, {}},
    {"{\\rtf"sv, Format::Rtf, {}},
    {"\x89PNG"sv, Format::Foreign, "PNG 图片"},
    {"\xFF\xD8\xFF"sv, Format::Foreign, "JPEG 图片"},
    {"GIF87a"sv, Format::Foreign, "GIF 图片"},
    {"GIF89a"sv, Format::Foreign, "GIF 图片"},
    {"II*\0"sv, Format::Foreign, "TIFF 图片"},
    {"MM\0*"sv, Format::Foreign, "TIFF 图片"},
    {"\x1F\x8B"sv, Format::Foreign, "gzip 压缩包，请先解压"},
    {"Rar!\x1A\x07"sv, Format::Foreign, "RAR 压缩包，请先解压"},
    {"7z\xBC\xAF\x27\x1C"sv, Format::Foreign, "7z 压缩包，请先解压"},
    {"BZh"sv, Format::Foreign, "bzip2 压缩包，请先解压"},
    {"\xFD"
     "7zXZ"sv,
     Format::Foreign, "xz 压缩包，请先解压"},
    {"\x7F"
     "ELF"sv,
     Format::Foreign, "可执行程序"},
    {"MZ\x90\0"sv, Format::Foreign, "可执行程序"},
    {"SQLite format 3"sv, Format::Foreign, "数据库文件"},
    {"%!PS"sv, Format::Foreign, "PostScript 文件，请转换为 PDF"},
    {"OggS"sv, Format::Foreign, "音频文件"},
    {"ID3"sv, Format::Foreign, "音频文件"},
};

constexpr std::size_t pdf_header_within = 1024;
constexpr std::size_t html_start_within = 4096;
constexpr std::size_t html_tags_within = 64 << 10;

bool same_letter(char a, char b) { return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b; }

bool starts_no_case(std::string_view text, std::string_view wanted) {
    return text.size() >= wanted.size() && same_letter(text[0], wanted[0]) &&
           std::equal(wanted.begin(), wanted.end(), text.begin(),
                      [](char a, char b) { return same_letter(b, a); });
}

std::string_view skip_blank(std::string_view text) {
    const auto at = text.find_first_not_of(" \t\r\n");
    return at == text.npos ? std::string_view{} : text.substr(at);
}

bool opens_as_html(std::string_view text) {
    constexpr std::string_view names[] = {
        "!doctype html", "html", "head", "body", "table", "p>",     "p ",   "div",    "meta",
        "title",         "h1",   "span", "br",   "style", "center", "font", "section"};
    if (text.empty() || text[0] != '<') return false;
    return std::any_of(std::begin(names), std::end(names),
                       [&](std::string_view name) { return starts_no_case(text.substr(1), name); });
}

}  // namespace

Sniffed sniff(std::string_view bytes) {
    if (bytes.empty()) return {Format::Empty, {}};
    for (const auto& magic : magics) {
        if (bytes.starts_with(magic.bytes)) return {magic.format, std::string(magic.name)};
    }
    if (bytes.substr(0, pdf_header_within).find("%PDF-") != bytes.npos) return {Format::Pdf, {}};
    if (bytes.size() > 12 && bytes.starts_with("RIFF"))
        return {Format::Foreign, "图片或音视频文件"};
    if (bytes.size() > 12 && bytes.substr(4, 4) == "ftyp") return {Format::Foreign, "视频文件"};
    if (looks_binary(bytes)) return {Format::Binary, {}};
    return {Format::Text, {}};
}

bool looks_like_html(std::string_view utf8) {
    const auto start = skip_blank(utf8);
    if (opens_as_html(start)) return true;
    const auto head = start.substr(0, html_start_within);
    for (std::size_t at = 0; (at = head.find('<', at)) != head.npos; ++at) {
        for (const auto tag : {"<!doctype html"sv, "<html"sv, "<body"sv, "</head>"sv}) {
            if (starts_no_case(head.substr(at), tag)) return true;
        }
    }
    // A fragment that opens with bare text.
    const auto sample = start.substr(0, html_tags_within);
    int closing_tags = 0;
    for (std::size_t at = 0; (at = sample.find("</", at)) != sample.npos; at += 2) {
        const auto rest = sample.substr(at + 2);
        for (const auto name : {"p>"sv, "td>"sv, "tr>"sv, "div>"sv, "span>"sv, "table>"sv}) {
            if (starts_no_case(rest, name)) ++closing_tags;
        }
    }
    if (closing_tags < 3) return false;
    // Markdown may hold tables as HTML; its reader knows.
    return !start.starts_with('#') && utf8.find("\n#") == utf8.npos;
}

bool looks_like_word_xml(std::string_view utf8) {
    const auto head = skip_blank(utf8).substr(0, html_start_within);
    if (!head.starts_with("<?xml") && !head.starts_with("<w:")) return false;
    return head.find("<w:wordDocument") != head.npos || head.find("<pkg:package") != head.npos ||
           head.find("progid=\"Word.Document\"") != head.npos;
}

namespace {

// A header of a mail, or the rest of one that goes on.
bool is_mail_header(std::string_view line) {
    if (line.starts_with(' ') || line.starts_with('\t')) return true;
    const auto name =
        line.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");
    return name != line.npos && name > 0 && line[name] == ':';
}

}  // namespace

bool looks_like_mhtml(std::string_view utf8) {
    // Headers of a mail: each on a line of its own, from the first one on.
    const auto head = skip_blank(utf8).substr(0, html_start_within);
    bool version = false;
    bool page = false;
    for (std::size_t at = 0; at < head.size();) {
        const auto line = head.substr(at);
        if (!is_mail_header(line)) break;
        version = version || starts_no_case(line, "mime-version:");
        page = page || starts_no_case(line, "content-type: multipart/related") ||
               starts_no_case(line, "content-type: text/html");
        const auto end = head.find('\n', at);
        if (end == head.npos) break;
        at = end + 1;
    }
    return version && page;
}

}  // namespace gongkai::reader
