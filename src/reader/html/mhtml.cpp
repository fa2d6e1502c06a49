#include <algorithm>
#include <cctype>
#include <string>

#include "reader/html/html_reader.h"
#include "reader/refusal.h"
#include "reader/text/charset.h"

// A web archive is a mail: headers, then parts between lines of a boundary, each with headers of
// its own, an empty line, and a body in quoted-printable or base64. The page is the first part of
// type text/html.
namespace gongkai::reader {
namespace {

std::string lower(std::string_view text) {
    std::string small(text);
    std::transform(small.begin(), small.end(), small.begin(),
                   [](unsigned char sign) { return static_cast<char>(std::tolower(sign)); });
    return small;
}

int hex_digit(char sign) {
    if (sign >= '0' && sign <= '9') return sign - '0';
    if (sign >= 'A' && sign <= 'F') return sign - 'A' + 10;
    if (sign >= 'a' && sign <= 'f') return sign - 'a' + 10;
    return -1;
}

std::string from_quoted_printable(std::string_view body) {
    std::string bytes;
    bytes.reserve(body.size());
    for (std::size_t at = 0; at < body.size(); ++at) {
        if (body[at] != '=') {
            bytes += body[at];
            continue;
        }
        const auto rest = body.substr(at + 1);
        if (rest.starts_with("\r\n")) {
            at += 2;
        } else if (rest.starts_with("\n")) {
            at += 1;
        } else if (rest.size() >= 2 && hex_digit(rest[0]) >= 0 && hex_digit(rest[1]) >= 0) {
            bytes += static_cast<char>(hex_digit(rest[0]) * 16 + hex_digit(rest[1]));
            at += 2;
        } else {
            bytes += '=';
        }
    }
    return bytes;
}

std::string from_base64(std::string_view body) {
    constexpr std::string_view alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    unsigned gathered = 0;
    int bits = 0;
    for (const char sign : body) {
        const auto value = alphabet.find(sign);
        if (sign == '=') break;
        if (value == alphabet.npos) continue;
        gathered = (gathered << 6 | static_cast<unsigned>(value)) & 0xFFFFFF;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>(gathered >> bits & 0xFF);
        }
    }
    return bytes;
}

// The boundary that the headers of the archive name.
std::string boundary_of(std::string_view bytes) {
    const auto head = bytes.substr(0, 4096);
    const auto at = lower(head).find("boundary=");
    if (at == head.npos) return {};
    auto rest = head.substr(at + 9);
    const bool quoted = rest.starts_with('"');
    if (quoted) rest.remove_prefix(1);
    const auto end = rest.find_first_of(quoted ? "\"" : " ;\r\n");
    return end == rest.npos ? std::string() : "--" + std::string(rest.substr(0, end));
}

std::size_t end_of_headers(std::string_view part) {
    const auto crlf = part.find("\r\n\r\n");
    const auto lf = part.find("\n\n");
    if (crlf == part.npos && lf == part.npos) return part.npos;
    return crlf < lf ? crlf + 4 : lf + 2;
}

}  // namespace

Result<Document> read_mhtml(std::string_view bytes) {
    const auto boundary = boundary_of(bytes);
    std::size_t from = 0;
    while (from != bytes.npos) {
        const auto end = boundary.empty() ? bytes.npos : bytes.find(boundary, from);
        const auto part = bytes.substr(from, end == bytes.npos ? end : end - from);
        from = end == bytes.npos ? end : end + boundary.size();
        const auto body_at = end_of_headers(part);
        if (body_at == part.npos) continue;
        const auto headers = lower(part.substr(0, body_at));
        if (headers.find("text/html") == headers.npos) continue;

        std::string body(part.substr(body_at));
        if (headers.find("quoted-printable") != headers.npos) body = from_quoted_printable(body);
        if (headers.find("base64") != headers.npos) body = from_base64(body);
        auto declared = declared_encoding(headers);
        if (declared.empty()) declared = declared_encoding(body);
        GK_TRY(decoded, decode(body, declared));
        GK_TRY(document, read_html(decoded.text));
        document.notes = std::move(decoded.notes);
        return std::move(document);
    }
    return refuse_damaged("网页存档里没有网页");
}

}  // namespace gongkai::reader
