#include "desk/session_place.h"

#include <utility>

namespace gongkai::desk {

namespace {

using Names = std::pair<std::string_view, std::string_view>;  // what is looked for, and its name

// In this order: browsers call themselves by the names of others besides.
constexpr Names browsers[] = {
    {"MicroMessenger", "微信"}, {"QQBrowser", "QQ浏览器"}, {"Edg", "Edge"},  {"Firefox", "Firefox"},
    {"Chrome", "Chrome"},       {"Safari", "Safari"},      {"curl", "curl"}, {"python", "Python"},
};
constexpr Names systems[] = {
    {"OpenHarmony", "鸿蒙"}, {"HarmonyOS", "鸿蒙"},  {"Android", "Android"}, {"iPhone", "iPhone"},
    {"iPad", "iPad"},        {"Windows", "Windows"}, {"Mac OS", "macOS"},    {"Linux", "Linux"},
};

template <std::size_t size>
std::string_view first_of(const Names (&all)[size], std::string_view user_agent) {
    for (const auto& [sign, name] : all)
        if (user_agent.find(sign) != user_agent.npos) return name;
    return {};
}

}  // namespace

std::string device_name(std::string_view user_agent) {
    const auto browser = first_of(browsers, user_agent), system = first_of(systems, user_agent);
    if (browser.empty() && system.empty()) return "未知设备";
    std::string all(browser);
    if (!browser.empty() && !system.empty()) all += "，";
    return all.append(system);
}

std::string address_part(std::string_view address) {
    const bool is_new = address.find(':') != address.npos;
    const char between = is_new ? ':' : '.';
    auto end = address.find(between);
    if (end == address.npos) return {};
    end = address.find(between, end + 1);
    if (end == address.npos) return {};
    return std::string(address.substr(0, end)) + (is_new ? ":*" : ".*.*");
}

}  // namespace gongkai::desk
