#include <algorithm>

#include "base/text.h"
#include "interaction/message.h"

// Why an act that the state allows may still not be recorded. What comes late is recorded.
namespace gongkai::interaction::messages {

namespace {

using Moment = records::Moment<Subject>;

// A day farther off than this is a slip of the pen.
constexpr std::chrono::days longest_period{366};

Error refused(std::string_view code, std::string message) {
    return records::refused(Subject::table(), code, std::move(message));
}

Error invalid(std::string_view code, std::string message) {
    return records::invalid(Subject::table(), code, std::move(message));
}

Status named(const std::string& given, std::string_view code, std::string message) {
    if (text::is_blank(given) || !text::is_utf8(given)) return invalid(code, std::move(message));
    return Done{};
}

Status judge(const Enter& act, const Moment& moment) {
    const Concern& it = act.concern;
    if (it.title.empty()) return invalid("title", "请填写来信的标题。");
    if (it.content.empty()) return invalid("content", "请填写来信的内容。");
    if (!text::is_utf8(it.ticket)) return invalid("ticket", "工单编号里有不能识别的字符。");
    if (it.until && (*it.until < moment.act.on || *it.until > moment.act.on + longest_period))
        return invalid("until", "派单时确定的期限不应早于收到日期" + chinese(moment.act.on) +
                                    "，也不应超过一年。");
    return Done{};
}

Status judge(const Accept&, const Moment&) { return Done{}; }

Status judge(const PassOn& act, const Moment&) {
    return named(act.unit, "unit", "请填写承办科室。");
}

Status judge(const Reply& act, const Moment&) {
    if (act.answer.empty()) return invalid("answer", "请填写答复内容。");
    return Done{};
}

Status judge(const CallBack&, const Moment&) { return Done{}; }

Status judge(const Close&, const Moment& moment) {
    const Progress& now = moment.now;
    if (now.state == State::Handling && now.reply_wished)
        return refused("close.no-reply", "来信人要求答复，请先登记答复，再办结。");
    if (now.state == State::Handling && moment.act.words.empty())
        return invalid("close.result", "没有答复就办结的，请写明办理结果。");
    return Done{};
}

Status judge(const Extend& act, const Moment& moment) {
    const auto now = due(moment.now);
    if (moment.now.extended_until)
        return refused("extend.twice", "这一轮办理已经延期过一次，不能再延期。");
    if (!act.until || *act.until > moment.act.on + longest_period)
        return invalid("extend.until", "请写明延长到哪一天，应在一年以内。");
    if (now && *act.until <= *now)
        return invalid("extend.until",
                       "延长后的期限应晚于现在的期限" + chinese(*now) + "。请核对日期。");
    return Done{};
}

Status judge(const Transfer& act, const Moment& moment) {
    if (moment.now.designated)
        return refused("transfer.designated", "已经指定由本机关承办，不能再转给其他单位。");
    return named(act.to, "to", "请填写转给哪个单位。");
}

// A return is for what is clearly not the unit's; what was designated stays.
Status judge(const SendBack&, const Moment& moment) {
    const Progress& now = moment.now;
    if (now.first_replied_on)
        return refused("send-back.answered",
                       "本机关已经答复过这件来信，不能再退回。请再次答复，"
                       "或者转其他单位办理。");
    if (now.designated)
        return refused("send-back.designated", "已经指定由本机关承办，不能再退回。");
    if (now.source == Source::Website || now.source == Source::Correction)
        return refused("send-back.own",
                       "本机关网站收到的来信没有派单单位，不能退回。"
                       "不属于本机关职责的，请转其他单位办理，或者告知不予受理。");
    return Done{};
}

// A designation settles whose matter it is. It does not open what lies with a court, nor a secret.
Status judge(const Refuse& act, const Moment& moment) {
    const bool barred_by_law = act.ground == Ground::Litigation || act.ground == Ground::Secret;
    if (moment.now.designated && !barred_by_law)
        return refused(
            "refuse.designated",
            "已经指定由本机关承办，不能不予受理。已进入诉讼、仲裁、行政复议或者监察程序，"
            "或者涉及国家秘密、商业秘密、个人隐私的除外。");
    return Done{};
}

Status judge(const HandOver& act, const Moment& moment) {
    const auto& origin = moment.before.front().as<Enter>()->concern.from_request;
    // One matter does not go to and fro, each time with a new term.
    if (!origin.empty())
        return refused("hand-over.back",
                       "这件来信是由政府信息公开申请" + origin +
                           "转来的，不能再转为申请。确属政府信息公开申请的，请更正来信的登记，"
                           "那件申请随之恢复办理。");
    return named(act.request, "request", "申请编号由系统生成，请通过“转为政府信息公开申请”办理。");
}

Status judge(const Designate&, const Moment& moment) {
    if (moment.now.designated) return refused("designate.twice", "已经登记过指定承办。");
    return Done{};
}

Status judge(const Reclassify& act, const Moment& moment) {
    const Progress& now = moment.now;
    if (act.matter == now.matter && act.secrecy == now.secrecy &&
        act.reply_wished == now.reply_wished)
        return invalid("reclassify.same", "类别、是否保密和是否要求答复都没有变化。");
    const bool no_answer_any_more = now.reply_wished && !act.reply_wished;
    const bool after_its_term =
        act.matter != now.matter && awaits_answer(now.state) && is_past(now, moment.act.on);
    if ((no_answer_any_more || after_its_term) && moment.act.words.empty())
        return invalid("reclassify.reason",
                       "改为不要求答复，或者期限已过才调整类别的，请写明理由。");
    return Done{};
}

Status judge(const Reopen&, const Moment&) { return Done{}; }

// Nothing is prepared that may never be public.
Status may_be_public(const Progress& now) {
    if (const auto bar = claim(now).bar; !bar.empty()) return refused("publish.barred", bar);
    return Done{};
}

Status judge(const Propose& act, const Moment& moment) {
    GK_CHECK(may_be_public(moment.now));
    if (!moment.now.first_replied_on)
        return refused("publish.no-reply", "还没有答复，没有可以公开的内容。");
    if (act.text.empty()) return invalid("publish.text", "请填写拟公开的标题、问题和答复。");
    return Done{};
}

Status judge(const Review& act, const Moment& moment) {
    const Progress& now = moment.now;
    GK_CHECK(may_be_public(now));
    if (now.stage == Stage::Outdated)
        return refused("review.outdated",
                       "拟写之后又重新办理或者重新答复过，拟公开的内容已经过时。"
                       "请按现在的答复重新拟写后再审核。");
    if (act.refers_to.act != now.proposal)
        return Error{ErrorKind::Conflict, "message.review.other-text",
                     "审核的不是现在拟公开的内容。请重新打开，看过现在的内容再审核。"};
    if (std::ranges::find(now.writers, moment.act.by) != now.writers.end())
        return refused("review.own", "拟写公开内容的人不能审核它。请由另一人审核。");
    if (!act.checklist.passes() && moment.act.words.empty())
        return invalid("review.opinion", "有一项以上为“否”的，请写明需要修改的内容。");
    return Done{};
}

Status judge(const Publish& act, const Moment& moment) {
    GK_CHECK(publication::check(claim(moment.now)));
    if (moment.now.stage == Stage::Outdated)
        return refused("publish.outdated",
                       "拟写之后又重新办理或者重新答复过，审核过的内容已经过时，不能公开。"
                       "请按现在的答复重新拟写，再送审。");
    for (const std::string* part : {&act.text.title, &act.text.question, &act.text.answer})
        GK_CHECK(named(*part, "publish.text", "公开的标题、问题和答复都应当填写。"));
    return Done{};
}

// What a bar has hidden is withdrawn once more by whoever then puts right that it was barred.
Status judge(const Withdraw&, const Moment& moment) {
    if (moment.now.stage == Stage::Withdrawn && !moment.now.hidden_by_bar)
        return records::not_now(Subject::table(), records::row_for<Subject, Withdraw>(),
                                Subject::state_words(moment.now));
    return Done{};
}

}  // namespace

Status Subject::judge(const Kinds& what, const Moment& moment) {
    return records::judged(what,
                           [&](const auto& act) -> Status { return messages::judge(act, moment); });
}

// What the public has read was not a slip: it is withdrawn, and that is seen.
Status Subject::judge_annulment(const Message& message, int act) {
    const MessageAct& wrong = message.acts().at(std::size_t(act));
    if (wrong.is<Publish>() || wrong.is<Withdraw>())
        return refused("annul.public", "公开和撤下不能更正。公开的内容有误的，请撤下后重新拟写。");
    if (act == 0 && is_public(message.progress().stage))
        return refused("annul.while-public", "答复还在公开。请先撤下，再更正登记。");
    return Done{};
}

// Nothing becomes public but by an act that says so.
Status Subject::judge_remainder(const Message& before, const Message& after) {
    if (!is_public(before.progress().stage) && is_public(after.progress().stage))
        return refused("annul.would-publish",
                       "更正以后，已经不公开的答复会重新公开。请先登记“撤下”，再更正。");
    return Done{};
}

Status may_annul(const Message& message, int act, const std::string& by, Date today) {
    const Progress now = message.progress();
    if (act != 0 || (!now.first_replied_on && in_time(now, today) != false)) return Done{};
    for (std::size_t i = 0; i < message.acts().size(); ++i)
        if (message.acts()[i].by == by && !message.is_annulled(int(i)))
            return refused("annul.own",
                           "这件来信已经答复或者已经超期，作废后不再计入统计。"
                           "请由没有登记、办理过它的另一人更正。");
    return Done{};
}

}  // namespace gongkai::interaction::messages
