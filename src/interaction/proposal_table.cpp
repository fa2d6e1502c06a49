#include "interaction/proposal.h"

template class gongkai::records::History<gongkai::interaction::proposals::Subject>;

namespace gongkai::interaction::proposals {

namespace {

using law::deputies_law;
using law::proposals_notice;
using law::regulation;
using records::asked;
using records::hidden;
using records::needed;
using records::no_words;
using records::nowhere;
using records::Right;
using records::row;
using records::States;

constexpr auto handle = Right::HandleProposals;

// A proposal stands on three axes at once, and each must allow an act: the bits of its states, of
// the stages of its text for the public above them, of its standings above these.
constexpr unsigned stages_from = 16, standings_from = 32;
static_assert(count_of<State> <= stages_from && count_of<Stage> <= standings_from - stages_from);

template <class Enum>
constexpr States all_of = (States{1} << count_of<Enum>)-1;

constexpr States at(std::initializer_list<State> states, States stages = all_of<Stage>,
                    States standings = all_of<Standing>) {
    return records::in(states) | stages << stages_from | standings << standings_from;
}

using enum State;
// A return that nobody decides on lapses with the answer: the months run on.
constexpr auto in_hand = at({Handling, AwaitingReturn});
constexpr auto known =
    at({Handling, AwaitingReturn, OpinionGiven, Answered, Dissatisfied, Settled, Ended});
constexpr auto answered = at({Answered, Dissatisfied, Settled});

constexpr States answered_with(std::initializer_list<Stage> stages) {
    return at({Answered, Dissatisfied, Settled}, records::in(stages));
}

// Name, title, article, lawful in, right, the form's words for its day and its remark, what the
// public reads.
constexpr auto rows = records::rows_of<Kinds>(
    row<Register>("register", "登记交办", deputies_law, nowhere, handle, "交办日期", no_words,
                  hidden),
    row<Return>("return", "提出退回", deputies_law, at({Handling}), handle, "提出日期",
                needed("不属于本机关职责的理由，应当由谁办理"), hidden),
    row<AnswerReturn>("answer_return", "登记退回的结果", deputies_law, at({AwaitingReturn}), handle,
                      "收到决定的日期", asked("交办机关的意见"), hidden),
    // Also where the opinion was given: this body may become the lead, or be asked again.
    row<ChangeUnits>("change_units", "调整承办单位", deputies_law,
                     at({Handling, AwaitingReturn, OpinionGiven}), handle, "调整日期",
                     needed("调整的理由和依据"), hidden),
    // An opinion that comes after the answer is on record all the same.
    row<ReceiveOpinion>("receive_opinion", "登记收到的会办意见", deputies_law,
                        at({Handling, AwaitingReturn, Answered, Dissatisfied, Settled}), handle,
                        "收到日期", needed("会办意见"), hidden),
    row<GiveOpinion>("give_opinion", "提出会办意见", deputies_law, in_hand, handle,
                     "送主办单位的日期", needed("会办意见"), hidden),
    row<Extend>("extend", "延长答复期限", deputies_law, in_hand, handle, "决定日期",
                needed("涉及面广、处理难度大的理由"), hidden),
    row<Answer>("answer", "答复", deputies_law, in_hand, handle, "答复日期", asked("说明"), hidden),
    row<Feedback>("feedback", "登记反馈", deputies_law, answered, handle, "反馈日期",
                  asked("反馈的意见"), hidden),
    row<AnswerAgain>("answer_again", "再次答复", deputies_law, at({Dissatisfied}), handle,
                     "答复日期", asked("说明"), hidden),
    row<Close>("close", "没有收到反馈，办结", deputies_law, at({Answered}), handle, "办结日期",
               asked("说明"), hidden),
    row<ReportPromise>("report_promise", "登记承诺的进展", deputies_law, answered, handle,
                       "报告日期", needed("进展情况"), hidden),
    row<DeferPromise>("defer_promise", "调整承诺的时限", deputies_law, answered, handle, "决定日期",
                      needed("调整的理由"), hidden),
    row<EndPromise>("end_promise", "登记承诺的结果", deputies_law, answered, handle, "办结日期",
                    needed("落实情况"), hidden),
    // What was cleared and is then written anew has to be reviewed again.
    row<Prepare>("prepare", "拟定公开的内容", proposals_notice, answered, handle, "", asked("说明"),
                 hidden),
    row<Review>("review", "公开审查", regulation("17.2"), answered_with({Stage::Proposed}),
                Right::ReviewDocuments, "", asked("审查意见"), hidden),
    row<Publish>("publish", "公开答复", proposals_notice, answered_with({Stage::Cleared}), handle,
                 "", asked("说明"), hidden),
    row<TakeDown>(
        "take_down", "撤下已公开的答复", regulation("6.1"),
        at({Answered, Dissatisfied, Settled}, all_of<Stage>, records::in({Standing::Public})),
        handle, "", needed("撤下的原因"), hidden),
    row<Withdraw>("withdraw", "登记提出人撤回", deputies_law, in_hand, handle, "撤回日期",
                  asked("说明"), hidden),
    row<Annul>("annul", "更正错误登记", regulation("4.2(1)"), known, handle, "", needed("错在哪里"),
               hidden));

constexpr records::Table proposal_table{"proposal", "proposal", "建议提案", "这件建议提案", rows};

}  // namespace

const records::Table& Subject::table() { return proposal_table; }

bool Subject::lawful(States states, const Progress& now) {
    const States here = at({now.state}, records::in({now.stage}), records::in({now.standing}));
    return (states & here) == here;
}

std::string Subject::state_words(const Progress& now) {
    std::string words(chinese(now.state));
    if (!now.answers.empty() && now.state != Annulled)
        words += "，" + std::string(chinese(now.standing)) + "，" + std::string(chinese(now.stage));
    return words;
}

void Subject::annul_all(Progress& now) {
    now.state = Annulled;
    now.stage = Stage::None;
    now.standing = Standing::Unpublished;
    now.shown = now.prepared = -1;
    now.published_on.reset();
    now.old_in_public.clear();
}

namespace {

// What the public reads comes and goes by decisions of their own, with reason and review.
Error public_now() {
    return records::refused(proposal_table, "annul.public",
                            "更正会改变已经公开的内容。请先撤下，或者重新拟定、审查后再公开。");
}

}  // namespace

Status Subject::judge_annulment(const Proposal& before, int act) {
    if (act == 0 && before.progress().standing == Standing::Public) return public_now();
    return Done{};
}

Status Subject::judge_remainder(const Proposal& before, const Proposal& after) {
    const Progress was = before.progress(), is = after.progress();
    if (was.standing != is.standing || was.shown != is.shown) return public_now();
    return Done{};
}

}  // namespace gongkai::interaction::proposals
