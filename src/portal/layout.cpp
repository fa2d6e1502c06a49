#include "portal/layout.h"

#include <algorithm>
#include <map>

#include "base/digest.h"
#include "base/embedded.h"
#include "http/request_id.h"
#include "portal/frame.h"
#include "site/addresses.h"

namespace gongkai::portal {

using writer::Html;

namespace {

const embedded::File* carried(std::string_view name) {
    const auto files = embedded::web::all();
    const auto it = std::ranges::find(files, name, &embedded::File::name);
    return it == files.end() ? nullptr : &*it;
}

// An address that changes with the file, so that browsers may keep it for good.
std::string static_link(std::string_view name) {
    static const auto versions = [] {
        std::map<std::string, std::string, std::less<>> all;
        for (const auto& [file, bytes] : embedded::web::all())
            all.emplace(file, sha256(bytes).substr(0, 10));
        return all;
    }();
    const auto it = versions.find(name);
    return address::static_file(name, it == versions.end() ? std::string_view() : it->second);
}

void tag(Html& out, std::string_view name, std::string_view content) {
    if (content.empty()) return;
    out.raw("<meta name=\"").text(name).raw("\" content=\"").text(content).raw("\">");
}

// The page tags of 政府网站发展指引 (国办发〔2017〕47号).
void page_tags(Html& out, const Page& it) {
    const auto& site = site_identity().name;
    tag(out, "SiteName", site.empty() ? it.platform->organ.name : site);
    if (!it.article) {
        tag(out, "ColumnName", it.title);
        return;
    }
    tag(out, "ArticleTitle", it.title);
    tag(out, "PubDate", it.article->published_on);
    tag(out, "ContentSource", it.article->source);
}

void head(Html& out, const Page& it) {
    out.raw("<meta charset=\"utf-8\">")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .raw("<title>")
        .text(it.title)
        .raw(" - ")
        .text(it.platform                    ? std::string_view(it.platform->organ.name)
              : site_identity().name.empty() ? "公开"
                                             : std::string_view(site_identity().name))
        .raw("</title>");
    tag(out, "SiteIDCode", site_identity().code);
    if (it.platform) page_tags(out, it);
}

}  // namespace

std::string page(const Page& it, const site::Preferences& how) {
    Html out;
    out.raw("<!DOCTYPE html><html lang=\"zh-CN\" class=\"");
    if (how.large) out.raw("large ");
    if (how.contrast) out.raw("contrast");
    out.raw("\"><head>");
    head(out, it);
    out.raw("<link rel=\"icon\" href=\"").text(static_link("icon.svg"));
    out.raw("\"><link rel=\"stylesheet\" href=\"").text(static_link("portal.css"));
    out.raw("\"><script defer src=\"").text(static_link("portal.js"));
    out.raw("\"></script></head><body>");
    banner(out, it, how);
    out.raw("<main id=\"main\" tabindex=\"-1\" class=\"bar");
    if (it.wide) out.raw(" wide");
    out.raw("\">").add(it.content).raw("</main>");
    foot(out, it);
    out.raw("</body></html>\n");
    return std::move(out).string();
}

std::string standalone_page(const Page& it) {
    // The style sheet is ours, but read from a file it is no literal; it holds no "<".
    const auto* style = carried("portal.css");
    std::string css(style ? style->bytes : std::string_view());
    std::erase(css, '<');
    Html before, after;
    before.raw("<!DOCTYPE html><html lang=\"zh-CN\"><head>");
    head(before, it);
    before.raw("<style>");
    after.raw("</style></head><body class=\"standalone\"><main class=\"bar\">")
        .add(it.content)
        .raw("</main></body></html>\n");
    return before.string() + css + after.string();
}

http::Response static_file(const http::Request& request) {
    const auto name = request.parameter("name");
    const auto* file = carried(name);
    if (!file) return http::html_answer(404, error_page(404, "没有这个文件。", {}));
    const auto type = name.ends_with(".css")   ? "text/css; charset=utf-8"
                      : name.ends_with(".js")  ? "text/javascript; charset=utf-8"
                      : name.ends_with(".svg") ? "image/svg+xml"
                                               : "application/octet-stream";
    http::Response response{200, {}, std::string(file->bytes)};
    response.set("Content-Type", type);
    response.set("Cache-Control", request.query_value("v").empty()
                                      ? "no-cache"
                                      : "public, max-age=31536000, immutable");
    return response;
}

std::string error_page(int status, std::string_view message, const site::Preferences& how) {
    Page it;
    it.title = status == 404   ? "没有找到"
               : status == 413 ? "内容太大"
               : status == 429 ? "请稍后再试"
               : status >= 500 ? "暂时办不了"
                               : "请求有误";
    it.address = address::front;
    it.content.raw("<h1>").text(it.title).raw("</h1><p class=\"lead\">").text(message);
    // What went wrong here is asked about by its number; what the visitor can mend himself is not,
    // and what is not public looks like what never was.
    const std::string number = status >= 500 ? http::RequestId::current() : "";
    if (!number.empty() && message.find(number) == message.npos)
        it.content.raw("</p><p class=\"quiet\">请求编号 ").text(number);
    it.content.raw("</p><p><a class=\"button\" href=\"")
        .text(address::front)
        .raw("\">回到首页</a> ")
        .raw("<a class=\"button quiet\" href=\"")
        .text(address::check)
        .raw("\">检查报告</a></p>");
    return page(it, how);
}

}  // namespace gongkai::portal
