#include "site/preferences.h"

#include "site/addresses.h"

#include <algorithm>

namespace gongkai::site {

namespace {

// Only a path of this site: neither another host ("//host") nor what a browser reads as one
// ("/\host").
bool is_own_path(std::string_view path) {
    if (!path.starts_with('/') || path.starts_with("//")) return false;
    for (const char c : path)
        if (c == '\\' || static_cast<unsigned char>(c) <= 0x20 || c == '\x7F') return false;
    return true;
}

Preferences named(std::string_view value) {
    return {value.find("large") != value.npos, value.find("contrast") != value.npos};
}

}  // namespace

Preferences preferences(const http::Request& request) { return named(request.cookie("view")); }

void keep(http::Response& response, const Preferences& wanted) {
    response.set("Set-Cookie", "view=" + view_value(wanted) +
                                   "; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly");
}

std::string view_value(const Preferences& wanted) {
    std::string value = "plain";
    if (wanted.large) value += "-large";
    if (wanted.contrast) value += "-contrast";
    return value;
}

std::optional<Preferences> view_of(std::span<const http::Field> fields) {
    const auto it = std::ranges::find(fields, "view", &http::Field::name);
    if (it == fields.end()) return {};
    return named(it->value);
}

http::Response set_preferences(const http::Request& request) {
    const auto back = request.query_value("back");
    // In a Location only ASCII may stand; a path of ours has no other.
    auto response = http::see_other(is_own_path(back) ? back : address::front);
    keep(response, {request.query_value("large") == "1", request.query_value("contrast") == "1"});
    return response;
}

}  // namespace gongkai::site
