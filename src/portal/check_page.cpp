#include "files/report_json.h"
#include "http/dispatch.h"
#include "portal/chart.h"
#include "portal/data_link.h"
#include "portal/layout.h"
#include "portal/pages.h"
#include "portal/report_view.h"
#include "site/addresses.h"
#include "site/examined_json.h"

namespace gongkai::portal {

using writer::Html;

namespace {

// A data: link longer than this is not opened by browsers; only a report far beyond any real one
// gets there.
constexpr std::size_t longest_download = 1u << 20;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";  // else spreadsheets guess wrongly

void upload_form(Html& out, std::size_t largest) {
    out.raw("<form class=\"upload\" method=\"post\" action=\"")
        .text(address::check)
        .raw(
            "\" "
            "enctype=\"multipart/form-data\">")
        .raw(
            "<div class=\"drop\" data-drop><p class=\"drop-title\" "
            "id=\"file-title\">选择一份年度报告"
            "<span class=\"or-drop\">，或把文件拖到这里</span></p>")
        .raw(
            "<input id=\"file\" name=\"file\" type=\"file\" required "
            "aria-labelledby=\"file-title\" aria-describedby=\"file-help\" "
            "accept=\".docx,.doc,.wps,.pdf,.html,.htm,.txt,.md,.xlsx\">")
        // The browser's own button speaks the browser's language; with script this stands for it.
        .raw("<label class=\"button quiet pick\" for=\"file\">选择文件</label>")
        .raw("<p class=\"chosen\" data-chosen aria-live=\"polite\"></p>")
        .raw(
            "<p id=\"file-help\" "
            "class=\"help\">Word、WPS、PDF、网页、文本或表格文件都可以，不超过 ")
        .number(std::int64_t(largest >> 20))
        .raw(
            " MB。"
            "扫描成图片的 PDF 读不出文字。</p></div>")
        .raw("<button class=\"button large\" type=\"submit\">检查报告</button>")
        .raw("<p class=\"busy\" data-busy role=\"status\"></p></form>");
}

void promise(Html& out) {
    out.raw(
        "<p class=\"promise\">文件只在检查时使用，查完即弃，本站不保存文件，也不保存结果。"
        "需要留存的，请在结果页下载。</p>");
}

void what_is_checked(Html& out) {
    out.raw("<section class=\"explain\"><h2>检查些什么</h2><ul>")
        .raw("<li>三张表的每一行、每一列合计是否相符，收到的与办结、结转的是否平衡；</li>")
        .raw("<li>文字里的件数、条数、比例与表格是否一致；</li>")
        .raw("<li>空格、引用旧条例的提法、抄自其他机关的文字、年度不符等常见疏漏；</li>")
        .raw("<li>本站收有同一机关上年报告的，核对“上年结转”与上年的“结转下年度”。</li>")
        .raw("</ul><p>全部规则见<a href=\"")
        .text(address::checking_rules)
        .raw("\">检查规则</a>。</p></section>");
}

http::Response refused(const site::Services& services, const Error& error,
                       const http::Request& request) {
    Page it;
    it.title = "没有读成 - 检查报告";
    it.part = Part::Check;
    it.address = address::check;
    auto& out = it.content;
    out.raw("<h1>检查报告</h1><div class=\"problem\" role=\"alert\"><h2>这份文件没有读成</h2><p>");
    out.text(error.message).raw("</p></div>");
    upload_form(out, services.uploads.anybody);
    promise(out);
    auto response =
        http::html_answer(http::status_of(error.kind), page(it, site::preferences(request)));
    return response;
}

void download(Html& out, std::string_view media_type, std::string_view name, std::string_view bytes,
              std::string_view label) {
    if (bytes.size() > longest_download) return;
    out.raw("<a class=\"button quiet\" download=\"").text(name).raw("\" href=\"");
    out.text(data_link(media_type, bytes)).raw("\">").text(label).raw("</a> ");
}

// The report and what was found, without the frame of the portal.
void result(Html& out, const site::Upload& upload, std::string_view title, const Html& actions) {
    const auto& [format, report, checked] = upload.examined;
    out.raw("<h1>").text(title).raw("</h1><p class=\"summary\">");
    out.text(sentence(report, tally(checked.findings))).raw("</p>").add(actions);
    report_facts(out, report, {format, upload.file_name, checked.compared_with});
    report_columns(out, report, checked.findings);
    report_charts(out, report, {});
}

Html downloads(const site::Upload& upload, std::string_view title) {
    const auto& [format, report, checked] = upload.examined;
    Page paper;
    paper.title = title;
    result(paper.content, upload, title, {});
    const std::string csv =
        std::string(byte_order_mark) + files::report_csv_header() + files::report_csv(report);
    Html out;
    out.raw("<p class=\"actions\">");
    download(out, "text/html;charset=utf-8", "检查结果.html", standalone_page(paper),
             "下载可打印的网页");
    download(out, "application/json", "检查结果.json",
             site::examined_json(report, checked.findings, upload.file_name), "下载数据（JSON）");
    download(out, "text/csv;charset=utf-8", "读出的数据.csv", csv, "下载表格（CSV）");
    out.raw("<button class=\"button quiet\" type=\"button\" data-print hidden>打印本页</button>")
        .raw("<a class=\"button\" href=\"")
        .text(address::check)
        .raw("\">再检查一份</a></p>");
    return out;
}

}  // namespace

http::Response check_page(const site::Services& services, const http::Request& request) {
    Page it;
    it.title = "检查报告";
    it.part = Part::Check;
    it.address = address::check;
    auto& out = it.content;
    out.raw(
        "<h1>检查报告</h1><p "
        "class=\"lead\">选一份政府信息公开工作年度报告，程序读出其中的每一个数据，"
        "指出对不上的地方。</p>");
    out.raw("<div class=\"split\"><div>");
    upload_form(out, services.uploads.anybody);
    promise(out);
    out.raw("</div>");
    what_is_checked(out);
    out.raw("</div>");
    return http::html_answer(200, page(it, site::preferences(request)));
}

http::Response checked_page(const site::Services& services, const http::Request& request) {
    const auto upload = site::examine_upload(services, request);
    if (!upload.ok()) return refused(services, upload.error(), request);

    const std::string title = report_title(upload.value().examined.report);
    Page it;
    it.title = "检查结果：" + title;
    it.part = Part::Check;
    it.address = address::check;
    it.wide = true;
    it.content.raw("<p class=\"crumbs\"><a href=\"")
        .text(address::check)
        .raw("\">检查报告</a> › 检查结果</p>");
    result(it.content, upload.value(), title, downloads(upload.value(), title));
    promise(it.content);
    auto response = http::html_answer(200, page(it, site::preferences(request)));
    response.set("Cache-Control", "no-store");
    return response;
}

}  // namespace gongkai::portal
