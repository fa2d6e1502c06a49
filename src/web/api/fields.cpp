#include "web/api/fields.h"

#include <boost/json.hpp>

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

}  // namespace

Result<Fields> Fields::of(const http::Request& request) {
    json::parse_options how;
    how.max_depth = deepest;
    boost::system::error_code fault;
    const auto value = json::parse(request.body, fault, {}, how);
    if (fault || !value.is_object())
        return invalid("malformed", "请求的内容不是 JSON 对象，未予处理。");
    return Fields(value.as_object());
}

bool Fields::has(std::string_view name) const { return object_.contains(name); }

std::vector<std::string> Fields::names() const {
    std::vector<std::string> all;
    for (const auto& field : object_)
        all.emplace_back(field.key());
    return all;
}

Result<std::string> Fields::text(std::string_view name, std::string_view label) const {
    const auto* value = object_.if_contains(name);
    if (!value || !value->is_string() || value->as_string().empty()) return missing(label);
    return std::string(value->as_string());
}

Result<Date> Fields::day(std::string_view name, std::string_view label) const {
    GK_TRY(printed, text(name, label));
    const auto day = parse_date(printed);
    if (!day)
        return invalid("kind", "“" + std::string(label) + "”应写成 2026-03-02 这样的日期，现为“" +
                                   printed + "”。");
    return *day;
}

Result<std::int64_t> Fields::whole(std::string_view name, std::string_view label) const {
    const auto it = whole_if_any(name);
    if (!it) return invalid("kind", "“" + std::string(label) + "”应是整数。");
    return *it;
}

std::string Fields::text_or_empty(std::string_view name) const {
    const auto* value = object_.if_contains(name);
    return value && value->is_string() ? std::string(value->as_string()) : std::string();
}

std::optional<Date> Fields::day_if_any(std::string_view name) const {
    return parse_date(text_or_empty(name));
}

std::optional<std::int64_t> Fields::whole_if_any(std::string_view name) const {
    const auto* value = object_.if_contains(name);
    if (!value || !value->is_int64()) return {};
    return value->as_int64();
}

bool Fields::flag(std::string_view name) const {
    const auto* value = object_.if_contains(name);
    return value && value->is_bool() && value->as_bool();
}

std::optional<Fields> Fields::object(std::string_view name) const {
    const auto* value = object_.if_contains(name);
    if (!value || !value->is_object()) return {};
    return Fields(value->as_object());
}

std::vector<Fields> Fields::objects(std::string_view name) const {
    std::vector<Fields> all;
    const auto* value = object_.if_contains(name);
    if (!value || !value->is_array()) return all;
    for (const auto& each : value->as_array())
        if (each.is_object()) all.emplace_back(each.as_object());
    return all;
}

std::vector<std::string> Fields::texts(std::string_view name) const {
    std::vector<std::string> all;
    const auto* value = object_.if_contains(name);
    if (!value || !value->is_array()) return all;
    for (const auto& each : value->as_array())
        if (each.is_string()) all.emplace_back(each.as_string());
    return all;
}

Status Fields::take(std::string_view name, std::string_view label, std::string& into) const {
    const auto* value = object_.if_contains(name);
    if (!value) return Done{};
    if (!value->is_string()) return not_of_kind(label, "一段文字");
    into = value->as_string();
    return Done{};
}

Status Fields::take(std::string_view name, std::string_view label,
                    std::vector<std::string>& into) const {
    const auto* value = object_.if_contains(name);
    if (!value) return Done{};
    auto all = texts(name);
    if (!value->is_array() || all.size() != value->as_array().size())
        return not_of_kind(label, "一列文字");
    into = std::move(all);
    return Done{};
}

Status Fields::take(std::string_view name, std::string_view label,
                    std::optional<Date>& into) const {
    const auto* value = object_.if_contains(name);
    if (!value) return Done{};
    if (value->is_null()) {
        into.reset();
        return Done{};
    }
    GK_TRY(it, day(name, label));
    into = it;
    return Done{};
}

}  // namespace gongkai::web::api
