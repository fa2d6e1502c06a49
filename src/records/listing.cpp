#include "records/listing.h"

#include <algorithm>
#include <optional>

#include "base/quoted.h"
#include "base/sm3.h"
#include "base/text.h"
#include "base/whole_number.h"

// A cursor is hexadecimal: four bytes of the SM3 digest of its order and the rest, then two values,
// each a letter (i, s), the number of its bytes, ':' and the bytes. The digest guards against
// mistakes, not against forgery: whoever makes one up sees the same list from another place.
namespace gongkai::records {

namespace {

constexpr std::size_t check_bytes = 4;
constexpr std::size_t longest_search = 100;  // signs

// What no store can keep can be in no list either.
bool is_plain(std::string_view value) {
    return text::is_utf8(value) && value.find('\0') == value.npos;
}

Error refused(std::string code, std::string message) {
    return {ErrorKind::Invalid, "list." + std::move(code), std::move(message)};
}

std::string value_bytes(const Cursor::Value& value) {
    const auto* number = std::get_if<std::int64_t>(&value);
    const std::string bytes = number ? std::to_string(*number) : std::get<std::string>(value);
    return (number ? "i" : "s") + std::to_string(bytes.size()) + ":" + bytes;
}

// The value at the front of the bytes, which are then those behind it.
std::optional<Cursor::Value> take_value(std::string_view& bytes) {
    const auto colon = bytes.find(':');
    if (colon == bytes.npos || colon < 2) return {};
    const char letter = bytes[0];
    const auto size = whole_number(bytes.substr(1, colon - 1));
    bytes.remove_prefix(colon + 1);
    if (!size || *size < 0 || std::size_t(*size) > bytes.size()) return {};
    const auto value = bytes.substr(0, std::size_t(*size));
    bytes.remove_prefix(value.size());
    if (letter == 's' && is_plain(value)) return std::string(value);
    const auto number = whole_number(value);
    if (letter != 'i' || !number) return {};
    return *number;
}

std::string check_of(std::string_view order, std::string_view values) {
    const Sm3 digest = sm3({order, "\n", values});
    return std::string(gongkai::bytes(digest).substr(0, check_bytes));
}

std::optional<std::string> bytes_of_hex(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    if (text.size() % 2 != 0) return {};
    std::string bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const auto high = digits.find(text[i]), low = digits.find(text[i + 1]);
        if (high == digits.npos || low == digits.npos) return {};
        bytes += char(high * 16 + low);
    }
    return bytes;
}

Status take_limit(std::string_view value, int& limit) {
    const auto number = whole_number(value);
    if (!number || *number < 1 || *number > longest_page)
        return refused("limit", "每页条数 limit 应是 1 到 " + std::to_string(longest_page) +
                                    " 的整数，现为" + text::in_quotes(value) + "。");
    limit = int(*number);
    return Done{};
}

Status take(std::string_view name, std::string_view value, Ask& ask) {
    if (name == "limit") return take_limit(value, ask.limit);
    if (name == "q") {
        if (text::length(value) > longest_search)
            return refused(
                "search", "搜索的文字太长，请不超过 " + std::to_string(longest_search) + " 个字。");
        ask.search = text::trim(value);
    } else if (name == "sort") {
        ask.sort = value;
    } else if (name == "after") {
        ask.after = value;
    } else {
        ask.filters.push_back({std::string(name), std::string(value)});
    }
    return Done{};
}

}  // namespace

Result<Ask> ask_of(const std::vector<std::pair<std::string_view, std::string_view>>& given) {
    Ask ask;
    for (auto at = given.begin(); at != given.end(); ++at) {
        const auto& [name, value] = *at;
        const bool twice = std::any_of(
            given.begin(), at, [&](const auto& before) { return before.first == at->first; });
        if (!is_plain(name) || !is_plain(value))
            return refused("text", "列表的筛选条件不是正确的 UTF-8 文字。");
        if (twice)
            return refused("twice",
                           "列表的条件" + text::in_quotes(name) + "写了两次，请只写一次。");
        if (!value.empty()) GK_CHECK(take(name, value, ask));
    }
    return ask;
}

Error damaged_cursor() {
    return refused("cursor", "翻页的位置 after 不完整或不属于这个列表，请从第一页重新开始。");
}

std::string written(const Cursor& cursor, std::string_view order) {
    const std::string values = value_bytes(cursor.sorted_by) + value_bytes(cursor.key);
    return hex(check_of(order, values) + values);
}

Result<Cursor> cursor_of(std::string_view text, std::string_view order) {
    const auto bytes = bytes_of_hex(text);
    if (!bytes || bytes->size() < check_bytes) return damaged_cursor();
    std::string_view values = *bytes;
    values.remove_prefix(check_bytes);
    if (check_of(order, values) != bytes->substr(0, check_bytes)) return damaged_cursor();
    auto sorted_by = take_value(values);
    auto key = sorted_by ? take_value(values) : std::nullopt;
    if (!key || !values.empty()) return damaged_cursor();
    return Cursor{std::move(*sorted_by), std::move(*key)};
}

}  // namespace gongkai::records
