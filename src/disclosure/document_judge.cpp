#include <algorithm>

#include "disclosure/document_number.h"
#include "disclosure/document_transition.h"

// What the state alone does not tell. Lateness is none of it.
namespace gongkai::disclosure {

namespace {

Error refused(std::string code, std::string message) {
    return {ErrorKind::NotAllowed, "document." + std::move(code), std::move(message)};
}

Error invalid(std::string code, std::string message) {
    return {ErrorKind::Invalid, "document." + std::move(code), std::move(message)};
}

Status review_ground(const Review& it) {
    const bool withholds = it.ground && it.ground->source == law::Source::Regulation &&
                           it.ground->article >= 14 && it.ground->article <= 16 &&
                           law::regulation_2019::has(*it.ground);
    if (!withholds)
        return invalid("review.ground",
                       "请写明依据的是《条例》第十四条、第十五条还是第十六条；"
                       "除此之外的政府信息应当公开（《条例》第十三条第一款）。");
    if (it.basis.empty())
        return invalid("review.basis", "请写明不能公开或者需要处理的内容和具体理由。");
    return Done{};
}

Status review(const Act& act, const Progress& now) {
    const Revision& text = now.revisions.back();
    if (act.refers_to != text.text)
        return {Error{ErrorKind::Conflict, "document.review.other-text",
                      "审查的不是现在送审的这一稿。请重新打开，看过现在的文稿再审查。"}};
    // Reg. 17(1): procedure and responsibility of the review are kept apart from the drafting.
    if (std::ranges::find(text.authors, act.by) != text.authors.end())
        return refused("review.own",
                       "起草或者修改过这一稿的人不能审查它。请由没有参与这一稿的审查人员办理"
                       "（《条例》第十七条第一款）。");
    if (now.stage == Stage::AskedFor && act.review.basis.empty())
        return invalid("review.answer",
                       "请写明有关主管部门或者保密行政管理部门的答复"
                       "（《条例》第十七条第三款）。");
    switch (act.review.verdict) {
        case Verdict::Public:
            if (act.review.secrecy_checked) return Done{};
            return invalid("review.secrecy",
                           "没有作过保密审查，不能得出“可以公开”的结论"
                           "（《条例》第十七条第二款）。");
        case Verdict::AfterWork:
        case Verdict::NotPublic: return review_ground(act.review);
        case Verdict::AskOthers: return Done{};
    }
    return Done{};
}

std::string index_before(std::span<const Act> before) {
    for (const Act& it : before)
        if (!it.index_number.empty()) return it.index_number;
    return {};
}

Status publish(const Act& act, std::span<const Act> before, const Progress& now) {
    const Content& content = before[std::size_t(now.revisions.back().text)].content;
    if (act.on < content.formed_on)
        return invalid("publish.before-formed", "公开日期" + chinese(act.on) + "早于成文日期" +
                                                    chinese(content.formed_on) +
                                                    "。请核对两个日期。");
    if (!index_before(before).empty()) {
        if (act.index_number.empty()) return Done{};
        return refused("index.twice", "这份文件已经有索引号，不能另编。");
    }
    GK_TRY(index, IndexNumber::parse(act.index_number));
    const std::chrono::year_month_day day{act.on};
    if (index.year() != int(day.year()))
        return invalid("index.year", "索引号的年份应当是首次公开的年份。");
    return Done{};
}

Status end(const Act& act, std::span<const Act> before, const Progress& now) {
    if (now.ending) return refused("end.twice", "这份文件已经登记过废止或者失效。");
    if (!act.ends_on) return invalid("end.day", "请填写从哪一天起不再有效。");
    const auto published =
        std::ranges::find_if(now.revisions.rbegin(), now.revisions.rend(),
                             [](const Revision& it) { return it.published_on.has_value(); });
    if (published == now.revisions.rend()) return Done{};
    const Content& content = before[std::size_t(published->text)].content;
    if (*act.ends_on < content.issued_on.value_or(content.formed_on))
        return invalid("end.before-issued", "不再有效的日期早于文件的印发日期。请核对两个日期。");
    return Done{};
}

}  // namespace

Status judge(const Act& act, std::span<const Act> before, const Progress& now) {
    switch (act.kind) {
        case ActKind::Draft:
        case ActKind::Edit:
        case ActKind::Revise: return check(act.content, act.recorded_on);
        case ActKind::Submit:
            return check_complete(before[std::size_t(now.revisions.back().text)].content);
        case ActKind::Review: return review(act, now);
        case ActKind::Publish: return publish(act, before, now);
        case ActKind::Withdraw:
            if (act.words.empty()) return invalid("withdraw.reason", "请写明撤下的原因。");
            return Done{};
        case ActKind::Repeal:
        case ActKind::Expire: return end(act, before, now);
        case ActKind::Annul: return Done{};
    }
    return Done{};
}

}  // namespace gongkai::disclosure
