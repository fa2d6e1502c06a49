#include "files/message_term_files.h"

#include <algorithm>
#include <array>

#include "files/json_text.h"
#include "files/place_settings.h"

namespace gongkai::files {

using namespace interaction::messages;

namespace {

constexpr std::int64_t longest_term = 366;
constexpr std::array<std::string_view, 6> names{"source", "matter", "urgent",
                                                "days",   "unit",   "basis"};

Error malformed(const std::string& message) {
    return {ErrorKind::Invalid, "message-terms.malformed", "来信办理期限文件读不懂：" + message};
}

template <HasWords Enum>
Result<std::optional<Enum>> choice(const json::Object& line, std::string_view key) {
    const auto* value = line.find(key);
    if (!value) return std::optional<Enum>{};
    const auto* text = value->get_if<std::string>();
    const auto known = text ? gongkai::named<Enum>(*text) : std::nullopt;
    if (!known) return malformed("“" + std::string(key) + "”不能是 " + json_text(*value));
    return std::optional<Enum>{known};
}

Result<Rule> rule_of(const json::Object& line) {
    for (const auto& [name, value] : line.members())
        if (std::ranges::find(names, std::string_view(name)) == names.end())
            return malformed("不认识“" + name + "”");
    Rule rule;
    GK_TRY(source, choice<Source>(line, "source"));
    GK_TRY(matter, choice<Matter>(line, "matter"));
    GK_TRY(kind, choice<DayKind>(line, "unit"));
    rule.source = source;
    rule.matter = matter;
    if (!kind) return malformed("缺少“unit”");
    rule.kind = *kind;
    const auto* days = line.find("days");
    const auto* number = days ? days->get_if<std::int64_t>() : nullptr;
    if (!number || *number < 0 || *number > longest_term)
        return malformed("“days”应是 0 到 366 之间的整数");
    rule.days = int(*number);
    if (const auto* urgent = line.find("urgent")) {
        if (!urgent->is<bool>()) return malformed("“urgent”应是 true 或 false");
        rule.urgent = urgent->as<bool>();
    }
    const auto* basis = line.find("basis");
    if (!basis || !basis->is<std::string>() || basis->as<std::string>().empty())
        return malformed("缺少“basis”：写明期限的依据");
    rule.basis = basis->as<std::string>();
    return rule;
}

}  // namespace

Result<Terms> parse_message_terms(std::string_view bytes) {
    const auto parsed = parse_json(bytes);
    if (!parsed.ok()) return malformed(parsed.error().message);
    const auto* object = parsed.value().get_if<json::Object>();
    const auto* terms = object ? object->find("terms") : nullptr;
    if (!terms || !terms->is<json::Array>()) return malformed("缺少“terms”，或者不是清单");
    std::vector<Rule> rules;
    for (const auto& value : terms->as<json::Array>()) {
        const std::string place = "第" + std::to_string(rules.size() + 1) + "条，";
        if (!value.is<json::Object>()) return malformed(place + "不是 JSON 对象");
        auto rule = rule_of(value.as<json::Object>());
        if (!rule.ok())
            return Error{rule.error().kind, rule.error().code, place + rule.error().message};
        rules.push_back(std::move(rule.value()));
    }
    if (rules.empty() || rules.back().source || rules.back().matter || rules.back().urgent)
        return malformed("最后一条应当不写来源、类别和紧急，适用于其余所有来信");
    return Terms(std::move(rules));
}

Result<Terms> load_message_terms(const std::filesystem::path& data) {
    GK_TRY(file, settings_of_place(data, "message_terms.json"));
    auto terms = parse_message_terms(file.bytes);
    if (!terms.ok()) return in_file(file, terms.error());
    return terms;
}

}  // namespace gongkai::files
