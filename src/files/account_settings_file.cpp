#include "files/account_settings_file.h"

#include <stdexcept>

#include "files/json_text.h"
#include "files/place_settings.h"

namespace gongkai::files {

namespace {

using organs::AccountSettings;

constexpr std::int64_t a_working_day = std::int64_t{12} * 60;  // a session lasts no longer anyway

Error malformed(const std::string& message) {
    return {ErrorKind::Invalid, "account-settings.malformed", "账号的设置读不懂：" + message};
}

int minutes(const json::Value& value) {
    const auto count = value.as<std::int64_t>();
    if (count < 1 || count > a_working_day)
        throw std::invalid_argument("idle_minutes 应在 1 到 720 之间");
    return int(count);
}

// "all", or a list of roles.
void take_second_factor(const json::Value& value, AccountSettings& into) {
    if (const auto* word = value.get_if<std::string>()) {
        if (*word != "all") throw std::invalid_argument("second_factor 应是 \"all\" 或者一组角色");
        into.second_factor_of_all = true;
        return;
    }
    for (const auto& each : value.as<json::Array>()) {
        const auto role = organs::named<organs::Role>(each.as<std::string>());
        if (!role) throw std::invalid_argument("没有“" + each.as<std::string>() + "”这个角色");
        into.second_factor_of.push_back(*role);
    }
}

void take(std::string_view name, const json::Value& value, AccountSettings& into) {
    if (name == "idle_minutes")
        into.idle_minutes = minutes(value);
    else if (name == "second_factor")
        take_second_factor(value, into);
    else if (name != "note")
        throw std::invalid_argument("没有“" + std::string(name) + "”这一项");
}

}  // namespace

Result<AccountSettings> parse_account_settings(std::string_view bytes) {
    const auto parsed = parse_json(bytes);
    if (!parsed.ok()) return malformed(parsed.error().message);
    try {
        AccountSettings settings;
        for (const auto& [name, value] : parsed.value().as<json::Object>().members())
            take(name, value, settings);
        return settings;
    } catch (const std::exception& fault) {
        return malformed(fault.what());
    }
}

Result<AccountSettings> load_account_settings(const std::filesystem::path& data) {
    GK_TRY(file, settings_of_place(data, "accounts.json"));
    auto settings = parse_account_settings(file.bytes);
    if (!settings.ok()) return in_file(file, settings.error());
    return settings;
}

}  // namespace gongkai::files
