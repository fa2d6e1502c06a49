#pragma once

#include <optional>
#include <span>
#include <string>

#include "http/message.h"

namespace gongkai::site {

// How a visitor wants the pages shown, kept in a cookie: the same pages, larger or in high
// contrast.
struct Preferences {
    bool large = false;     // 长辈版
    bool contrast = false;  // 高对比
};

Preferences preferences(const http::Request& request);

// Keeps them from this answer on.
void keep(http::Response& response, const Preferences& wanted);

// A switch within a form: the value of its button in the field "view", and back.
std::string view_value(const Preferences& wanted);
std::optional<Preferences> view_of(std::span<const http::Field> fields);

// GET /view?large=1&contrast=0&back=/check: keeps the preferences and goes back to the page.
http::Response set_preferences(const http::Request& request);

}  // namespace gongkai::site
