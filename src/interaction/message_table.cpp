#include "interaction/message.h"

template class gongkai::records::History<gongkai::interaction::messages::Subject>;

namespace gongkai::interaction::messages {

namespace {

using law::hotlines;
using law::regulation;
using records::asked;
using records::hidden;
using records::needed;
using records::no_words;
using records::nowhere;
using records::Right;
using records::row;
using records::shown;
using records::States;

constexpr auto handle = Right::HandleRequests;

// The handling and the publication of the answer are two axes, and both must allow an act: the bits
// of the stages of publication stand above those of the states.
constexpr unsigned stages_from = 16;
static_assert(count_of<State> <= stages_from);

constexpr States at(States states, States stages) { return states | stages << stages_from; }
constexpr States states(std::initializer_list<State> all) { return records::in(all); }
constexpr States stages(std::initializer_list<Stage> all) { return records::in(all); }

constexpr States any_stage = (States{1} << count_of<Stage>)-1;
constexpr States known =
    ((States{1} << count_of<State>)-1) & ~records::in<State>({State::Annulled});
constexpr States unanswered = states({State::Received, State::Handling});
constexpr States answered = states({State::Replied, State::Closed});
constexpr States in_public = stages({Stage::Public, Stage::PublicOutdated});
constexpr States not_public = any_stage & ~in_public;

constexpr States whenever(std::initializer_list<State> all) {
    return at(records::in(all), any_stage);
}

// Name, title, article, lawful in, right, the form's words for its day and its remark, what the
// writer reads.
constexpr auto rows = records::rows_of<Kinds>(
    row<Enter>("enter", "登记来信", hotlines, nowhere, handle, "收到日期", asked("备注"),
               shown("收到来信，已经登记")),
    row<Accept>("accept", "受理", hotlines, whenever({State::Received}), handle, "受理日期",
                asked("说明"), shown("受理")),
    row<PassOn>("pass_on", "转办", hotlines, whenever({State::Received, State::Handling}), handle,
                "转办日期", asked("转办意见"), shown("转承办科室办理")),
    row<Reply>("reply", "答复", hotlines, whenever({State::Handling}), handle, "答复日期",
               asked("说明"), shown("答复")),
    row<CallBack>("call_back", "登记回访", hotlines, at(answered, any_stage), handle, "回访日期",
                  asked("来信人的意见"), hidden),
    row<Close>("close", "办结", hotlines, whenever({State::Handling, State::Replied}), handle,
               "办结日期", asked("办理结果"), shown("办结")),
    row<Extend>("extend", "延期", hotlines, at(unanswered, any_stage), Right::ApproveExtension,
                "同意并告知的日期", needed("延期的理由"), shown("延长办理期限")),
    row<Transfer>("transfer", "转其他单位办理", hotlines, at(unanswered, any_stage), handle,
                  "转出日期", needed("告知来信人的内容"), shown("转其他单位办理")),
    row<SendBack>("send_back", "退回派单单位", hotlines, at(unanswered, any_stage), handle,
                  "退回日期", needed("退回的理由"), hidden),
    row<Refuse>("refuse", "不予受理", hotlines, whenever({State::Received, State::Handling}),
                handle, "告知日期", needed("告知来信人的理由和正确途径"), shown("不予受理")),
    row<HandOver>("hand_over", "转为政府信息公开申请", regulation("29"), at(unanswered, any_stage),
                  handle, "", needed("告知来信人的内容"), shown("转为政府信息公开申请")),
    row<Designate>(
        "designate", "登记指定承办", hotlines,
        whenever({State::Received, State::Handling, State::Returned, State::Transferred}), handle,
        "指定日期", asked("说明"), hidden),
    row<Reclassify>("reclassify", "调整类别", hotlines, at(unanswered | answered, any_stage),
                    handle, "", asked("调整的理由"), hidden),
    row<Reopen>("reopen", "再次办理", hotlines,
                at(answered | states({State::Refused, State::Transferred}), any_stage), handle,
                "决定再次办理的日期", needed("再次办理的理由"), shown("再次办理")),
    row<Propose>("propose", "拟公开答复", regulation("17.1"), at(answered, not_public), handle, "",
                 asked("说明"), hidden),
    // Reg. 17(1): written and looked at by two.
    row<Review>("review", "公开审核", regulation("17.2"),
                at(known, stages({Stage::Proposed, Stage::Outdated})), Right::ReviewDocuments,
                "审核日期", asked("审核意见"), hidden),
    row<Publish>("publish", "公开答复", regulation("23"),
                 at(answered, stages({Stage::Passed, Stage::Outdated})), handle, "", no_words,
                 hidden),
    row<Withdraw>("withdraw", "撤下", regulation("6.1"),
                  at(known, in_public | stages({Stage::Withdrawn})), handle, "",
                  needed("撤下的原因"), hidden),
    row<Annul>("annul", "更正错误登记", hotlines, at(known, any_stage), handle, "更正日期",
               needed("错在哪里（整件作废的，来信人查询时能看到）"), hidden));

constexpr records::Table message_table{"message", "message", "来信", "这件来信", rows};

}  // namespace

const records::Table& Subject::table() { return message_table; }

bool Subject::lawful(records::States all, const Progress& now) {
    const States here = at(states({now.state}), stages({now.stage}));
    return (all & here) == here;
}

std::string Subject::state_words(const Progress& now) {
    std::string words(chinese(now.state));
    if (now.stage != Stage::None && now.state != State::Annulled)
        words += "，" + std::string(chinese(now.stage));
    return words;
}

void Subject::annul_all(Progress& now) {
    now.state = State::Annulled;
    now.stage = Stage::None;
    now.published_on.reset();
}

}  // namespace gongkai::interaction::messages
