#include "api/fields.h"

#include <algorithm>

#include "base/stated_day.h"
#include "files/json_text.h"

namespace gongkai::api {

namespace {

constexpr std::size_t deepest = 16;

Error invalid(std::string code, std::string message) {
    return {ErrorKind::Invalid, "fields." + std::move(code), std::move(message)};
}

// With the field that it is about, so that a form can say it there.
Error at(std::string_view name, Error error) {
    error.fields = {{std::string(name), error.message}};
    return error;
}

Error not_of_kind(std::string_view name, std::string_view label, std::string_view what) {
    return at(name, invalid("kind", "“" + std::string(label) + "”应是" + std::string(what) + "。"));
}

Error missing(std::string_view name, std::string_view label) {
    return at(name, invalid("missing", "请填写“" + std::string(label) + "”。"));
}

}  // namespace

Result<Fields> Fields::of(const http::Request& request) {
    auto parsed = files::parse_json(request.body, {deepest, false});
    if (!parsed.ok()) {
        const Error& error = parsed.error();
        return invalid(error.code.substr(error.code.find('.') + 1),
                       "请求的内容没有收下：" + error.message + "。请改正后再提交。");
    }
    auto* object = parsed.value().get_if<json::Object>();
    if (!object) return invalid("malformed", "请求的内容不是 JSON 对象，未予处理。");
    return Fields(std::move(*object));
}

const json::Value* Fields::given(std::string_view name) const {
    const auto* value = object_.find(name);
    return value && !value->is_null() ? value : nullptr;
}

bool Fields::has(std::string_view name) const { return given(name) != nullptr; }

std::vector<std::string> Fields::names() const {
    std::vector<std::string> all;
    for (const json::Member& field : object_.members())
        all.push_back(field.name);
    return all;
}

Result<std::string> Fields::text(std::string_view name, std::string_view label) const {
    std::string it;
    GK_CHECK(take(name, label, it));
    if (it.empty()) return missing(name, label);
    return it;
}

Result<Date> Fields::day(std::string_view name, std::string_view label) const {
    GK_TRY(printed, text(name, label));
    const auto day = parse_date(printed);
    if (!day)
        return at(name,
                  invalid("kind", "“" + std::string(label) + "”应写成 2026-03-02 这样的日期，现为" +
                                      in_quotes(printed) + "。"));
    if (!can_be_stated(*day))
        return at(name, invalid("kind", "“" + std::string(label) + "”应在 " + stated_years() +
                                            "，现为" + in_quotes(printed) + "。"));
    return *day;
}

Result<std::int64_t> Fields::whole(std::string_view name, std::string_view label) const {
    const auto* value = given(name);
    if (!value || !value->is<std::int64_t>()) return not_of_kind(name, label, "整数");
    return value->as<std::int64_t>();
}

Result<Fields> Fields::object(std::string_view name, std::string_view label) const {
    const auto* value = given(name);
    if (!value) return Fields(json::Object());
    if (!value->is<json::Object>()) return not_of_kind(name, label, "一个对象");
    return Fields(value->as<json::Object>());
}

Result<std::vector<Fields>> Fields::objects(std::string_view name, std::string_view label) const {
    std::vector<Fields> all;
    const auto* value = given(name);
    if (!value) return all;
    if (!value->is<json::Array>()) return not_of_kind(name, label, "一列对象");
    for (const auto& each : value->as<json::Array>()) {
        if (!each.is<json::Object>()) return not_of_kind(name, label, "一列对象");
        all.emplace_back(each.as<json::Object>());
    }
    return all;
}

Status Fields::take(std::string_view name, std::string_view label, std::string& into) const {
    const auto* value = given(name);
    if (!value) return Done{};
    if (!value->is<std::string>()) return not_of_kind(name, label, "一段文字");
    into = value->as<std::string>();
    return Done{};
}

Status Fields::take(std::string_view name, std::string_view label, bool& into) const {
    const auto* value = given(name);
    if (!value) return Done{};
    if (!value->is<bool>()) return not_of_kind(name, label, "是（true）或否（false）");
    into = value->as<bool>();
    return Done{};
}

Status Fields::take(std::string_view name, std::string_view label, Within range, int& into) const {
    if (!has(name)) return Done{};
    GK_TRY(it, whole(name, label));
    if (it < range.least || it > range.most)
        return not_of_kind(
            name, label,
            std::to_string(range.least) + " 到 " + std::to_string(range.most) + " 之间的整数");
    into = int(it);
    return Done{};
}

Status Fields::take(std::string_view name, std::string_view label,
                    std::vector<std::string>& into) const {
    const auto* value = given(name);
    if (!value) return Done{};
    const bool is_list = value->is<json::Array>() &&
                         std::ranges::all_of(value->as<json::Array>(), [](const json::Value& it) {
                             return it.is<std::string>();
                         });
    if (!is_list) return not_of_kind(name, label, "一列文字");
    into.clear();
    for (const auto& each : value->as<json::Array>())
        into.emplace_back(each.as<std::string>());
    return Done{};
}

Status Fields::take(std::string_view name, std::string_view label,
                    std::optional<Date>& into) const {
    if (!object_.find(name)) return Done{};
    into.reset();
    if (!has(name)) return Done{};
    GK_TRY(it, day(name, label));
    into = it;
    return Done{};
}

}  // namespace gongkai::api
