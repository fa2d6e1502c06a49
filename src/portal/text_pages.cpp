#include "portal/layout.h"
#include "portal/pages.h"
#include "site/addresses.h"

namespace gongkai::portal {

http::Response open_data_page(const http::Request& request) {
    Page it;
    it.title = "开放数据";
    it.part = Part::OpenData;
    it.address = address::open_data;
    it.content
        .raw(
            "<h1>开放数据</h1><p "
            "class=\"lead\">本站读出的每一个数据都可以下载，供核对、统计和研究使用。"
            "数据照原文读出，原文有误的也照样列出。</p>")
        .raw("<h2>整体下载</h2><p><a class=\"button\" href=\"")
        .text(address::all_cells)
        .raw(
            "\" "
            "download>全部数据（CSV）</a></"
            "p><p>一行一个数据：机关、年度、格式、数据项、种类、数值、原文。"
            "种类为 "
            "number（数字）、blank（空格）、slash（斜线）、text（文字）、ambiguous（待核）。</p>")
        .raw(
            "<h2>程序接口</h2><div class=\"scroll\" role=\"region\" tabindex=\"0\" "
            "aria-label=\"程序接口一览\"><table class=\"plain\"><thead><tr><th "
            "scope=\"col\">地址</th>"
            "<th scope=\"col\">内容</th></tr></thead><tbody>")
        .raw("<tr><td><a href=\"")
        .text(address::reports_data)
        .raw(
            "\"><code>GET "
            "/api/reports</code></a></td><td>报告清单（JSON）</td></tr>")
        .raw(
            "<tr><td><code>GET "
            "/api/reports/{id}</code></td><td>一份报告和检查结果（JSON）</td></tr>")
        .raw(
            "<tr><td><code>GET "
            "/api/reports/{id}.csv</code></td><td>一份报告的数据（CSV）</td></tr>")
        .raw(
            "<tr><td><code>GET "
            "/api/cells.csv</code></td><td>全部报告的数据（CSV），一次一页，下一页见响应头 "
            "Link</td></tr>")
        .raw("<tr><td><code>POST /api/check</code></td><td>检查一份文件，不保存（JSON）</td></tr>")
        .raw("<tr><td><a href=\"")
        .text(address::openapi)
        .raw(
            "\"><code>GET /api/openapi.json</code></a></td>"
            "<td>接口说明（OpenAPI 3.1）</td></tr></tbody></table></div>");
    return http::html_answer(200, page(it, site::preferences(request)));
}

http::Response help_page(const http::Request& request) {
    Page it;
    it.title = "使用帮助";
    it.address = address::help;
    it.content
        .raw(
            "<h1>使用帮助</h1><h2>怎样检查一份报告</h2><ol><li>打开<a "
            "href=\"")
        .text(address::check)
        .raw(
            "\">检查报告</a>，"
            "选择文件，按“检查报告”。</li><li>结果页右边（手机上在前面）列出发现的问题，错误在前；"
            "左边是程序读出的报告。点问题里的链接，就到表格的那一格或文字的那一句；"
            "点格子里的序号，就回到那个问题。</li><li>需要留存的，下载可打印的网页、JSON 或 "
            "CSV。</li></ol>")
        .raw(
            "<h2>空格、斜线和零</h2><p>“未填”表示原文是空格；“/”照原文显示；“0”就是零。"
            "三者含义不同，程序从不互相代替。</p>")
        .raw(
            "<h2>看不清字</h2><p>页面右上角有“长辈版”（大字）和“高对比”，选一次，以后都记得。"
            "不用鼠标的，用 Tab 键移到各处，按回车键打开。</p>")
        .raw(
            "<h2>读不出来</h2><p>扫描成图片的 "
            "PDF、加了密码的文件、残缺的文件读不出来，页面会说明原因。"
            "请换用原来的 Word 文档或网页。</p>");
    return http::html_answer(200, page(it, site::preferences(request)));
}

}  // namespace gongkai::portal
