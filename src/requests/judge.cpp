#include <algorithm>
#include <set>

#include "requests/clock.h"
#include "requests/transition.h"

// What the state alone does not tell: each refusal names its article. Lateness is none of them.
namespace gongkai::requests {

namespace {

using law::DecisionCode;

// Reg. 30 and 35 leave a period to the organ, as long as it is reasonable: more is a slip.
constexpr std::chrono::days longest_period{366};

Error refused(std::string code, std::string message) {
    return {ErrorKind::NotAllowed, "request." + std::move(code), std::move(message)};
}

Error invalid(std::string code, std::string message) {
    return {ErrorKind::Invalid, "request." + std::move(code), std::move(message)};
}

Status ask_correction(const Act& act, const Progress& now) {
    if (now.correction_asked_on)
        return refused("correction.twice",
                       "补正只能一次性告知，这件申请已经告知过补正"
                       "（《条例》第三十条）。");
    if (!act.until || *act.until <= act.on || *act.until > act.on + longest_period)
        return invalid("correction.until",
                       "请写明合理的补正期限，应晚于告知当天，在一年以内"
                       "（《条例》第三十条）。");
    if (act.words.empty())
        return invalid("correction.what", "请写明需要补正的事项（《条例》第三十条）。");
    return Done{};
}

Status lapse_uncorrected(const Act& act, const Progress& now) {
    if (now.correction_until && act.on <= *now.correction_until)
        return refused("correction.not-lapsed",
                       "补正期限到" + chinese(*now.correction_until) +
                           "为止，期满后仍不补正才能不再处理（《条例》第三十条）。");
    return Done{};
}

Status fix_period(const Act& act, const Progress& now) {
    if (!now.reasons_given_on)
        return refused("period.without-reasons",
                       "申请人说明理由、本机关认为合理的，才能确定延迟答复的期限"
                       "（《条例》第三十五条）。");
    if (now.period_fixed_on) return refused("period.twice", "延迟答复的期限已经确定过。");
    if (!act.until || *act.until <= act.on || *act.until > act.on + longest_period)
        return invalid("period.until", "请写明延迟到哪一天，应晚于告知当天，在一年以内。");
    return Done{};
}

const Consultation* consultation(const Act& act, const Progress& now) {
    const auto it =
        std::ranges::find(now.consultations, act.refers_to.value_or(-1), &Consultation::act);
    return it == now.consultations.end() ? nullptr : &*it;
}

Status serve(const Act& act, const Progress& now) {
    if (act.refers_to && act.refers_to == now.fee_act) {
        if (now.fee_served_on) return refused("serve.twice", "收费通知的送达日期已经登记。");
        return Done{};
    }
    const Consultation* it = consultation(act, now);
    if (!it) return invalid("serve.which", "请选择送达的是哪一份文书。");
    if (it->served_on) return refused("serve.twice", "这份征求意见书的送达日期已经登记。");
    return Done{};
}

Status opinion(const Act& act, const Progress& now, const Rules& rules) {
    const Consultation* it = consultation(act, now);
    if (!it) return invalid("opinion.which", "请选择是对哪一份征求意见书的意见。");
    if (it->answered_on) return refused("opinion.twice", "这份征求意见书的意见已经登记。");
    if (act.answer != Answer::Silent) return Done{};
    // Silence means something only where Reg. 32 or 34 sets a term, and when it has passed.
    if (it->party == Party::OtherOrgan)
        return refused("opinion.no-term", "征求其他机关意见没有法定期限，请登记实际收到的意见。");
    const auto due = opinion_due(*it, rules.calendar);
    if (!due)
        return refused("opinion.not-served", "还没有登记征求意见书的送达日期，不能认定逾期。");
    if (act.on <= *due)
        return refused("opinion.not-lapsed",
                       "提出意见的期限到" + chinese(*due) + "为止，期满后才能认定逾期未提出意见。");
    return Done{};
}

Status extension(const Act& act, const Progress& now, const Rules& rules) {
    if (const auto term = answer_term(now, rules, act.on); term && term->extension_used)
        return refused("extend.twice", "答复期限只能延长一次（《条例》第三十三条第二款）。");
    if (act.days < 1 || act.days > extension_days)
        return invalid("extend.days",
                       "延长的期限最长不得超过20个工作日，"
                       "请填 1 到 20（《条例》第三十三条第二款）。");
    if (act.kind == ActKind::ProposeExtension && now.extension_proposed >= 0)
        return refused("extend.proposed", "已经报请延长，正等待机构负责人同意。");
    // Reg. 33(2): the head of the disclosure office agrees to what another has proposed.
    if (act.kind == ActKind::Extend && now.extension_proposed >= 0 && act.by == now.proposed_by)
        return refused("extend.own",
                       "报请延长的人不能自己同意，请由政府信息公开工作机构负责人办理"
                       "（《条例》第三十三条第二款）。");
    return Done{};
}

Status fee_notice(const Act& act, const Progress& now) {
    if (now.fee_sent_on) return refused("fee.twice", "这件申请已经发过收费通知。");
    if (act.yuan <= 0) return invalid("fee.amount", "请填写应缴金额，以元为单位，大于 0。");
    return Done{};
}

Status lapse_unpaid(const Act& act, const Progress& now, const Rules& rules) {
    const auto due = payment_due(now, rules.calendar);
    if (!due)
        return refused("fee.not-served", "还没有登记收费通知的送达日期，不能认定逾期不缴费。");
    if (act.on <= *due)
        return refused("fee.not-lapsed", "缴费期限到" + chinese(*due) +
                                             "为止，期满后仍不缴费才能不再处理"
                                             "（国办函〔2020〕109号）。");
    return Done{};
}

bool gives(const Act& act) {
    return std::ranges::any_of(act.items,
                               [](const ItemDecision& it) { return law::decision(it.code).gives; });
}

bool has(const Act& act, DecisionCode code) {
    return std::ranges::find(act.items, code, &ItemDecision::code) != act.items.end();
}

Status every_item_once(const Act& act, const Application& application) {
    std::set<int> items;
    for (const ItemDecision& it : act.items) {
        if (it.item < 1 || it.item > application.items || !items.insert(it.item).second)
            return invalid("decide.items", "每一项申请只能有一个处理决定，项号应在 1 到 " +
                                               std::to_string(application.items) + " 之间。");
        if (it.code == DecisionCode::O1 || it.code == DecisionCode::O2)
            return refused("decide.lapse",
                           "逾期不补正、逾期不缴费请用相应的事项办理，"
                           "不用作出处理决定。");
    }
    if (int(items.size()) == application.items) return Done{};
    return invalid("decide.items", "这件申请共 " + std::to_string(application.items) +
                                       " 项，请对每一项都作出处理决定。");
}

Status grounds(const Act& act, const Progress& now) {
    if (has(act, DecisionCode::U3) && !now.correction_asked_on)
        return refused("decide.never-corrected",
                       "没有告知过补正，不能以“补正后申请内容仍不明确”答复（《条例》第三十条）。");
    if (has(act, DecisionCode::N4) && !now.reasons_asked_on)
        return refused("decide.reasons-never-asked",
                       "没有要求申请人说明理由，不能以“无正当理由大量反复申请”不予处理"
                       "（《条例》第三十五条）。");
    // 合理检索义务: the search stays on file.
    if (has(act, DecisionCode::U1a) && act.evidence.empty())
        return invalid("decide.search", "答复信息不存在，应当写明检索的范围、方法和结果。");
    return Done{};
}

Status decide(const Act& act, const Application& application, const Progress& now) {
    GK_CHECK(every_item_once(act, application));
    GK_CHECK(grounds(act, now));
    if (now.state == State::AwaitingReasons &&
        !std::ranges::all_of(act.items,
                             [](const ItemDecision& it) { return it.code == DecisionCode::N4; }))
        return refused("decide.awaiting-reasons", "正等待申请人说明理由，请先登记收到的理由。");
    const bool refusal = std::ranges::any_of(now.consultations, [](const Consultation& it) {
        return it.party == Party::ThirdParty && it.answer == Answer::Refuses && it.answered_on;
    });
    // Reg. 32: against a third party that refuses with reason only for the public interest.
    if (refusal && gives(act) && !(act.public_interest && !act.words.empty()))
        return refused("decide.third-party-refused",
                       "第三方不同意公开。要公开，须认定不公开可能对公共利益造成重大影响，"
                       "并写明理由（《条例》第三十二条）；或者在部分公开时写明公开的部分"
                       "不损害第三方权益。");
    return Done{};
}

Status file_remedy(const Act& act, const Progress& now) {
    const bool reviewed = std::ranges::any_of(
        now.remedies, [](const RemedyCase& it) { return it.remedy == Remedy::Review; });
    if (act.remedy == Remedy::SuitAfterReview && !reviewed)
        return refused("remedy.no-review", "没有登记过行政复议，不能登记复议后起诉。");
    return Done{};
}

Status remedy_result(const Act& act, const Progress& now) {
    const auto it = std::ranges::find(now.remedies, act.refers_to.value_or(-1), &RemedyCase::act);
    if (it == now.remedies.end())
        return invalid("remedy.which", "请选择是哪一件复议或诉讼的结果。");
    if (it->ended_on) return refused("remedy.twice", "这件复议或诉讼的结果已经登记。");
    return Done{};
}

}  // namespace

Status judge(const Act& act, const Application& application, const Progress& now,
             const Rules& rules) {
    switch (act.kind) {
        case ActKind::AskCorrection: return ask_correction(act, now);
        case ActKind::LapseUncorrected: return lapse_uncorrected(act, now);
        case ActKind::AskReasons:
            if (now.reasons_asked_on) return refused("reasons.twice", "已经要求申请人说明过理由。");
            return Done{};
        case ActKind::FixPeriod: return fix_period(act, now);
        case ActKind::Serve: return serve(act, now);
        case ActKind::Opinion: return opinion(act, now, rules);
        case ActKind::ProposeExtension:
        case ActKind::Extend: return extension(act, now, rules);
        case ActKind::FeeNotice: return fee_notice(act, now);
        case ActKind::LapseUnpaid: return lapse_unpaid(act, now, rules);
        case ActKind::Decide: return decide(act, application, now);
        case ActKind::FileRemedy: return file_remedy(act, now);
        case ActKind::RemedyResult: return remedy_result(act, now);
        default: return Done{};
    }
}

}  // namespace gongkai::requests
