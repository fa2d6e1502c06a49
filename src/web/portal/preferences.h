#pragma once

#include <string>

#include "web/http/message.h"

namespace gongkai::web::portal {

// How a visitor wants the pages shown, kept in a cookie: the same pages, larger or in high
// contrast.
struct Preferences {
    bool large = false;     // 长辈版
    bool contrast = false;  // 高对比
};

Preferences preferences(const http::Request& request);

// GET /view?large=1&contrast=0&back=/check: keeps the preferences and goes back to the page.
http::Response set_preferences(const http::Request& request);

// The address of set_preferences() for a link.
std::string preferences_link(const Preferences& wanted, std::string_view back);

}  // namespace gongkai::web::portal
