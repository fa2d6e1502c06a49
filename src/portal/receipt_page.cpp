#include "portal/receipt_page.h"

#include "law/clause.h"
#include "portal/apply_steps.h"
#include "portal/clock_view.h"
#include "portal/proof.h"
#include "site/addresses.h"

namespace gongkai::portal {

using writer::Html;

namespace {

void row(Html& out, std::string_view name, std::string_view value) {
    out.raw("<div><dt>").text(name).raw("</dt><dd>").text(value).raw("</dd></div>");
}

void what_comes_next(Html& out, const site::Services& services, const organs::Organ& organ,
                     const desk::Receipt& receipt) {
    const Date now = application_of(receipt.request).submitted_on;
    out.raw("<section><h2>什么时候答复</h2>");
    if (receipt.answer) {
        clock_view(out, *receipt.answer, services.calendar, now);
    } else {
        out.raw("<p>网上提交的申请，以您和机关双方确认之日为收到申请之日（")
            .text(law::chinese(law::regulation("31(3)")))
            .raw("）。机关会用您留下的联系方式与您确认，从次日起20个工作日内答复。</p>");
        supposed_clock(out, services.calendar, now);
    }
    out.raw("<p>三个工作日内没有人联系您的，请致电 ")
        .text(organ.contact.phone)
        .raw("（")
        .text(organ.contact.unit)
        .raw("）。</p></section>");
}

// What the place in the journal is good for, in one sentence.
void journal_place(Html& out, const desk::Receipt& receipt) {
    out.raw("<section><h2>登记凭证</h2><p>这件申请已记入本机关的工作记录；记录只能增加、")
        .raw("不能改动，凭下面的数字，任何人都能验证它在这个时候已经登记。</p>")
        .raw("<dl class=\"answers proof\">");
    row(out, "记录序号", std::to_string(receipt.entry.sequence));
    row(out, "记录摘要（SM3）", hex(bytes(leaf(receipt.entry))));
    row(out, "树的大小", std::to_string(receipt.head.size));
    row(out, "树根", hex(bytes(receipt.head.root)));
    out.raw("</dl></section>");
}

}  // namespace

Page receipt_page(const site::Services& services, const organs::Organ& organ,
                  const desk::Receipt& receipt) {
    auto shown =
        platform_page(services, organ, Column::Apply, "申请回执", address::apply(organ.key));
    shown.address.clear();  // whoever leaves this page never sees the code again
    auto& out = shown.content;
    const std::string& number = receipt.request.key().number;
    progress_line(out, Step::Check, true);
    out.raw("<div class=\"receipt\"><h1>申请已经登记</h1>");
    out.raw("<dl class=\"keys\"><div><dt>申请编号</dt><dd>").text(number);
    out.raw("</dd></div><div><dt>查询码</dt><dd class=\"code\">").text(receipt.query_code);
    out.raw("</dd></div></dl><p class=\"caution\"><b>请抄下或者打印：</b>查询码只在这里出现一次，")
        .raw("离开本页就再也看不到了。凭编号和查询码可以查办理进度、补正、撤回。</p>");
    out.raw("<p class=\"actions\"><button class=\"button\" type=\"button\" data-print hidden>")
        .raw("打印回执</button></p><dl class=\"answers\">");
    row(out, "受理机关", organ.name);
    row(out, "提交时间", day_and_weekday(application_of(receipt.request).submitted_on));
    row(out, "提交方式", chinese(application_of(receipt.request).channel));
    out.raw("</dl></div>");
    what_comes_next(out, services, organ, receipt);
    out.raw("<form class=\"to-track\" method=\"post\" action=\"").text(address::track(organ.key));
    out.raw("\"><input type=\"hidden\" name=\"number\" value=\"").text(number);
    out.raw("\"><input type=\"hidden\" name=\"query_code\" value=\"").text(receipt.query_code);
    out.raw("\"><button class=\"button quiet\" type=\"submit\">查看办理进度</button></form>");
    journal_place(out, receipt);
    proof_of(out, desk::receipt_of(receipt.entry));
    return shown;
}

}  // namespace gongkai::portal
