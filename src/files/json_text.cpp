#include "files/json_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

#include "base/text.h"

namespace gongkai::files {

namespace {

constexpr auto is_escaped = [] {
    std::array<bool, 256> signs{};
    for (std::size_t sign = 0; sign < 0x20; ++sign)
        signs[sign] = true;
    signs['"'] = signs['\\'] = true;
    return signs;
}();

// Whether it is made of letters and the like, as our own words are: nothing to escape or mend.
bool is_plain(std::string_view text) {
    for (const char c : text)
        if (const auto sign = static_cast<unsigned char>(c); sign >= 0x80 || is_escaped[sign])
            return false;
    return true;
}

}  // namespace

JsonText& JsonText::open_object() {
    next();
    written_ += '{';
    return *this;
}

JsonText& JsonText::close_object() {
    written_ += '}';
    return *this;
}

JsonText& JsonText::open_list() {
    next();
    written_ += '[';
    return *this;
}

JsonText& JsonText::close_list() {
    written_ += ']';
    return *this;
}

JsonText& JsonText::key(std::string_view name) {
    next();
    quoted(name);
    written_ += ':';
    return *this;
}

JsonText& JsonText::null() {
    next();
    written_ += "null";
    return *this;
}

JsonText& JsonText::yes_or_no(bool answer) {
    next();
    written_ += answer ? "true" : "false";
    return *this;
}

JsonText& JsonText::number(std::int64_t number) {
    next();
    char digits[20];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
    written_.append(digits, std::size_t(end - digits));
    return *this;
}

JsonText& JsonText::figure(const Decimal& figure) {
    next();
    written_ += figure.text();
    return *this;
}

JsonText& JsonText::text(std::string_view text) {
    next();
    quoted(text);
    return *this;
}

JsonText& JsonText::value(const json::Value& value) {
    if (const auto* words = value.get_if<std::string>()) return text(*words);
    if (const auto* whole = value.get_if<std::int64_t>()) return number(*whole);
    if (const auto* decimal = value.get_if<Decimal>()) return figure(*decimal);
    if (const auto* answer = value.get_if<bool>()) return yes_or_no(*answer);
    if (const auto* members = value.get_if<json::Object>()) return object(*members);
    if (const auto* list = value.get_if<json::Array>()) {
        open_list();
        for (const json::Value& each : *list)
            this->value(each);
        return close_list();
    }
    return null();
}

JsonText& JsonText::object(const json::Object& object) {
    return open_object().members(object).close_object();
}

JsonText& JsonText::members(const json::Object& members) {
    for (const json::Member& member : members.members())
        key(member.name).value(member.value);
    return *this;
}

// A value that has been written ends with none of these signs.
void JsonText::next() {
    if (written_.empty()) return;
    const char last = written_.back();
    if (last != '{' && last != '[' && last != ':') written_ += ',';
}

void JsonText::quoted(std::string_view text) {
    if (is_plain(text)) return plain(text);
    written_ += '"';
    if (text::is_utf8(text))
        escaped(text);
    else
        escaped(text::utf8(text::points(text)));
    written_ += '"';
}

void JsonText::plain(std::string_view text) {
    const std::size_t from = written_.size();
    written_.resize(from + text.size() + 2, '"');
    std::ranges::copy(text, written_.begin() + std::ptrdiff_t(from) + 1);
}

// Copies the runs between signs that are to be escaped.
void JsonText::escaped(std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto sign = static_cast<unsigned char>(text[at]);
        if (!is_escaped[sign]) continue;
        written_ += text.substr(from, at - from);
        from = at + 1;
        written_ += '\\';
        if (sign == '\n') {
            written_ += 'n';
        } else if (sign < 0x20) {
            written_ += "u00";
            written_ += hex[sign >> 4];
            written_ += hex[sign & 15];
        } else {
            written_ += char(sign);
        }
    }
    written_ += text.substr(from);
}

std::string json_text(const json::Value& value) { return JsonText().value(value).take(); }

}  // namespace gongkai::files
