#include "files/retention_file.h"

#include <array>
#include <stdexcept>

#include "files/json_text.h"
#include "files/place_settings.h"

namespace gongkai::files {

namespace {

constexpr std::array<std::string_view, 3> subjects{"request", "message", "proposal"};
constexpr int longest_notice = 366, most_years = 100;

Error malformed(const std::string& message) {
    return {ErrorKind::Invalid, "retention-settings.malformed",
            "个人信息保存期限的设置读不懂：" + message};
}

int within(const json::Value& value, std::string_view name, int most) {
    const auto number = value.as<std::int64_t>();
    if (number < 0 || number > most)
        throw std::invalid_argument(std::string(name) + " 应在 0 到 " + std::to_string(most) +
                                    " 之间");
    return int(number);
}

void take(std::string_view name, const json::Value& value, records::Retention& into) {
    if (name == "note") return;
    if (name == "notice_days") {
        into.notice_days = within(value, name, longest_notice);
        return;
    }
    if (std::ranges::find(subjects, name) == subjects.end())
        throw std::invalid_argument("没有“" + std::string(name) + "”这一项");
    // 0: for good.
    if (const int years = within(value, name, most_years); years > 0)
        into.years.insert_or_assign(std::string(name), years);
}

}  // namespace

Result<records::Retention> parse_retention(std::string_view bytes) {
    const auto parsed = parse_json(bytes);
    if (!parsed.ok()) return malformed(parsed.error().message);
    try {
        records::Retention retention;
        for (const auto& [name, value] : parsed.value().as<json::Object>().members())
            take(name, value, retention);
        return retention;
    } catch (const std::exception& fault) {
        return malformed(fault.what());
    }
}

Result<records::Retention> load_retention(const std::filesystem::path& data) {
    GK_TRY(file, settings_of_place(data, "retention.json"));
    auto retention = parse_retention(file.bytes);
    if (!retention.ok()) return in_file(file, retention.error());
    return retention;
}

}  // namespace gongkai::files
