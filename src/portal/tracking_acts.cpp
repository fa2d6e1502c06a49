#include "portal/tracking_acts.h"

#include "portal/platform.h"
#include "site/addresses.h"

namespace gongkai::portal {

using requests::Act;
using writer::Html;

namespace {

// Empty for what is not told.
std::string_view heading(const Act& act) {
    if (const auto* consultation = act.as<requests::Consult>())
        return consultation->party == requests::Party::ThirdParty ? "征求第三方意见"
                                                                  : "征求其他机关意见";
    if (const auto* remedy = act.as<requests::FileRemedy>()) return chinese(remedy->remedy);
    if (const auto* result = act.as<requests::RemedyResult>()) return chinese(result->outcome);
    return records::row_of<requests::Subject>(act).shown.words;
}

void particulars(Html& out, const Act& act, const journal::LogKey& organ) {
    using namespace requests;
    if (const auto* correction = act.as<AskCorrection>(); correction && correction->until)
        out.raw("<p>请在")
            .text(day_and_weekday(*correction->until))
            .raw("前补正；无正当理由逾期不补正的，")
            .raw("视为放弃申请。</p>");
    if (const auto* period = act.as<FixPeriod>(); period && period->until)
        out.raw("<p>延迟到").text(day_and_weekday(*period->until)).raw("。</p>");
    if (const auto* extension = act.as<Extend>())
        out.raw("<p>延长 ").number(extension->days).raw(" 个工作日。</p>");
    if (const auto* notice = act.as<FeeNotice>())
        out.raw("<p>应缴 ").number(notice->yuan).raw(" 元。</p>");
    if (const auto* delivery = act.as<Deliver>())
        out.raw("<p>").text(chinese(delivery->delivery)).raw("</p>");
    const auto* decision = act.as<Decide>();
    if (!decision) return;
    for (const auto& item : decision->items) {
        out.raw("<p>");
        if (decision->items.size() > 1) out.raw("第 ").number(item.item).raw(" 项：");
        out.text(chinese(item.code)).raw("</p>");
    }
    if (decision->message.empty()) return;
    out.raw("<p>已转信箱办理，来信编号 ").text(decision->message).raw("。可以用原查询码<a href=\"");
    out.text(address::letter_track(organ)).raw("\">查询来信办理情况</a>。</p>");
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
        particulars(out, act, it.request.key().log);
        if (const auto& notice = it.notices[std::size_t(i)])
            out.raw("<blockquote class=\"lines\">").text(*notice).raw("</blockquote>");
        out.raw("</li>");
    }
    out.raw("</ol>");
}

}  // namespace gongkai::portal
