#include "files/setting_value.h"

#include "base/text.h"

namespace gongkai::files {

namespace {

constexpr std::size_t longest_shown = 60;  // signs

std::string quoted(std::string_view name) { return "“" + std::string(name) + "”"; }

[[noreturn]] void missing(const std::string& place) {
    throw std::invalid_argument("缺少" + place + "，请补上");
}

}  // namespace

void not_as_wanted(const Setting& it, std::string_view wanted) {
    std::string found = json_text(it.value);
    if (text::length(found) > longest_shown)
        found = std::string(text::slice(found, 0, longest_shown)) + "…";
    throw std::invalid_argument(it.place + "应是" + std::string(wanted) + "，现为 " + found);
}

const json::Object& whole_file(const json::Value& value) {
    const auto* object = value.get_if<json::Object>();
    if (!object) throw std::invalid_argument("整个文件应写在一对花括号里");
    return *object;
}

Setting member(const json::Object& object, std::string_view name) {
    const auto* value = object.find(name);
    if (!value) missing(quoted(name));
    return {*value, quoted(name)};
}

Setting member(const Setting& of, std::string_view name) {
    const auto* object = of.value.get_if<json::Object>();
    if (!object) not_as_wanted(of, "写在一对花括号里的一组");
    const auto* value = object->find(name);
    if (!value) missing(of.place + "里的" + quoted(name));
    return {*value, of.place + "里的" + quoted(name)};
}

int whole_number(const Setting& it, int least, int most) {
    const auto* number = it.value.get_if<std::int64_t>();
    if (!number || *number < least || *number > most)
        not_as_wanted(it, " " + std::to_string(least) + " 到 " + std::to_string(most) + " 的整数");
    return int(*number);
}

bool yes_or_no(const Setting& it) {
    const auto* answer = it.value.get_if<bool>();
    if (!answer) not_as_wanted(it, " true（是）或 false（否）");
    return *answer;
}

const std::string& text_of(const Setting& it) {
    const auto* text = it.value.get_if<std::string>();
    if (!text) not_as_wanted(it, "写在引号里的文字");
    return *text;
}

const json::Array& list_of(const Setting& it) {
    const auto* list = it.value.get_if<json::Array>();
    if (!list) not_as_wanted(it, "写在方括号里的清单");
    return *list;
}

Setting item(const Setting& of, std::size_t index) {
    return {list_of(of).at(index), of.place + "的第 " + std::to_string(index + 1) + " 项"};
}

}  // namespace gongkai::files
