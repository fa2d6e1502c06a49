#include "http/message.h"

#include <algorithm>

#include "base/text.h"

namespace gongkai::http {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; }

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    c = lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string_view value_of(const std::vector<Field>& fields, std::string_view name) {
    const auto it = std::ranges::find(fields, name, &Field::name);
    return it == fields.end() ? std::string_view() : std::string_view(it->value);
}

std::string_view header_of(const std::vector<Field>& fields, std::string_view name) {
    for (const auto& [known, value] : fields)
        if (same_name(known, name)) return value;
    return {};
}

}  // namespace

bool same_name(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lower, lower);
}

std::string_view Request::header(std::string_view name) const { return header_of(headers, name); }

std::string_view Request::query_value(std::string_view name) const { return value_of(query, name); }

std::string_view Request::cookie(std::string_view name) const {
    std::string_view rest = header("Cookie");
    while (!rest.empty()) {
        const auto end = std::min(rest.find(';'), rest.size());
        auto pair = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        while (pair.starts_with(' '))
            pair.remove_prefix(1);
        if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=')
            return pair.substr(name.size() + 1);
    }
    return {};
}

std::string_view Request::parameter(std::string_view name) const {
    const auto it = parameters.find(name);
    return it == parameters.end() ? std::string_view() : std::string_view(it->second);
}

Response& Response::set(std::string_view name, std::string_view value) {
    for (auto& [known, old] : headers)
        if (same_name(known, name)) {
            old = value;
            return *this;
        }
    headers.push_back({std::string(name), std::string(value)});
    return *this;
}

std::string_view Response::header(std::string_view name) const { return header_of(headers, name); }

Response html_answer(int status, std::string body) {
    return {status, {{"Content-Type", "text/html; charset=utf-8"}}, std::move(body)};
}

Response json_answer(int status, const json::Object& answer) {
    return json_answer(status, std::move(files::JsonText().object(answer)));
}

Response json_answer(int status, files::JsonText written) {
    return {status, {{"Content-Type", "application/json; charset=utf-8"}}, written.take() + "\n"};
}

Response streamed_answer(std::shared_ptr<ByteSource> bytes, std::string_view tag) {
    const auto size = bytes->size();
    Response response{200, {}, {}, {std::move(bytes), 0, size}};
    return response.set("ETag", '"' + std::string(tag) + '"');
}

Response see_other(std::string_view location) {
    return {303, {{"Location", std::string(location)}}, {}};
}

std::optional<std::string> decoded(std::string_view written, bool plus_is_space) {
    std::string result;
    for (std::size_t i = 0; i < written.size(); ++i) {
        char c = written[i];
        if (c == '%') {
            if (i + 2 >= written.size()) return {};
            const int high = hex_digit(written[i + 1]), low = hex_digit(written[i + 2]);
            if (high < 0 || low < 0) return {};
            c = char(high * 16 + low);
            i += 2;
        } else if (c == '+' && plus_is_space) {
            c = ' ';
        }
        if (c == '\0') return {};
        result += c;
    }
    return result;
}

std::optional<std::string> decoded_path(std::string_view written) {
    auto path = decoded(written, false);
    if (path && !text::is_utf8(*path)) return {};
    return path;
}

std::string encoded(std::string_view text) {
    constexpr char hex[] = "0123456789ABCDEF";
    std::string result;
    for (const char c : text) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                           (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '.' || c == '~';
        if (plain) {
            result += c;
        } else {
            result += '%';
            result += hex[static_cast<unsigned char>(c) >> 4];
            result += hex[static_cast<unsigned char>(c) & 15];
        }
    }
    return result;
}

std::string as_download(std::string_view file_name) {
    return "attachment; filename*=UTF-8''" + encoded(file_name);
}

namespace {

// Whether all of them could be read.
bool read_fields(std::string_view text, std::vector<Field>& fields) {
    bool whole = true;
    while (!text.empty()) {
        const auto end = std::min(text.find('&'), text.size());
        const auto pair = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const auto equals = std::min(pair.find('='), pair.size());
        auto name = decoded(pair.substr(0, equals), true);
        auto value = decoded(pair.substr(std::min(equals + 1, pair.size())), true);
        whole = whole && name && value;
        if (name && value && !name->empty())
            fields.push_back({std::move(*name), std::move(*value)});
    }
    return whole;
}

}  // namespace

std::vector<Field> form_fields(std::string_view text) {
    std::vector<Field> fields;
    (void)read_fields(text, fields);
    return fields;
}

void take_query(Request& request, std::string_view written) {
    request.query_is_whole = read_fields(written, request.query);
}

}  // namespace gongkai::http
