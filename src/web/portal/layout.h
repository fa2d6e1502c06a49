#pragma once

#include <string>
#include <string_view>

#include "web/http/message.h"
#include "web/portal/preferences.h"
#include "writer/html.h"

namespace gongkai::web::portal {

// The parts of the portal that the navigation names.
enum class Part { None, Reports, Check, Rules, Term, OpenData };

// What a page is: the frame (head, navigation, foot) is the same for all.
struct Page {
    std::string title;
    Part part = Part::None;
    std::string address;  // where the switches for 长辈版 and 高对比 come back to
    bool wide = false;    // two columns instead of the reading width
    writer::Html content;
};

std::string page(const Page& it, const Preferences& how);

// The page alone, with its style inside, to be kept as a file and printed.
std::string standalone_page(const Page& it);

// A style sheet, script or image that the program carries: GET /static/{name}.
http::Response static_file(const http::Request& request);

// The page for a refusal or breakdown.
std::string error_page(int status, std::string_view message, const Preferences& how);

}  // namespace gongkai::web::portal
