#include "base/base64.h"
#include "base/date.h"
#include "base/text.h"
#include "http/dispatch.h"
#include "portal/platform.h"
#include "portal/proof.h"
#include "site/addresses.h"
#include "site/log_addresses.h"

namespace gongkai::portal {

using desk::LogReceipt;
using desk::PublicLog;
using writer::Html;

namespace {

constexpr std::int64_t a_second = 1000;
constexpr std::size_t longest_shown = 300;

void row(Html& out, std::string_view name, std::string_view value) {
    out.raw("<div><dt>").text(name).raw("</dt><dd>").text(value).raw("</dd></div>");
}

// 2026年3月2日（星期一）14:05, in China.
std::string moment(std::int64_t milliseconds) {
    using namespace std::chrono;
    const sys_time<std::chrono::milliseconds> at{std::chrono::milliseconds{milliseconds} +
                                                 hours{8}};
    const hh_mm_ss time{floor<minutes>(at - floor<days>(at))};
    const auto two = [](auto count) { return std::to_string(100 + count).substr(1); };
    return day_and_weekday(china_day(milliseconds)) + two(time.hours().count()) + ":" +
           two(time.minutes().count());
}

// What is asked: the fields of the address behind a code, or what was pasted.
std::string pasted(const http::Request& request) {
    const std::string given(request.query_value("receipt"));
    if (!given.empty() || request.query_value("leaf").empty()) return given;
    return "log=" + std::string(request.query_value("log")) +
           "&entry=" + std::string(request.query_value("entry")) +
           "&leaf=" + std::string(request.query_value("leaf"));
}

void form(Html& out, std::string_view given, const std::string& fault) {
    out.raw("<form method=\"get\" action=\"").text(address::pattern::verify);
    out.raw("\"><div class=\"field\"><label for=\"receipt\">回执的核验网址</label>")
        .raw(
            "<p class=\"help\" id=\"receipt-help\">扫描回执上的二维码得到，以 verify?log= "
            "一段结尾。")
        .raw("从头到尾完整粘贴。</p>");
    if (!fault.empty())
        out.raw("<p class=\"fault\" id=\"receipt-fault\"><b class=\"sr\">错误：</b>")
            .text(fault)
            .raw("</p>");
    out.raw("<textarea id=\"receipt\" name=\"receipt\" rows=\"4\" maxlength=\"600\" required ")
        .raw("spellcheck=\"false\"");
    if (fault.empty())
        out.raw(" aria-describedby=\"receipt-help\"");
    else
        out.raw(" aria-describedby=\"receipt-help receipt-fault\" aria-invalid=\"true\" autofocus");
    out.raw(">").text(text::slice(given, 0, longest_shown));
    out.raw("</textarea></div><p class=\"actions\"><button class=\"button\" type=\"submit\">核验")
        .raw("</button></p></form>");
}

void cosigners(Html& out, const PublicLog::Proof& proof) {
    if (proof.cosigners.empty()) {
        out.raw("<li>还没有见证方共同签名；过一段时间可以再来核验。</li>");
        return;
    }
    for (const auto& by : proof.cosigners) {
        out.raw("<li>见证方 ").text(by.name).raw(" 于").text(moment(by.second * a_second));
        out.raw("核对并共同签名：包括这条记录在内的 ").number(by.size);
        out.raw(" 条记录只有增加，没有改动。</li>");
    }
}

// For those who want to reckon themselves.
void technical(Html& out, const PublicLog& log, const PublicLog::Proof& proof) {
    out.raw("<details><summary>技术数据（供自行核验）</summary><dl class=\"answers proof\">");
    if (log.has_address()) row(out, "日志", log.origin(proof.receipt.log));
    row(out, "记录序号", std::to_string(proof.receipt.entry));
    row(out, "记录摘要（SHA-256）", hex(bytes(proof.receipt.leaf)));
    row(out, "存证记录数", std::to_string(proof.head.size));
    row(out, "存证根值", base64(bytes(proof.head.root)));
    for (std::size_t i = 0; i < proof.path.size(); ++i)
        row(out, "证明 " + std::to_string(i + 1), hex(bytes(proof.path[i])));
    out.raw("</dl><p>不依赖本系统的核验程序 verify_log.py 随本系统的源代码发布，")
        .raw("只用公开的日志就能得出同样的结果。</p></details>");
}

void result(Html& out, const PublicLog& log, const PublicLog::Proof& proof,
            const std::string& body) {
    out.raw("<section class=\"receipt\"><h2>核验通过</h2><ul><li>这件事项已于");
    out.text(moment(proof.recorded_at)).raw("登记，是");
    out.text(body).raw("工作记录的第 ").number(proof.receipt.entry);
    out.raw(" 条。</li><li>登记以后没有改动：现在保存的内容与登记时的摘要一致。</li>");
    cosigners(out, proof);
    out.raw("</ul></section>");
    technical(out, log, proof);
}

std::string name_of(const site::Services& services, const journal::LogKey& log) {
    const auto organ = services.desks->organs.find(log);
    return organ.ok() ? organ.value().name : "";
}

}  // namespace

http::Response verify_page(const site::Services& services, const PublicLog& log,
                           const http::Request& request) {
    Page it;
    it.title = "存证核验";
    it.address = address::pattern::verify;
    const std::string given = pasted(request);
    std::string fault;
    Html found;
    int status = 200;
    if (!given.empty()) {
        const auto receipt = desk::parse_receipt(given);
        const auto proof =
            receipt.ok() ? log.prove(receipt.value()) : Result<PublicLog::Proof>(receipt.error());
        if (proof.ok()) {
            result(found, log, proof.value(), name_of(services, proof.value().receipt.log));
        } else {
            fault = proof.error().message;
            // What was recorded a moment ago is no fault of whoever follows the link of his
            // receipt.
            const bool not_yet = proof.error().kind == ErrorKind::Unavailable;
            status = not_yet ? 200 : http::status_of(proof.error().kind);
        }
    }
    it.content.raw("<h1>存证核验</h1><p class=\"lead\">凭回执核对：一件事项是什么时候登记的，")
        .raw("登记以后有没有改动，谁共同签名作证。核验不会显示事项的内容。</p>");
    it.content.add(found);
    form(it.content, given, fault);
    auto response = answer(status, it, request);
    response.set("Cache-Control", "no-store");
    return response;
}

}  // namespace gongkai::portal
