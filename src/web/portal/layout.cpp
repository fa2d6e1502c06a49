#include "web/portal/layout.h"

#include <algorithm>
#include <map>

#include "base/digest.h"
#include "base/embedded.h"

namespace gongkai::web::portal {

using writer::Html;

namespace {

struct NavigationItem {
    Part part;
    std::string_view path;
    std::string_view name;
};
constexpr NavigationItem navigation[] = {
    {Part::Reports, "/", "年度报告"},      {Part::Check, "/check", "检查报告"},
    {Part::Rules, "/rules", "检查规则"},   {Part::Term, "/term", "期限计算"},
    {Part::OpenData, "/open", "开放数据"},
};

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
    return "/static/" + std::string(name) + "?v=" + (it == versions.end() ? "" : it->second);
}

void head(Html& out, const Page& it) {
    out.raw("<meta charset=\"utf-8\">")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .raw("<title>")
        .text(it.title)
        .raw(" - 公开</title>");
}

void view_switch(Html& out, const Preferences& wanted, bool on, std::string_view back,
                 std::string_view name) {
    out.raw("<a href=\"").text(preferences_link(wanted, back)).raw("\" rel=\"nofollow\">");
    if (on) out.raw("退出");
    out.text(name).raw("</a>");
}

void banner(Html& out, const Page& it, const Preferences& how) {
    out.raw(
           "<a class=\"skip\" href=\"#main\">跳到正文</a><header class=\"banner\"><div "
           "class=\"bar\">")
        .raw("<a class=\"brand\" href=\"/\"><span class=\"name\">公开</span> ")
        .raw("<span class=\"subject\">政府信息公开工作年度报告</span></a><div class=\"views\">");
    view_switch(out, {!how.large, how.contrast}, how.large, it.address, "长辈版");
    view_switch(out, {how.large, !how.contrast}, how.contrast, it.address, "高对比");
    out.raw("</div></div><nav aria-label=\"主要栏目\"><ul class=\"bar\">");
    for (const auto& [part, path, name] : navigation) {
        out.raw("<li><a href=\"").text(path).raw("\"");
        if (part == it.part) out.raw(" aria-current=\"page\"");
        out.raw(">").text(name).raw("</a></li>");
    }
    out.raw("</ul></nav></header>");
}

void foot(Html& out) {
    out.raw(
           "<footer class=\"foot\"><div "
           "class=\"bar\"><p>年度报告的格式依据国务院办公厅政府信息与政务公开办公室")
        .raw("国办公开办函〔2019〕60号、〔2021〕30号。检查结果由程序按公开的规则得出，供核对参考，")
        .raw("以各机关正式发布的报告为准。</p><p><a href=\"/rules\">检查规则</a>")
        .raw("<a href=\"/term\">期限计算</a>")
        .raw("<a href=\"/open\">开放数据</a><a href=\"/help\">使用帮助</a></p></div></footer>");
}

}  // namespace

std::string page(const Page& it, const Preferences& how) {
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
    foot(out);
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

std::string error_page(int status, std::string_view message, const Preferences& how) {
    Page it;
    it.title = status == 404   ? "没有找到"
               : status == 413 ? "文件太大"
               : status >= 500 ? "暂时办不了"
                               : "请求有误";
    it.address = "/";
    it.content.raw("<h1>").text(it.title).raw("</h1><p class=\"lead\">").text(message);
    it.content.raw("</p><p><a class=\"button\" href=\"/\">回到年度报告</a> ")
        .raw("<a class=\"button quiet\" href=\"/check\">检查报告</a></p>");
    return page(it, how);
}

}  // namespace gongkai::web::portal
