#include <algorithm>

#include "base/text.h"
#include "interaction/proposal_clock.h"
#include "publication/gate.h"

// Why an act that the state allows may still not be recorded. An act that comes late is recorded;
// clocks tell that it was late.
namespace gongkai::interaction::proposals {

namespace {

using Moment = records::Moment<Subject>;

// A promise may take years, a slip of the year must not.
constexpr std::chrono::days longest_promise{366 * 10};

Error refused(std::string_view code, std::string message) {
    return records::refused(Subject::table(), code, std::move(message));
}

Error invalid(std::string_view code, std::string message) {
    return records::invalid(Subject::table(), code, std::move(message));
}

bool is_said(const std::string& text) {
    return !text::is_blank(text) && text::is_utf8(text) && text.find('\0') == std::string::npos;
}

bool is_said_or_empty(const std::string& text) { return text.empty() || is_said(text); }

// A part of its own, in an assignment, is no part at all.
Status judge_part(const Units& units) {
    if (units.part != Part::Gone) return Done{};
    return invalid("part", "登记交办时，请选择主办、分办或者会办。");
}

Status judge_units(const Units& units) {
    if (!is_said(units.lead)) return invalid("lead", "请填写主办单位。");
    for (std::size_t i = 0; i < units.co_units.size(); ++i) {
        const auto& unit = units.co_units[i];
        if (!is_said(unit))
            return invalid("co_units", "会办、分办单位中有空的一行。请填写或者删去。");
        const auto rest = std::span(units.co_units).subspan(i + 1);
        if (unit == units.lead || std::ranges::find(rest, unit) != rest.end())
            return invalid("co_units.twice", "“" + unit + "”写了两次。每个单位只写一次。");
    }
    if (units.part == Part::Joint && units.co_units.empty())
        return invalid("co_units.none", "本机关会办的，请在会办单位中写上本机关。");
    return Done{};
}

Status judge(const Register& act, const Moment&) {
    if (!is_said(act.assigned_number)) return invalid("number", "请填写编号，例如“第123号”。");
    if (!is_said(act.session)) return invalid("session", "请填写届次。");
    if (!is_said(act.matter)) return invalid("matter", "请填写标题（案由）。");
    if (act.proposer.empty()) return invalid("proposer", "请填写提出人。");
    if (act.content.empty()) return invalid("content", "请填写建议、提案的内容。");
    GK_CHECK(judge_part(act.units));
    return judge_units(act.units);
}

Status judge(const Return&, const Moment&) { return Done{}; }
Status judge(const AnswerReturn&, const Moment&) { return Done{}; }

Status judge(const ChangeUnits& act, const Moment& moment) {
    if (act.units == moment.now.units)
        return invalid("units.same", "承办单位没有变化。请填写调整后的单位。");
    return judge_units(act.units);
}

Status judge(const ReceiveOpinion& act, const Moment& moment) {
    const Units& units = moment.now.units;
    if (units.part != Part::Lead)
        return refused("opinion.not-lead", "会办意见送主办单位，只有主办的才登记收到的意见。");
    if (std::ranges::find(units.co_units, act.unit) == units.co_units.end())
        return invalid("opinion.which", "请选择一个会办单位。");
    if (std::ranges::find(moment.now.opinions, act.unit, &OpinionReceived::unit) !=
        moment.now.opinions.end())
        return refused("opinion.twice", "“" + act.unit + "”的会办意见已经登记。");
    return Done{};
}

Status judge(const GiveOpinion&, const Moment& moment) {
    if (moment.now.units.part == Part::Joint) return Done{};
    return refused("opinion.not-joint", "本机关不是会办单位，请直接答复提出人。");
}

Status judge(const Extend& act, const Moment& moment) {
    if (moment.now.extended_on) return refused("extend.twice", "答复期限只能延长一次。");
    if (moment.now.units.part == Part::Joint)
        return refused("extend.joint", "本机关只提会办意见，答复期限由主办单位决定是否延长。");
    if (!is_said_or_empty(act.agreed_by)) return invalid("extend.agreed", "请核对同意延长的机关。");
    return Done{};
}

Status judge_promises(const Reply& reply, const AnswerClass& its_class, Date on) {
    if (!its_class.promises) {
        if (reply.promises.empty()) return Done{};
        return invalid("answer.promise.class", its_class.code + " 类（" + its_class.words +
                                                   "）没有承诺事项。请改选类别，或者删去承诺。");
    }
    if (reply.promises.empty())
        return invalid("answer.promise", its_class.code + " 类（" + its_class.words +
                                             "）应当写明承诺的事项和完成时限。");
    for (const Promise& each : reply.promises)
        if (!is_said(each.what) || each.until <= on || each.until > on + longest_promise)
            return invalid("answer.promise.until",
                           "每一项承诺都要写明事项，完成时限应晚于答复当天，在十年以内。");
    return Done{};
}

Status judge_reply(const Reply& reply, const Moment& moment) {
    if (moment.now.units.part == Part::Joint)
        return refused("answer.joint", "本机关是会办单位，由主办单位答复。请提出会办意见。");
    const AnswerClass* its_class = moment.rules.settings.find(reply.answer_class);
    if (!its_class) return invalid("answer.class", "请选择答复类别，例如 A。");
    if (!is_said(reply.document_number)) return invalid("answer.number", "请填写答复的文号。");
    if (!is_said(reply.signed_by)) return invalid("answer.signed", "请填写签发人。");
    if (!is_said(reply.contact) || !is_said(reply.phone))
        return invalid("answer.contact", "请填写联系单位和联系人、联系电话。");
    if (reply.text.empty()) return invalid("answer.text", "请填写答复全文。");
    return judge_promises(reply, *its_class, moment.act.on);
}

Status judge(const Answer& act, const Moment& moment) { return judge_reply(act.reply, moment); }
Status judge(const AnswerAgain& act, const Moment& moment) {
    return judge_reply(act.reply, moment);
}

// Whoever changes his word is heard: both stand on record, the later one counts.
Status judge(const Feedback& act, const Moment& moment) {
    if (moment.now.last_answer()->satisfaction == act.satisfaction)
        return refused("feedback.twice", "这次答复的反馈已经登记为“" +
                                             std::string(chinese(act.satisfaction)) + "”。");
    return Done{};
}

Status judge(const Close&, const Moment& moment) {
    const Date due = feedback_due(moment.now, moment.rules);
    if (moment.act.on > due) return Done{};
    return refused("close.waiting",
                   "反馈的期限到" + chinese(due) + "为止，期满后仍没有收到反馈才能这样办结。");
}

// Which promise an act is about, while it is open.
Result<const PromiseMade*> open_promise(int number, const Progress& now) {
    if (now.promises.empty()) return refused("promise.none", "答复中没有承诺事项。");
    if (number < 1 || number > int(now.promises.size()))
        return invalid("promise.which", "请选择第 1 到第 " + std::to_string(now.promises.size()) +
                                            " 项承诺中的一项。");
    const PromiseMade& promise = now.promises[std::size_t(number - 1)];
    if (promise.ended_on)
        return refused("promise.ended", "第 " + std::to_string(number) + " 项承诺已经办结。");
    return &promise;
}

Status judge(const ReportPromise& act, const Moment& moment) {
    GK_TRY(promise, open_promise(act.promise, moment.now));
    (void)promise;
    return Done{};
}

Status judge(const DeferPromise& act, const Moment& moment) {
    GK_TRY(promise, open_promise(act.promise, moment.now));
    const Date last = promise->deferrals.empty() ? promise->until : promise->deferrals.back().until;
    if (act.until <= last || act.until <= moment.act.on)
        return invalid("promise.until", "新的时限应晚于原来的" + chinese(last) + "和决定日期。");
    // Again and again a little later is the same as for ever.
    const auto sent = std::ranges::find(moment.now.answers, promise->act, &Sent::act);
    const Span& most = moment.rules.settings.longest_deferral;
    const Date end = std::min(*term(moment.rules.calendar, moment.act.on, most).last_day,
                              sent->on + longest_promise);
    if (act.until > end)
        return invalid("promise.until", "每次最多推迟" + chinese(most) +
                                            "，并且不超过答复后十年，新的时限不能晚于" +
                                            chinese(end) + "。");
    return Done{};
}

Status judge(const EndPromise& act, const Moment& moment) {
    GK_TRY(promise, open_promise(act.promise, moment.now));
    // An earlier promise gives way to one of a later answer, and to nothing else.
    if (act.result == PromiseEnd::Replaced && promise->act == moment.now.promises.back().act)
        return invalid("promise.replaced", "没有再次答复的承诺可以代替它。请选择别的结果。");
    return Done{};
}

Status judge(const Prepare& act, const Moment& moment) {
    for (const std::string* text :
         {&act.heading, &act.proposer_shown, &act.about, &act.answer_text, &act.why_not})
        if (!is_said_or_empty(*text))
            return invalid("prepare.text", "有一项只有空格，或者有不能识别的字符。请核对。");
    if (act.manner == Manner::None)
        return act.why_not.empty() ? Status(invalid("prepare.why-not", "请写明不公开的理由。"))
                                   : Status(Done{});
    if (act.answer_text.empty())
        return invalid("prepare.answer", "请填写公开的答复，全文或者摘要。");
    if (!act.proposer_shown.empty() && moment.rules.settings.proposer != ProposerShown::Name)
        return invalid("prepare.proposer",
                       "本地的设置是只显示编号，不公开提出人姓名。请不要填写。");
    return Done{};
}

Status judge(const Review& act, const Moment& moment) {
    if (act.refers_to.act != moment.now.prepared)
        return invalid("review.which", "请审查最后拟定的文稿。它刚改过的，请重新打开再审查。");
    if (!act.checklist.passes() && moment.act.words.empty())
        return invalid("review.why", "有一项回答“否”的，请写明要修改什么。");
    // Reg. 17(1): who wrote it and who looks at it are two. The gate says the rest on publication.
    if (moment.act.by == moment.now.prepared_by)
        return refused("review.own", "拟定公开内容的人不能审查它。请由另一人审查。");
    return Done{};
}

Status judge(const Publish&, const Moment& moment) {
    return publication::check(
        {"", {moment.now.prepared_by}, moment.now.reviewed_by, true, moment.act.on});
}

Status judge(const TakeDown&, const Moment&) { return Done{}; }
Status judge(const Withdraw&, const Moment&) { return Done{}; }

}  // namespace

Status Subject::judge(const Kinds& what, const Moment& moment) {
    return records::judged(
        what, [&](const auto& act) -> Status { return proposals::judge(act, moment); });
}

}  // namespace gongkai::interaction::proposals
