#include "web/portal/tracking_acts.h"

#include "law/decision.h"
#include "web/portal/platform.h"

namespace gongkai::web::portal {

using requests::Act;
using requests::ActKind;
using writer::Html;

namespace {

// Empty for what is not told.
std::string_view heading(const Act& act) {
    switch (act.kind) {
        case ActKind::Register: return "提交申请，已经登记";
        case ActKind::Confirm: return "双方确认收到申请，开始计算答复期限";
        case ActKind::AskCorrection: return "请您补正申请";
        case ActKind::Correct: return "收到您的补正，重新计算答复期限";
        case ActKind::LapseUncorrected: return "逾期没有补正，不再处理";
        case ActKind::AskReasons: return "请您说明申请的理由";
        case ActKind::GiveReasons: return "收到您说明的理由";
        case ActKind::FixPeriod: return "确定延迟答复的期限";
        case ActKind::Consult:
            return act.party == requests::Party::ThirdParty ? "征求第三方意见" : "征求其他机关意见";
        case ActKind::Opinion: return "征求意见结束";
        case ActKind::Extend: return "延长答复期限";
        case ActKind::FeeNotice: return "发出收费通知";
        case ActKind::Pay: return "收到缴费，重新计算答复期限";
        case ActKind::LapseUnpaid: return "逾期没有缴费，不再处理";
        case ActKind::Decide: return "作出处理决定";
        case ActKind::Deliver: return "送达答复";
        case ActKind::Withdraw: return "申请人撤回申请";
        case ActKind::FileRemedy: return chinese(act.remedy);
        case ActKind::RemedyResult: return chinese(act.outcome);
        case ActKind::Serve:
        case ActKind::ProposeExtension:
        case ActKind::Annul: return {};
    }
    return {};
}

void particulars(Html& out, const Act& act, const std::optional<std::string>& notice) {
    if (act.kind == ActKind::AskCorrection && act.until)
        out.raw("<p>请在")
            .text(day_and_weekday(*act.until))
            .raw("前补正；无正当理由逾期不补正的，")
            .raw("视为放弃申请。</p>");
    if (act.kind == ActKind::FixPeriod && act.until)
        out.raw("<p>延迟到").text(day_and_weekday(*act.until)).raw("。</p>");
    if (act.kind == ActKind::Extend) out.raw("<p>延长 ").number(act.days).raw(" 个工作日。</p>");
    if (act.kind == ActKind::FeeNotice) out.raw("<p>应缴 ").number(act.yuan).raw(" 元。</p>");
    if (act.kind == ActKind::Deliver) out.raw("<p>").text(chinese(act.delivery)).raw("</p>");
    for (const auto& item : act.items) {
        out.raw("<p>");
        if (act.items.size() > 1) out.raw("第 ").number(item.item).raw(" 项：");
        out.text(law::decision(item.code).name).raw("</p>");
    }
    if (notice) out.raw("<blockquote class=\"lines\">").text(*notice).raw("</blockquote>");
}

}  // namespace

void timeline(Html& out, const desk::Tracked& it) {
    const auto& acts = it.request.acts();
    out.raw("<ol class=\"timeline\">");
    for (int i = int(acts.size()) - 1; i >= 0; --i) {
        const Act& act = acts[std::size_t(i)];
        const auto title = heading(act);
        if (title.empty() || it.request.is_annulled(i)) continue;
        out.raw("<li><p class=\"day\"><time datetime=\"").text(iso(act.on)).raw("\">");
        out.text(day_and_weekday(act.on)).raw("</time></p><h3>").text(title).raw("</h3>");
        particulars(out, act, it.notices[std::size_t(i)]);
        out.raw("</li>");
    }
    out.raw("</ol>");
}

}  // namespace gongkai::web::portal
