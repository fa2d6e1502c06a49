#include "app/machine_settings.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <optional>

#include "base/regular_file.h"
#include "base/text.h"
#include "http/client_address.h"
#include "http/under_path.h"

namespace gongkai::app {

namespace {

enum class Kind { Path, Number, Address, Base, Database };
enum class With { TheMachine, TheData };  // what another data folder does not have, and what it has

struct Setting {
    std::string_view name;
    Kind kind;
    With with = With::TheMachine;
    const char* variable = nullptr;  // of the environment; none: an option of the command
    std::int64_t least = 0, most = 0;
    bool may_repeat = false;
};

constexpr std::int64_t most_of_ports = 65535, most_megabytes = 1024, most_connections = 1000;

constexpr Setting all_settings[] = {
    {"data", Kind::Path, With::TheData},
    {"key", Kind::Path, With::TheData},
    {"checkpoint", Kind::Path, With::TheData, "GONGKAI_CHECKPOINT"},
    {"backup", Kind::Path, With::TheData, "GONGKAI_BACKUP"},
    {"database", Kind::Database, With::TheData, "GONGKAI_DATABASE"},
    {"database-connections", Kind::Number, With::TheData, "GONGKAI_DATABASE_CONNECTIONS", 1,
     most_connections},
    {"address", Kind::Address},
    {"port", Kind::Number, With::TheMachine, nullptr, 0, most_of_ports},
    {"base", Kind::Base},
    {"trusted-proxy", Kind::Address, With::TheMachine, nullptr, 0, 0, true},
    {"metrics-port", Kind::Number, With::TheMachine, nullptr, 1, most_of_ports},
    {"site", Kind::Path},
    {"holidays", Kind::Path},
    {"letters", Kind::Path},
    {"public-upload", Kind::Number, With::TheMachine, nullptr, 1, most_megabytes},
    {"staff-upload", Kind::Number, With::TheMachine, nullptr, 1, most_megabytes},
};

const Setting* setting_of(std::string_view name) {
    const auto* it = std::ranges::find(all_settings, name, &Setting::name);
    return it == std::end(all_settings) ? nullptr : it;
}

std::string all_names() {
    std::string all;
    for (const Setting& each : all_settings)
        all += (all.empty() ? "" : "、") + std::string(each.name);
    return all;
}

bool is_number(const Setting& setting, std::string_view value) {
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), number);
    return fault == std::errc{} && end == value.data() + value.size() && number >= setting.least &&
           number <= setting.most;
}

// What has to be written in the place of a value that is wrong; empty where it is right.
std::string wanted_instead(const Setting& setting, std::string_view value) {
    switch (setting.kind) {
        case Kind::Path:
            return value.starts_with('/') ? "" : "要写从“/”开始的完整路径，如 /var/lib/gongkai";
        case Kind::Number:
            if (is_number(setting, value)) return "";
            return "要写 " + std::to_string(setting.least) + " 到 " + std::to_string(setting.most) +
                   " 之间的整数";
        case Kind::Address:
            return http::plain_address(value).empty() ? "要写 IP 地址，如 127.0.0.1" : "";
        case Kind::Base:
            return http::UnderPath::is_base(value)
                       ? ""
                       : "要写 /zwgk 这样的路径，以“/”开头，末尾没有“/”";
        case Kind::Database:
            return value.starts_with("postgresql://") || value.starts_with("postgres://")
                       ? ""
                       : "要写 postgresql:// 开头的数据库地址；用 SQLite 时不要写这一行";
    }
    return "";
}

std::string fault_of_value(const Setting& setting, std::string_view value) {
    if (value.empty())
        return std::string(setting.name) + " 的等号后面没有写值；不需要这一项时，在行首加 #";
    const std::string instead = wanted_instead(setting, value);
    if (instead.empty()) return "";
    // The address of a database may hold its password.
    const bool is_secret = setting.kind == Kind::Database;
    return std::string(setting.name) + " " + instead +
           (is_secret ? "" : "，现为“" + std::string(value) + "”");
}

bool is_written_twice(const MachineSettings& so_far, const Setting& setting) {
    return !setting.may_repeat &&
           std::ranges::find(so_far.lines, setting.name, &MachineSettings::Line::name) !=
               so_far.lines.end();
}

// What is wrong with a line; empty where nothing is, and the line is added.
std::string take_line(MachineSettings& so_far, std::string_view line, int number) {
    const auto sign = line.find('=');
    if (sign == line.npos) return "要写成“名称 = 值”，等号用半角的 =；只是说明的，在行首加 #";
    const std::string_view name = text::trim(line.substr(0, sign));
    const std::string_view value = text::trim(line.substr(sign + 1));
    const Setting* setting = setting_of(name);
    if (!setting) return "不认识“" + std::string(name) + "”；可以写的有 " + all_names();
    if (is_written_twice(so_far, *setting)) return std::string(name) + " 前面已经写过，只能写一次";
    const std::string fault = fault_of_value(*setting, value);
    if (fault.empty()) so_far.lines.push_back({std::string(name), std::string(value), number});
    return fault;
}

}  // namespace

std::string_view MachineSettings::value(std::string_view name) const {
    const auto it = std::ranges::find(lines, name, &Line::name);
    return it == lines.end() ? std::string_view() : it->value;
}

MachineSettings parse_machine_settings(std::string_view bytes) {
    MachineSettings it;
    if (bytes.find('\0') != bytes.npos || !text::is_utf8(bytes)) {
        it.faults.push_back("不是 UTF-8 编码的文字，请另存为 UTF-8");
        return it;
    }
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    for (int number = 1; !bytes.empty(); ++number) {
        const auto end = std::min(bytes.find('\n'), bytes.size());
        const std::string_view line = text::trim(bytes.substr(0, end));
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        if (line.empty() || line.starts_with('#')) continue;
        const std::string fault = take_line(it, line, number);
        if (!fault.empty()) it.faults.push_back("第 " + std::to_string(number) + " 行：" + fault);
    }
    return it;
}

MachineSettings read_machine_settings(const std::filesystem::path& file) {
    const auto bytes = read_regular_file(file, "设置文件", most_of_settings);
    if (!bytes.ok()) {
        MachineSettings none;
        none.faults.push_back(bytes.error().message);
        return none;
    }
    MachineSettings it = parse_machine_settings(bytes.value());
    for (std::string& fault : it.faults)
        fault = "设置文件 " + file.string() + " " + fault + "。";
    return it;
}

void put_into_environment(const MachineSettings& settings) {
    for (const Setting& each : all_settings)
        if (const auto value = settings.value(each.name); each.variable && !value.empty())
            setenv(each.variable, std::string(value).c_str(), 0);
}

std::vector<std::string_view> names_of_settings() {
    std::vector<std::string_view> names;
    for (const Setting& each : all_settings)
        names.push_back(each.name);
    return names;
}

bool goes_with_data(std::string_view name) {
    const Setting* setting = setting_of(name);
    return setting && setting->with == With::TheData;
}

}  // namespace gongkai::app
