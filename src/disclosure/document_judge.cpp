#include <algorithm>

#include "disclosure/document.h"
#include "disclosure/document_number.h"

// Why an act that the state allows may still not be recorded. Lateness is none of it.
namespace gongkai::disclosure {

namespace {

using Moment = records::Moment<DocumentSubject>;

Error refused(std::string_view code, std::string message) {
    return records::refused(DocumentSubject::table(), code, std::move(message));
}

Error invalid(std::string_view code, std::string message) {
    return records::invalid(DocumentSubject::table(), code, std::move(message));
}

// Of a text that stands before the act.
const Content& content_of(const Moment& moment, const Revision& revision) {
    return *content_in(moment.before[std::size_t(revision.text)]);
}

Status text(const Content& content, const Moment& moment) {
    if (content.interprets == subject(moment.key))
        return invalid("interprets.itself", "解读不能以自己为解读对象。请选择被解读的文件。");
    return check(content, moment.act.recorded_on);
}

Status judge(const Draft& act, const Moment& moment) { return text(act.content, moment); }
Status judge(const Edit& act, const Moment& moment) { return text(act.content, moment); }
Status judge(const Revise& act, const Moment& moment) { return text(act.content, moment); }

Status judge(const Submit&, const Moment& moment) {
    return check_complete(content_of(moment, moment.now.revisions.back()));
}

Status review_ground(const Conclusion& conclusion) {
    const auto& ground = conclusion.ground;
    const bool withholds = ground && ground->source == law::Source::Regulation &&
                           ground->article >= 14 && ground->article <= 16 &&
                           law::regulation_2019::has(*ground);
    if (!withholds)
        return invalid("review.ground",
                       "请写明依据的是《条例》第十四条、第十五条还是第十六条；"
                       "除此之外的政府信息应当公开（《条例》第十三条第一款）。");
    if (conclusion.basis.empty())
        return invalid("review.basis", "请写明不能公开或者需要处理的内容和具体理由。");
    return Done{};
}

Status judge(const Review& act, const Moment& moment) {
    const Revision& revision = moment.now.revisions.back();
    const Conclusion& conclusion = act.conclusion;
    if (act.refers_to.act != revision.text)
        return {Error{ErrorKind::Conflict, "document.review.other-text",
                      "审查的不是现在送审的这一稿。请重新打开，看过现在的文稿再审查。"}};
    // Reg. 17(1): procedure and responsibility of the review are kept apart from the drafting.
    if (std::ranges::find(revision.authors, moment.act.by) != revision.authors.end())
        return refused("review.own",
                       "起草或者修改过这一稿的人不能审查它。请由没有参与这一稿的审查人员办理"
                       "（《条例》第十七条第一款）。");
    if (moment.now.stage == Stage::AskedFor && conclusion.basis.empty())
        return invalid("review.answer",
                       "请写明有关主管部门或者保密行政管理部门的答复"
                       "（《条例》第十七条第三款）。");
    switch (conclusion.verdict) {
        case Verdict::Public:
            if (conclusion.secrecy_checked) return Done{};
            return invalid("review.secrecy",
                           "没有作过保密审查，不能得出“可以公开”的结论"
                           "（《条例》第十七条第二款）。");
        case Verdict::AfterWork:
        case Verdict::NotPublic: return review_ground(conclusion);
        case Verdict::AskOthers: return Done{};
    }
    return Done{};
}

bool has_index(std::span<const Act> acts) {
    return std::ranges::any_of(acts, [](const Act& act) {
        const auto* publish = act.as<Publish>();
        return publish && !publish->index_number.empty();
    });
}

Status judge(const Publish& act, const Moment& moment) {
    const Content& content = content_of(moment, moment.now.revisions.back());
    const Date on = moment.act.on;
    // What the review has seen, word for word. Entries of old have it in the clear already.
    if (act.content ? *act.content != stated(content) : !content.secrets.empty())
        return invalid("publish.text", "公开的文稿与审查过的这一稿不同。请刷新后再公开。");
    if (on < content.formed_on)
        return invalid("publish.before-formed", "公开日期" + chinese(on) + "早于成文日期" +
                                                    chinese(content.formed_on) +
                                                    "。请核对两个日期。");
    if (has_index(moment.before)) {
        if (act.index_number.empty()) return Done{};
        return refused("index.twice", "这份文件已经有索引号，不能另编。");
    }
    GK_TRY(index, IndexNumber::parse(act.index_number));
    if (index.year() != year_of(on))
        return invalid("index.year", "索引号的年份应当是首次公开的年份。");
    return Done{};
}

Status judge(const Withdraw&, const Moment& moment) {
    if (moment.act.words.empty()) return invalid("withdraw.reason", "请写明撤下的原因。");
    return Done{};
}

Status end(Date ends_on, const Moment& moment) {
    const Progress& now = moment.now;
    if (now.ending) return refused("end.twice", "这份文件已经登记过废止或者失效。");
    const auto published = std::ranges::find_if(
        now.revisions.rbegin(), now.revisions.rend(),
        [](const Revision& revision) { return revision.published_on.has_value(); });
    if (published == now.revisions.rend()) return Done{};
    const Content& content = content_of(moment, *published);
    if (ends_on < content.issued_on.value_or(content.formed_on))
        return invalid("end.before-issued", "不再有效的日期早于文件的印发日期。请核对两个日期。");
    return Done{};
}

Status judge(const Repeal& act, const Moment& moment) { return end(act.ends_on, moment); }
Status judge(const Expire& act, const Moment& moment) { return end(act.ends_on, moment); }

// The act with the text that the public sees; -1 for none.
int shown_text(const Progress& now) {
    return now.shown < 0 ? -1 : now.revisions[std::size_t(now.shown)].text;
}

}  // namespace

Status DocumentSubject::judge(const Kinds& what, const Moment& moment) {
    return records::judged(
        what, [&](const auto& act) -> Status { return disclosure::judge(act, moment); });
}

Status DocumentSubject::judge_annulment(const Document& document, int act) {
    if (document.acts()[std::size_t(act)].is<Edit>())
        return refused("annul.edit", "文稿的修改不用更正，请再修改一次。");
    if (act == 0 && document.progress().standing == Standing::Public)
        return refused("annul.public", "这份文件正在公开，不能作废。请先撤下。");
    return Done{};
}

// The public must not see through it what it does not see now: that takes a review and a
// publication.
Status DocumentSubject::judge_remainder(const Document& before, const Document& after) {
    const int text = shown_text(after.progress());
    if (text >= 0 && text != shown_text(before.progress()))
        return refused("annul.shows",
                       "更正以后，现在没有公开的文稿会重新公开。要公开它，请起草新文稿，"
                       "经审查后公开。");
    return Done{};
}

}  // namespace gongkai::disclosure
