#include "portal/console.h"

#include <algorithm>
#include <string>

#include "base/embedded.h"
#include "portal/layout.h"
#include "site/addresses.h"

namespace gongkai::portal {

using http::Request;
using http::Response;
using http::Route;

namespace {

// Tighter than the pages' own in all but one: the script may ask this site's interface.
constexpr std::string_view content_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

constexpr std::string_view packed = ".gz";

struct MediaType {
    std::string_view ending, type;
};
constexpr MediaType media_types[] = {{".html", "text/html; charset=utf-8"},
                                     {".js", "text/javascript; charset=utf-8"},
                                     {".css", "text/css; charset=utf-8"},
                                     {".svg", "image/svg+xml"}};

const embedded::File* carried(std::string_view name) {
    const auto files = embedded::console::all();
    const auto it = std::ranges::find_if(files, [&](const embedded::File& file) {
        return file.name == name || (file.name.ends_with(packed) &&
                                     file.name.substr(0, file.name.size() - packed.size()) == name);
    });
    return it == files.end() ? nullptr : &*it;
}

std::string_view media_type(std::string_view name) {
    const auto* it = std::ranges::find_if(
        media_types, [&](const MediaType& each) { return name.ends_with(each.ending); });
    return it == std::end(media_types) ? "application/octet-stream" : it->type;
}

// What is large is carried packed and sent as it is: every browser that runs the script unpacks it.
Response file_answer(const embedded::File& file, std::string_view name) {
    Response response;
    response.body = file.bytes;
    response.set("Content-Type", media_type(name));
    response.set("Content-Security-Policy", content_policy);
    if (file.name.ends_with(packed)) response.set("Content-Encoding", "gzip");
    // Each build names its scripts and styles anew, so a name may be kept for good; the page that
    // names them may not.
    if (!name.ends_with(".html"))
        response.set("Cache-Control", "public, max-age=31536000, immutable");
    return response;
}

Response page() {
    constexpr std::string_view index = "index.html";
    if (const auto* file = carried(index)) return file_answer(*file, index);
    return http::html_answer(
        503, portal::error_page(503,
                                "这个程序编译时没有带上工作平台。请用 ./run.sh 重新编译，"
                                "或联系管理员。公众页面不受影响。",
                                {}));
}

Response file_or_page(const Request& request) {
    const auto name = request.parameter("place");
    if (const auto* file = carried(name)) return file_answer(*file, name);
    return page();
}

Route route(std::string_view path, std::string_view title, http::Handler handler) {
    return Route::open("GET", path, title, "text/html", std::move(handler));
}

}  // namespace

std::vector<Route> console_routes() {
    const auto to_page = [](const Request&) { return page(); };
    return {
        route("/console", "工作平台",
              [](const Request&) { return http::see_other(address::console); }),
        route(address::console, "工作平台", to_page),
        route("/console/{place...}", "工作平台的文件和页面", file_or_page),
    };
}

}  // namespace gongkai::portal
