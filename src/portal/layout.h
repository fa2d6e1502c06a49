#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"
#include "organs/organ.h"
#include "site/preferences.h"
#include "writer/html.h"

namespace gongkai::portal {

// The parts of the portal that the navigation names.
enum class Part { None, Reports, Check, Rules, Term, OpenData };

// The columns of a body's platform (政府信息公开专栏), 国办公开办函〔2019〕61号.
enum class Column { Home, Guide, Rules, Documents, Reports, Apply };

// A body that is no more: since when, and who does its work today, first who has its open cases.
struct Ended {
    Date last_day{};
    std::vector<organs::Organ> heirs;
};

// The body whose page it is.
struct Platform {
    organs::Organ organ;
    Column column = Column::Home;
    std::optional<Ended> ended{};
};

// What a page of a document tells machines of it.
struct Article {
    std::string published_on;  // ISO
    std::string source;
};

// What a page is: the frame (head, navigation, foot) is the same for all.
struct Page {
    std::string title{};
    Part part = Part::None;
    // Where the switches for 长辈版 and 高对比 come back to; empty: there are none on this page.
    std::string address{};
    // The id of a form: they are its buttons then, so that what was answered in it is not lost.
    std::string form{};
    bool wide = false;  // two columns instead of the reading width
    std::optional<Platform> platform{};
    std::optional<Article> article{};
    writer::Html content{};
};

std::string page(const Page& it, const site::Preferences& how);

// The page alone, with its style inside, to be kept as a file and printed.
std::string standalone_page(const Page& it);

// A style sheet, script or image that the program carries: GET /static/{name}.
http::Response static_file(const http::Request& request);

// The page for a refusal or breakdown.
std::string error_page(int status, std::string_view message, const site::Preferences& how);

}  // namespace gongkai::portal
