#include "portal/letter_receipt.h"

#include "desk/mailbox_name.h"
#include "portal/platform.h"
#include "portal/proof.h"
#include "site/addresses.h"

namespace gongkai::portal {

using writer::Html;
using namespace interaction::messages;

namespace {

void row(Html& out, std::string_view name, std::string_view value) {
    out.raw("<div><dt>").text(name).raw("</dt><dd>").text(value).raw("</dd></div>");
}

void particulars(Html& out, const organs::Organ& organ, const LetterReceipt& receipt) {
    const auto& concern = concern_of(receipt.made.message);
    out.raw("<dl class=\"answers\">");
    row(out, "标题", receipt.title);
    row(out, "收信单位", organ.name);
    row(out, "写给", desk::source_name(concern.source, organ));
    row(out, "类别", chinese(concern.matter));
    row(out, "提交日期", day_and_weekday(receipt.made.message.progress().received_on));
    if (const auto& clock = receipt.made.clock) {
        row(out, "办理期限", day_and_weekday(clock->due));
        row(out, "期限的依据", clock->term.basis);
        row(out, "期限的计算", clock->how);
    }
    row(out, "存证记录序号", std::to_string(receipt.made.entry.sequence));
    row(out, "存证记录摘要（SM3）", hex(bytes(leaf(receipt.made.entry))));
    out.raw("</dl>");
}

}  // namespace

Page letter_receipt(const site::Services& services, const organs::Organ& organ,
                    const LetterReceipt& receipt) {
    auto shown =
        platform_page(services, organ, Column::Home, "来信回执", address::write(organ.key));
    shown.address.clear();  // whoever leaves this page never sees the code again
    auto& out = shown.content;
    const std::string& number = receipt.made.message.key().number;
    out.raw(
           "<div class=\"receipt\"><h1>来信提交成功</h1><dl "
           "class=\"keys\"><div><dt>来信编号</dt><dd>")
        .text(number)
        .raw("</dd></div><div><dt>查询码</dt><dd class=\"code\">")
        .text(receipt.made.query_code);
    out.raw("</dd></div></dl><p class=\"caution\"><b>请抄下或者打印：</b>查询码仅显示一次，")
        .raw("请妥善保存。凭编号和查询码可以查询办理情况和答复。打印可用浏览器的“打印”功能。</p>")
        .raw("<p class=\"actions\"><button class=\"button\" type=\"button\" data-print hidden>")
        .raw("打印回执</button></p>");
    particulars(out, organ, receipt);
    proof_of(out, desk::receipt_of(receipt.made.entry));
    out.raw("</div><form class=\"to-track\" method=\"post\" action=\"");
    out.text(address::letter_track(organ.key));
    out.raw("\"><input type=\"hidden\" name=\"number\" value=\"").text(number);
    out.raw("\"><input type=\"hidden\" name=\"query_code\" value=\"");
    out.text(receipt.made.query_code);
    out.raw("\"><button class=\"button quiet\" type=\"submit\">查询办理情况</button></form>");
    out.raw("<p class=\"pages\"><a href=\"").text(address::letters(organ.key));
    out.raw("\">返回互动交流</a></p>");
    return shown;
}

}  // namespace gongkai::portal
