#include "files/account_settings_file.h"

#include <optional>
#include <string>

#include "files/json_text.h"
#include "files/place_settings.h"

namespace gongkai::files {

namespace {

using organs::AccountSettings;

constexpr std::int64_t a_working_day = std::int64_t{12} * 60;  // a session lasts no longer anyway

Error malformed(const std::string& message) {
    return {ErrorKind::Invalid, "account-settings.malformed", "账号的设置读不懂：" + message};
}

// clerk（经办人）、reviewer（审核人）…
std::string all_roles() {
    std::string all;
    for (const auto& word : words_of<organs::Role>)
        (all += all.empty() ? "" : "、") +=
            std::string(word.name) + "（" + std::string(word.chinese) + "）";
    return all;
}

Error not_allowed(std::string_view field, std::string_view allowed, const json::Value& found) {
    return malformed("“" + std::string(field) + "”" + std::string(allowed) + "，现为 " +
                     json_text(found) + "。");
}

Status take_minutes(const json::Value& value, AccountSettings& into) {
    const auto* count = value.get_if<std::int64_t>();
    if (!count || *count < 1 || *count > a_working_day)
        return not_allowed("idle_minutes", "应是 1 到 720 的整数（分钟）", value);
    into.idle_minutes = int(*count);
    return Done{};
}

// "all", or a list of roles.
Status take_second_factor(const json::Value& value, AccountSettings& into) {
    const auto refused = [&] {
        return not_allowed(
            "second_factor",
            "应是 \"all\"（所有账号），或者角色的列表，如 [\"administrator\"]；角色有" +
                all_roles(),
            value);
    };
    if (const auto* word = value.get_if<std::string>()) {
        if (*word != "all") return refused();
        into.second_factor_of_all = true;
        return Done{};
    }
    const auto* list = value.get_if<json::Array>();
    if (!list) return refused();
    for (const auto& each : *list) {
        const auto* word = each.get_if<std::string>();
        const auto role = word ? organs::named<organs::Role>(*word) : std::nullopt;
        if (!role) return refused();
        into.second_factor_of.push_back(*role);
    }
    return Done{};
}

Status take(std::string_view name, const json::Value& value, AccountSettings& into) {
    if (name == "idle_minutes") return take_minutes(value, into);
    if (name == "second_factor") return take_second_factor(value, into);
    if (name == "note") return Done{};
    return malformed("没有“" + std::string(name) +
                     "”这一项。可以写的有 idle_minutes、second_factor 和 note。");
}

}  // namespace

Result<AccountSettings> parse_account_settings(std::string_view bytes) {
    const auto parsed = parse_json(bytes);
    if (!parsed.ok()) return malformed(parsed.error().message + "。");
    const auto* fields = parsed.value().get_if<json::Object>();
    if (!fields) return malformed("整个文件应写在一对花括号里，如 {\"idle_minutes\": 30}。");
    AccountSettings settings;
    for (const auto& [name, value] : fields->members())
        GK_CHECK(take(name, value, settings));
    return settings;
}

Result<AccountSettings> load_account_settings(const std::filesystem::path& data) {
    GK_TRY(file, settings_of_place(data, "accounts.json"));
    auto settings = parse_account_settings(file.bytes);
    if (!settings.ok()) return in_file(file, settings.error());
    return settings;
}

}  // namespace gongkai::files
