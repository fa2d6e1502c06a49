#include "http/multipart.h"

#include <algorithm>
#include <optional>

#include "http/message.h"

// multipart/form-data, RFC 7578 and RFC 2046 §5.1.1:
//   --boundary CRLF  headers CRLF CRLF  body  CRLF --boundary ... CRLF --boundary--

namespace gongkai::http {

namespace {

constexpr std::size_t most_header_bytes = 4096;

Error malformed(const char* what) {
    return {ErrorKind::Invalid, "multipart.malformed",
            std::string("上传的内容不完整或格式不对（") + what + "）。请重新选择文件再试一次。"};
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

// A parameter of a header, such as name="file". Browsers write %22 for a quote inside, so a
// backslash is a backslash, as in the paths of old Windows browsers.
std::optional<std::string> parameter(std::string_view header, std::string_view name) {
    std::size_t at = header.find(';');
    while (at < header.size()) {
        ++at;
        const auto equals = header.find('=', at);
        if (equals == header.npos) return {};
        const auto key = trim(header.substr(at, equals - at));
        std::size_t end;
        std::string_view value;
        if (equals + 1 < header.size() && header[equals + 1] == '"') {
            end = header.find('"', equals + 2);
            if (end == header.npos) return {};
            value = header.substr(equals + 2, end - equals - 2);
            at = std::min(header.find(';', end), header.size());
        } else {
            end = std::min(header.find(';', equals), header.size());
            value = trim(header.substr(equals + 1, end - equals - 1));
            at = end;
        }
        if (same_name(key, name)) return std::string(value);
    }
    return {};
}

std::string without_folders(const std::string& path) {
    const auto slash = path.find_last_of("/\\");
    return slash == path.npos ? path : path.substr(slash + 1);
}

// A part from what stands between two delimiters: headers, an empty line, the body.
std::optional<Part> parse_part(std::string_view text) {
    const auto end = text.substr(0, most_header_bytes).find("\r\n\r\n");
    if (end == text.npos) return {};
    auto headers = text.substr(0, end + 2);
    Part part;
    bool named = false;
    while (!headers.empty()) {
        const auto line_end = headers.find("\r\n");
        const auto line = headers.substr(0, line_end);
        headers.remove_prefix(line_end + 2);
        const auto colon = line.find(':');
        if (colon == line.npos) return {};
        if (!same_name(line.substr(0, colon), "Content-Disposition")) continue;
        const auto value = trim(line.substr(colon + 1));
        const auto name = parameter(value, "name");
        if (!same_name(trim(value.substr(0, value.find(';'))), "form-data") || !name) return {};
        part.name = *name;
        named = true;
        if (const auto file = parameter(value, "filename")) {
            part.is_file = true;
            part.file_name = without_folders(*file);
        }
    }
    if (!named) return {};
    part.body = text.substr(end + 4);
    return part;
}

}  // namespace

std::string multipart_boundary(std::string_view content_type) {
    const auto type = trim(content_type.substr(0, content_type.find(';')));
    if (!same_name(type, "multipart/form-data")) return {};
    const auto boundary = parameter(content_type, "boundary");
    if (!boundary || boundary->empty() || boundary->size() > 70) return {};
    const bool printable =
        std::ranges::all_of(*boundary, [](char c) { return c > ' ' && c < '\x7F'; });
    return printable ? *boundary : std::string();
}

Result<std::vector<Part>> parse_multipart(std::string_view body, std::string_view boundary,
                                          std::size_t most_parts) {
    const std::string delimiter = "\r\n--" + std::string(boundary);
    // The first delimiter stands at the very beginning: browsers send no preamble.
    if (!body.starts_with(std::string_view(delimiter).substr(2))) return malformed("开头");
    std::size_t at = delimiter.size() - 2;

    std::vector<Part> parts;
    for (;;) {
        const auto rest = body.substr(at);
        if (rest.starts_with("--")) return parts;
        if (!rest.starts_with("\r\n")) return malformed("分隔线");
        const auto next = body.find(delimiter, at);
        if (next == body.npos) return malformed("结尾");
        if (parts.size() == most_parts) return malformed("项目过多");
        if (next < at + 2) return malformed("空项");
        auto part = parse_part(body.substr(at + 2, next - at - 2));
        if (!part) return malformed("项目头");
        parts.push_back(std::move(*part));
        at = next + delimiter.size();
    }
}

}  // namespace gongkai::http
