#include "web/portal/preferences.h"

namespace gongkai::web::portal {

namespace {

// Only a path of this site: neither another host ("//host") nor what a browser reads as one
// ("/\host").
bool is_own_path(std::string_view path) {
    if (!path.starts_with('/') || path.starts_with("//")) return false;
    for (const char c : path)
        if (c == '\\' || static_cast<unsigned char>(c) <= 0x20 || c == '\x7F') return false;
    return true;
}

}  // namespace

Preferences preferences(const http::Request& request) {
    const auto kept = request.cookie("view");
    return {kept.find("large") != kept.npos, kept.find("contrast") != kept.npos};
}

http::Response set_preferences(const http::Request& request) {
    std::string kept = "plain";
    if (request.query_value("large") == "1") kept += "-large";
    if (request.query_value("contrast") == "1") kept += "-contrast";
    const auto back = request.query_value("back");
    // In a Location only ASCII may stand; a path of ours has no other.
    auto response = http::see_other(is_own_path(back) ? back : "/");
    response.set("Set-Cookie",
                 "view=" + kept + "; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly");
    return response;
}

std::string preferences_link(const Preferences& wanted, std::string_view back) {
    return std::string("/view?large=") + (wanted.large ? "1" : "0") +
           "&contrast=" + (wanted.contrast ? "1" : "0") + "&back=" + http::encoded(back);
}

}  // namespace gongkai::web::portal
