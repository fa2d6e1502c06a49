#include "law/clause.h"
#include "portal/contact_table.h"
#include "portal/platform.h"
#include "portal/platform_pages.h"
#include "requests/clock.h"
#include "site/addresses.h"

namespace gongkai::portal {

using law::regulation;
using writer::Html;

namespace {

// One clock as a citizen meets it.
struct Period {
    std::string_view what;
    int days;
    std::string_view from;
    law::Clause clause;
};
constexpr Period periods[] = {
    {"申请内容不明确，一次性告知补正", requests::correction_notice_days, "收到申请之日",
     regulation("30")},
    {"答复申请（能当场答复的当场答复）", requests::answer_days, "收到申请或者补正之日",
     regulation("33.2")},
    {"需要延长的，经负责人同意并告知，最多再加", requests::extension_days, "答复期限届满",
     regulation("33.2")},
    {"第三方提出意见（不计入答复期限）", requests::opinion_days, "第三方收到征求意见书之日",
     regulation("32")},
    {"共同制作的机关提出意见（不计入答复期限）", requests::opinion_days, "该机关收到征求意见书之日",
     regulation("34")},
    {"缴纳信息处理费", requests::payment_days, "收到收费通知的次日", law::fee_measures("6")},
};

void what_is_public(Html& out, const journal::LogKey& organ) {
    out.raw("<h2>一、主动公开的信息</h2><p>本机关主动公开")
        .text(law::chinese(regulation("20")))
        .raw("、")
        .text(law::chinese(regulation("21")).substr(std::string("《条例》").size()))
        .raw("列举的信息，自形成或者变更之日起20个工作日内公开（")
        .text(law::chinese(regulation("26")))
        .raw("），按主题分类、年份编目，见<a href=\"")
        .text(address::documents(organ))
        .raw("\">法定主动公开内容</a>；每份文件有索引号、名称、内容概述和生成日期。</p>");
}

void how_to_ask(Html& out, const organs::Organ& organ) {
    out.raw("<h2>二、怎样申请公开</h2><p>公民、法人或者其他组织都可以申请（")
        .text(law::chinese(regulation("27")))
        .raw("）。有以下途径：</p><ul><li><b>网上申请</b>：<a href=\"")
        .text(address::apply(organ.key))
        .raw("\">填写申请</a>，提交后马上得到回执；以双方确认之日为收到申请之日。</li>")
        .raw("<li><b>当面提交</b>：")
        .text(organ.contact.address)
        .raw("，")
        .text(organ.contact.unit)
        .raw("，办公时间 ")
        .text(organ.contact.hours)
        .raw("；以提交之日为收到申请之日。</li><li><b>邮寄</b>：寄到上述地址，信封上注明")
        .raw("“政府信息公开申请”；以本机关签收之日为收到申请之日，平常信函以双方确认之日为准。")
        .raw("</li>");
    if (!organ.contact.fax.empty())
        out.raw("<li><b>传真</b>：")
            .text(organ.contact.fax)
            .raw("；以双方确认之日为收到申请之日。</li>");
    out.raw("</ul><p>采用书面形式确有困难的，可以口头提出，由工作人员代为填写。")
        .raw("阅读困难或者视力、听力障碍的，本机关提供必要的帮助（")
        .text(law::chinese(regulation("43")))
        .raw("）。申请应当写明（")
        .text(law::chinese(regulation("29.2")))
        .raw("）：</p><ol><li>申请人的姓名或者名称、身份证明、联系方式；</li>")
        .raw("<li>申请公开的政府信息的名称、文号或者便于查询的其他特征；</li>")
        .raw("<li>形式要求，包括获取信息的方式、途径。</li></ol><p>不需要说明用途。</p>");
}

void how_long(Html& out, const journal::LogKey& organ) {
    out.raw("<h2>三、多久答复</h2><div class=\"scroll\" role=\"region\" tabindex=\"0\" ")
        .raw(
            "aria-label=\"办理期限\"><table class=\"plain\"><thead><tr><th scope=\"col\">事项</th>")
        .raw("<th scope=\"col\">工作日</th><th scope=\"col\">从哪天起</th>")
        .raw("<th scope=\"col\">依据</th></tr></thead><tbody>");
    for (const Period& it : periods) {
        out.raw("<tr><th scope=\"row\">").text(it.what).raw("</th><td class=\"num\">");
        out.number(it.days).raw("</td><td>").text(it.from).raw("</td><td>");
        out.text(law::chinese(it.clause)).raw("</td></tr>");
    }
    out.raw("</tbody></table></div><p>起算的当天不计，周末和放假不计，调休上班的周末计入，见<a ")
        .raw("href=\"")
        .text(address::term)
        .raw("\">期限计算</a>。凭回执上的编号和查询码可以<a href=\"")
        .text(address::track(organ))
        .raw("\">查询办理进度</a>。</p>");
}

// 国办函〔2020〕109号, art. 3 to 5.
void fees(Html& out) {
    out.raw("<h2>四、收费</h2><p>提供政府信息不收费；申请的数量、频次明显超过合理范围的，可以收取")
        .raw("信息处理费（")
        .text(law::chinese(regulation("42")))
        .raw("，国办函〔2020〕109号）。按件或者按量只选一种：</p><ul>")
        .raw("<li>按件：同一申请人一个自然月内10件以下不收；11至30件，每件100元；31件以上，每增加")
        .raw("10件为一档，每件再加100元。</li><li>按量：30页以下不收；31至100页，每页10元；101至")
        .raw("200页，每页20元；201页以上，每页40元。</li></ul>");
}

void remedies(Html& out, const organs::Organ* above) {
    out.raw("<h2>五、监督和救济</h2><p>认为本机关没有按照要求主动公开，或者没有依法答复的，可以向")
        .raw("政府信息公开工作主管部门");
    if (above) out.raw("（").text(above->name).raw("，电话 ").text(above->contact.phone).raw("）");
    out.raw("反映（")
        .text(law::chinese(regulation("47.2")))
        .raw("）；认为侵犯合法权益的，也可以依法申请行政复议或者提起行政诉讼（")
        .text(law::chinese(regulation("51")))
        .raw("）。对不予公开不服的，应当先申请行政复议（")
        .text(law::chinese(law::review_law("23.1(4)")))
        .raw("）；具体的途径和期限写在答复书里。</p>");
}

}  // namespace

http::Response guide_page(const site::Services& services, const organs::Organ& organ,
                          const http::Request& request) {
    auto it = platform_page(services, organ, Column::Guide, "政府信息公开指南",
                            address::guide(organ.key));
    std::optional<organs::Organ> above;
    if (organ.parent)
        if (auto found = services.desks->organs.find({organ.key.region, *organ.parent}); found.ok())
            above = std::move(found.value());
    auto& out = it.content;
    out.raw("<article class=\"reading\"><h1>").text(organ.name).raw("政府信息公开指南</h1>");
    out.raw("<p class=\"lead\">根据《中华人民共和国政府信息公开条例》（以下简称《条例》）")
        .text(law::chinese(regulation("12")).substr(std::string("《条例》").size()))
        .raw("编制。</p>");
    what_is_public(out, organ.key);
    how_to_ask(out, organ);
    how_long(out, organ.key);
    fees(out);
    remedies(out, above ? &*above : nullptr);
    out.raw("<h2>六、工作机构</h2><p>受理申请、提供咨询的是：</p>");
    contact_table(out, organ);
    out.raw("<p class=\"actions\"><a class=\"button\" href=\"").text(address::apply(organ.key));
    out.raw("\">网上申请</a><button class=\"button quiet\" type=\"button\" data-print hidden>")
        .raw("打印指南</button></p></article>");
    return answer(200, it, request);
}

}  // namespace gongkai::portal
