#include "files/retention_file.h"

#include <array>
#include <stdexcept>

#include "files/place_settings.h"
#include "files/setting_value.h"

namespace gongkai::files {

namespace {

constexpr std::array<std::string_view, 3> subjects{"request", "message", "proposal"};
// Somebody has to see the notice before the day: a week has working days in it, mostly.
constexpr int shortest_notice = 7, longest_notice = 366, most_years = 100;

Error malformed(const std::string& message) {
    return {ErrorKind::Invalid, "retention-settings.malformed",
            "个人信息保存期限的设置读不懂：" + message + "。"};
}

void take(std::string_view name, const Setting& it, records::Retention& into) {
    if (name == "note") return;
    if (name == "notice_days") {
        into.notice_days = whole_number(it, shortest_notice, longest_notice);
        return;
    }
    if (std::ranges::find(subjects, name) == subjects.end())
        throw std::invalid_argument(
            "没有“" + std::string(name) +
            "”这一项，可以写的有 request、message、proposal、notice_days 和 note");
    // 0: for good.
    if (const int years = whole_number(it, 0, most_years); years > 0)
        into.years.insert_or_assign(std::string(name), years);
}

}  // namespace

Result<records::Retention> parse_retention(std::string_view bytes) {
    const auto parsed = parse_json(bytes);
    if (!parsed.ok()) return malformed(parsed.error().message);
    try {
        records::Retention retention;
        for (const auto& [name, value] : whole_file(parsed.value()).members())
            take(name, {value, "“" + name + "”"}, retention);
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
