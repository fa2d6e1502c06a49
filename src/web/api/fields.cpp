#include "web/api/fields.h"

#include <algorithm>
#include <boost/json.hpp>

#include "base/text.h"

namespace gongkai::web::api {

namespace json = boost::json;

namespace {

constexpr std::size_t deepest = 16;

Error invalid(std::string code, std::string message) {
    return {ErrorKind::Invalid, "fields." + std::move(code), std::move(message)};
}

Error not_of_kind(std::string_view label, std::string_view what) {
    return invalid("kind", "“" + std::string(label) + "”应是" + std::string(what) + "。");
}

Error missing(std::string_view label) {
    return invalid("missing", "请填写“" + std::string(label) + "”。");
}

// How many fields a text in JSON has, whatever they are called: each has one colon.
std::size_t fields_written(std::string_view text) {
    std::size_t count = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (in_string && text[i] == '\\') {
            ++i;
            continue;
        }
        if (text[i] == '"') in_string = !in_string;
        if (text[i] == ':' && !in_string) ++count;
    }
    return count;
}

// Signs that no letter, page or Word file can hold.
bool is_printable(std::string_view text) {
    const bool control = std::ranges::any_of(text, [](char c) {
        return (c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == '\x7F';
    });
    return !control && text.find("\xEF\xBF\xBE") == text.npos &&
           text.find("\xEF\xBF\xBF") == text.npos;
}

// Counts the fields down to the last, and looks at each text on the way.
Status walk(const json::value& value, std::string_view name, std::size_t& fields) {
    if (const auto* text = value.if_string(); text && !is_printable({text->data(), text->size()}))
        return invalid("control", in_quotes(name) + "里有不能保存的控制字符，请删去后再提交。");
    if (const auto* list = value.if_array())
        for (const auto& each : *list)
            GK_CHECK(walk(each, name, fields));
    if (const auto* object = value.if_object())
        for (const auto& field : *object) {
            ++fields;
            GK_CHECK(walk(field.value(), {field.key().data(), field.key().size()}, fields));
        }
    return Done{};
}

}  // namespace

Result<Fields> Fields::of(const http::Request& request) {
    json::parse_options how;
    how.max_depth = deepest;
    boost::system::error_code fault;
    const auto value = json::parse(request.body, fault, {}, how);
    if (fault || !value.is_object())
        return invalid("malformed", "请求的内容不是 JSON 对象，未予处理。");
    std::size_t fields = 0;
    GK_CHECK(walk(value, "内容", fields));
    // Of two fields with one name nobody can say which was meant.
    if (fields != fields_written(request.body))
        return invalid("twice", "请求的内容里有重名的字段，未予处理。每个字段只能写一次。");
    return Fields(value.as_object());
}

const json::value* Fields::given(std::string_view name) const {
    const auto* value = object_.if_contains(name);
    return value && !value->is_null() ? value : nullptr;
}

bool Fields::has(std::string_view name) const { return given(name) != nullptr; }

std::vector<std::string> Fields::names() const {
    std::vector<std::string> all;
    for (const auto& field : object_)
        all.emplace_back(field.key());
    return all;
}

Result<std::string> Fields::text(std::string_view name, std::string_view label) const {
    std::string it;
    GK_CHECK(take(name, label, it));
    if (it.empty()) return missing(label);
    return it;
}

Result<Date> Fields::day(std::string_view name, std::string_view label) const {
    GK_TRY(printed, text(name, label));
    const auto day = parse_date(printed);
    if (!day)
        return invalid("kind", "“" + std::string(label) + "”应写成 2026-03-02 这样的日期，现为" +
                                   in_quotes(printed) + "。");
    return *day;
}

Result<std::int64_t> Fields::whole(std::string_view name, std::string_view label) const {
    const auto* value = given(name);
    if (!value || !value->is_int64()) return not_of_kind(label, "整数");
    return value->as_int64();
}

Result<Fields> Fields::object(std::string_view name, std::string_view label) const {
    const auto* value = given(name);
    if (!value) return Fields(json::object());
    if (!value->is_object()) return not_of_kind(label, "一个对象");
    return Fields(value->as_object());
}

Result<std::vector<Fields>> Fields::objects(std::string_view name, std::string_view label) const {
    std::vector<Fields> all;
    const auto* value = given(name);
    if (!value) return all;
    if (!value->is_array()) return not_of_kind(label, "一列对象");
    for (const auto& each : value->as_array()) {
        if (!each.is_object()) return not_of_kind(label, "一列对象");
        all.emplace_back(each.as_object());
    }
    return all;
}

Status Fields::take(std::string_view name, std::string_view label, std::string& into) const {
    const auto* value = given(name);
    if (!value) return Done{};
    if (!value->is_string()) return not_of_kind(label, "一段文字");
    into = value->as_string();
    return Done{};
}

Status Fields::take(std::string_view name, std::string_view label, bool& into) const {
    const auto* value = given(name);
    if (!value) return Done{};
    if (!value->is_bool()) return not_of_kind(label, "是（true）或否（false）");
    into = value->as_bool();
    return Done{};
}

Status Fields::take(std::string_view name, std::string_view label, Within range, int& into) const {
    if (!has(name)) return Done{};
    GK_TRY(it, whole(name, label));
    if (it < range.least || it > range.most)
        return not_of_kind(label, std::to_string(range.least) + " 到 " +
                                      std::to_string(range.most) + " 之间的整数");
    into = int(it);
    return Done{};
}

Status Fields::take(std::string_view name, std::string_view label,
                    std::vector<std::string>& into) const {
    const auto* value = given(name);
    if (!value) return Done{};
    const bool is_list = value->is_array() &&
                         std::ranges::all_of(value->as_array(),
                                             [](const json::value& it) { return it.is_string(); });
    if (!is_list) return not_of_kind(label, "一列文字");
    into.clear();
    for (const auto& each : value->as_array())
        into.emplace_back(each.as_string());
    return Done{};
}

Status Fields::take(std::string_view name, std::string_view label,
                    std::optional<Date>& into) const {
    if (!object_.contains(name)) return Done{};
    into.reset();
    if (!has(name)) return Done{};
    GK_TRY(it, day(name, label));
    into = it;
    return Done{};
}

}  // namespace gongkai::web::api
