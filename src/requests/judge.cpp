#include <algorithm>
#include <set>

#include "requests/clock.h"

// Why an act that the state allows may still not be recorded: each refusal names its article. An
// act that comes late is recorded; clocks and reports tell that it was late.
namespace gongkai::requests {

namespace {

using law::DecisionCode;

// Reg. 30 and 35 leave a period to the organ, as long as it is reasonable: more is a slip.
constexpr std::chrono::days longest_period{366};

using Moment = records::Moment<Subject>;

Error refused(std::string_view code, std::string message) {
    return records::refused(Subject::table(), code, std::move(message));
}

Error invalid(std::string_view code, std::string message) {
    return records::invalid(Subject::table(), code, std::move(message));
}

const Application& application(const Moment& moment) {
    return std::get<Register>(moment.before.front().what).application;
}

// The Regulation of 2007, before which nobody could ask under it.
constexpr Date regulation_begins =
    std::chrono::sys_days{std::chrono::year{2008} / std::chrono::May / 1};

Status judge(const Register& act, const Moment&) {
    const Application& application = act.application;
    if (application.items < 1 || application.items > 99)
        return invalid("items", "申请的事项数应在 1 到 99 之间。");
    if (application.submitted_on < regulation_begins)
        return invalid("before-regulation", "提交日期" + chinese(application.submitted_on) +
                                                "早于《条例》施行的2008年5月1日。请核对日期。");
    if (application.received_on < application.submitted_on)
        return invalid("received-before-submitted",
                       "收到日期" + chinese(application.received_on) + "早于申请人提交的日期" +
                           chinese(application.submitted_on) + "。请核对两个日期。");
    if (application.applicant.empty() || application.content.empty())
        return invalid("contents", "申请应当写明申请人和所需的政府信息（《条例》第二十九条）。");
    return Done{};
}

Status judge(const Confirm&, const Moment&) { return Done{}; }

Status judge(const AskCorrection& act, const Moment& moment) {
    if (moment.now.correction_asked_on)
        return refused("correction.twice",
                       "补正只能一次性告知，这件申请已经告知过补正"
                       "（《条例》第三十条）。");
    if (!act.until || *act.until <= moment.act.on || *act.until > moment.act.on + longest_period)
        return invalid("correction.until",
                       "请写明合理的补正期限，应晚于告知当天，在一年以内"
                       "（《条例》第三十条）。");
    if (moment.act.words.empty())
        return invalid("correction.what", "请写明需要补正的事项（《条例》第三十条）。");
    return Done{};
}

Status judge(const Correct&, const Moment&) { return Done{}; }

Status judge(const LapseUncorrected&, const Moment& moment) {
    const Progress& now = moment.now;
    if (now.correction_until && moment.act.on <= *now.correction_until)
        return refused("correction.not-lapsed",
                       "补正期限到" + chinese(*now.correction_until) +
                           "为止，期满后仍不补正才能不再处理（《条例》第三十条）。");
    return Done{};
}

Status judge(const AskReasons&, const Moment& moment) {
    if (moment.now.reasons_asked_on) return refused("reasons.twice", "已经要求申请人说明过理由。");
    return Done{};
}

Status judge(const GiveReasons&, const Moment&) { return Done{}; }

Status judge(const FixPeriod& act, const Moment& moment) {
    const Progress& now = moment.now;
    if (!now.reasons_given_on)
        return refused("period.without-reasons",
                       "申请人说明理由、本机关认为合理的，才能确定延迟答复的期限"
                       "（《条例》第三十五条）。");
    if (now.period_fixed_on) return refused("period.twice", "延迟答复的期限已经确定过。");
    if (!act.until || *act.until <= moment.act.on || *act.until > moment.act.on + longest_period)
        return invalid("period.until", "请写明延迟到哪一天，应晚于告知当天，在一年以内。");
    return Done{};
}

Status judge(const Consult&, const Moment&) { return Done{}; }

int number_of(const std::optional<Reference>& refers_to) { return refers_to ? refers_to->act : -1; }

const Consultation* consultation(const std::optional<Reference>& refers_to, const Progress& now) {
    const auto found =
        std::ranges::find(now.consultations, number_of(refers_to), &Consultation::act);
    return found == now.consultations.end() ? nullptr : &*found;
}

Status judge(const Serve& act, const Moment& moment) {
    const Progress& now = moment.now;
    if (act.refers_to && act.refers_to->act == now.fee_act) {
        if (now.fee_served_on) return refused("serve.twice", "收费通知的送达日期已经登记。");
        return Done{};
    }
    const Consultation* letter = consultation(act.refers_to, now);
    if (!letter) return invalid("serve.which", "请选择送达的是哪一份文书。");
    if (letter->served_on) return refused("serve.twice", "这份征求意见书的送达日期已经登记。");
    return Done{};
}

Status judge(const Opinion& act, const Moment& moment) {
    const Consultation* letter = consultation(act.refers_to, moment.now);
    if (!letter) return invalid("opinion.which", "请选择是对哪一份征求意见书的意见。");
    if (letter->answered_on) return refused("opinion.twice", "这份征求意见书的意见已经登记。");
    if (act.answer != Answer::Silent) return Done{};
    // Silence means something only where Reg. 32 or 34 sets a term, and when it has passed.
    if (letter->party == Party::OtherOrgan)
        return refused("opinion.no-term", "征求其他机关意见没有法定期限，请登记实际收到的意见。");
    const auto due = opinion_due(*letter, moment.rules.calendar);
    if (!due)
        return refused("opinion.not-served", "还没有登记征求意见书的送达日期，不能认定逾期。");
    if (moment.act.on <= *due)
        return refused("opinion.not-lapsed",
                       "提出意见的期限到" + chinese(*due) + "为止，期满后才能认定逾期未提出意见。");
    return Done{};
}

Status extension(int days, const Moment& moment) {
    const auto term = answer_term(moment.now, moment.rules, moment.act.on);
    if (term && term->extension_used)
        return refused("extend.twice", "答复期限只能延长一次（《条例》第三十三条第二款）。");
    if (days < 1 || days > extension_days)
        return invalid("extend.days",
                       "延长的期限最长不得超过20个工作日，"
                       "请填 1 到 20（《条例》第三十三条第二款）。");
    return Done{};
}

Status judge(const ProposeExtension& act, const Moment& moment) {
    GK_CHECK(extension(act.days, moment));
    if (moment.now.extension_proposed >= 0)
        return refused("extend.proposed", "已经报请延长，正等待机构负责人同意。");
    return Done{};
}

Status judge(const Extend& act, const Moment& moment) {
    GK_CHECK(extension(act.days, moment));
    // Reg. 33(2): the head of the disclosure office agrees to what another has proposed.
    if (moment.now.extension_proposed >= 0 && moment.act.by == moment.now.proposed_by)
        return refused("extend.own",
                       "报请延长的人不能自己同意，请由政府信息公开工作机构负责人办理"
                       "（《条例》第三十三条第二款）。");
    return Done{};
}

Status judge(const FeeNotice& act, const Moment& moment) {
    if (moment.now.fee_sent_on) return refused("fee.twice", "这件申请已经发过收费通知。");
    if (act.yuan <= 0) return invalid("fee.amount", "请填写应缴金额，以元为单位，大于 0。");
    return Done{};
}

Status judge(const Pay&, const Moment&) { return Done{}; }

Status judge(const LapseUnpaid&, const Moment& moment) {
    const auto due = payment_due(moment.now, moment.rules.calendar);
    if (!due)
        return refused("fee.not-served", "还没有登记收费通知的送达日期，不能认定逾期不缴费。");
    if (moment.act.on <= *due)
        return refused("fee.not-lapsed", "缴费期限到" + chinese(*due) +
                                             "为止，期满后仍不缴费才能不再处理"
                                             "（国办函〔2020〕109号）。");
    return Done{};
}

bool gives(const Decide& act) {
    return std::ranges::any_of(
        act.items, [](const ItemDecision& each) { return law::decision(each.code).gives; });
}

bool has(const Decide& act, DecisionCode code) {
    return std::ranges::find(act.items, code, &ItemDecision::code) != act.items.end();
}

Status every_item_once(const Decide& act, const Application& application) {
    std::set<int> items;
    for (const ItemDecision& each : act.items) {
        if (each.item < 1 || each.item > application.items || !items.insert(each.item).second)
            return invalid("decide.items", "每一项申请只能有一个处理决定，项号应在 1 到 " +
                                               std::to_string(application.items) + " 之间。");
        if (each.code == DecisionCode::O1 || each.code == DecisionCode::O2)
            return invalid("decide.lapse",
                           "逾期不补正、逾期不缴费请用相应的事项办理，"
                           "不用作出处理决定。");
    }
    if (int(items.size()) == application.items) return Done{};
    return invalid("decide.items", "这件申请共 " + std::to_string(application.items) +
                                       " 项，请对每一项都作出处理决定。");
}

Status grounds(const Decide& act, const Progress& now) {
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

Status judge(const Decide& act, const Moment& moment) {
    const Progress& now = moment.now;
    GK_CHECK(every_item_once(act, application(moment)));
    GK_CHECK(grounds(act, now));
    if (now.state == State::AwaitingReasons &&
        !std::ranges::all_of(
            act.items, [](const ItemDecision& each) { return each.code == DecisionCode::N4; }))
        return refused("decide.awaiting-reasons", "正等待申请人说明理由，请先登记收到的理由。");
    const bool refusal = std::ranges::any_of(now.consultations, [](const Consultation& each) {
        return each.party == Party::ThirdParty && each.answer == Answer::Refuses &&
               each.answered_on;
    });
    // Reg. 32: against a third party that refuses with reason only for the public interest.
    if (refusal && gives(act) && !(act.public_interest && !moment.act.words.empty()))
        return refused("decide.third-party-refused",
                       "第三方不同意公开。要公开，须认定不公开可能对公共利益造成重大影响，"
                       "并写明理由（《条例》第三十二条）；或者在部分公开时写明公开的部分"
                       "不损害第三方权益。");
    return Done{};
}

Status judge(const Deliver&, const Moment&) { return Done{}; }
Status judge(const Withdraw&, const Moment&) { return Done{}; }

Status judge(const FileRemedy& act, const Moment& moment) {
    const bool reviewed = std::ranges::find(moment.now.remedies, Remedy::Review,
                                            &RemedyCase::remedy) != moment.now.remedies.end();
    if (act.remedy == Remedy::SuitAfterReview && !reviewed)
        return refused("remedy.no-review", "没有登记过行政复议，不能登记复议后起诉。");
    return Done{};
}

Status judge(const RemedyResult& act, const Moment& moment) {
    const auto& all = moment.now.remedies;
    const auto found = std::ranges::find(all, number_of(act.refers_to), &RemedyCase::act);
    if (found == all.end()) {
        if (std::ranges::none_of(all, [](const RemedyCase& each) { return !each.ended_on; }))
            return refused("remedy.none", "没有等待结果的复议或诉讼。请先登记复议或诉讼。");
        return invalid("remedy.which", "请选择是哪一件复议或诉讼的结果。");
    }
    if (found->ended_on) return refused("remedy.twice", "这件复议或诉讼的结果已经登记。");
    return Done{};
}

}  // namespace

Status Subject::judge(const Kinds& what, const Moment& moment) {
    return records::judged(what,
                           [&](const auto& act) -> Status { return requests::judge(act, moment); });
}

}  // namespace gongkai::requests
