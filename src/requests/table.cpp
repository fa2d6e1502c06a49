#include "requests/request.h"

template class gongkai::records::History<gongkai::requests::Subject>;

namespace gongkai::requests {

namespace {

using enum State;
using law::fee_measures;
using law::regulation;
using records::asked;
using records::hidden;
using records::in;
using records::needed;
using records::no_words;
using records::nowhere;
using records::Right;
using records::row;
using records::shown;

constexpr auto handle = Right::HandleRequests;

// Until it is answered or has ended.
constexpr auto undecided = in({AwaitingConfirmation, Handling, AwaitingCorrection, AwaitingReasons,
                               Consulting, AwaitingPayment});
// A review may also be asked because no answer came (Reg. 51, 行政复议法 23(1)(3)).
constexpr auto known = undecided | in({Decided, Delivered, Ended});

// Name, title, article, lawful in, right, the form's words for its day and its remark, what the
// public reads.
constexpr auto rows = records::rows_of<Kinds>(
    row<Register>("register", "登记申请", regulation("29"), nowhere, handle, "", no_words,
                  shown("提交申请，已经登记")),
    row<Confirm>("confirm", "确认收到申请", regulation("31"), in({AwaitingConfirmation}), handle,
                 "双方确认的日期", asked("确认方式"), shown("双方确认收到申请，开始计算答复期限")),
    row<AskCorrection>("ask_correction", "告知补正", regulation("30"), in({Handling}), handle,
                       "告知日期", needed("需要补正的事项"), shown("请您补正申请")),
    row<Correct>("correct", "登记收到的补正", regulation("30"), in({AwaitingCorrection}), handle,
                 "收到补正的日期", asked("补正的内容"), shown("收到您的补正，重新计算答复期限")),
    row<LapseUncorrected>("lapse_uncorrected", "逾期不补正，不再处理", regulation("30"),
                          in({AwaitingCorrection}), handle, "办理日期", asked("说明"),
                          shown("逾期没有补正，不再处理")),
    row<AskReasons>("ask_reasons", "要求说明理由", regulation("35"), in({Handling}), handle,
                    "告知日期", asked("要求说明的事项"), shown("请您说明申请的理由")),
    row<GiveReasons>("give_reasons", "登记收到的理由", regulation("35"), in({AwaitingReasons}),
                     handle, "收到日期", asked("申请人说明的理由"), shown("收到您说明的理由")),
    row<FixPeriod>("fix_period", "确定延迟答复的合理期限", regulation("35"), in({Handling}), handle,
                   "告知日期", asked("说明"), shown("确定延迟答复的期限")),
    row<Consult>("consult", "征求意见", regulation("32"), in({Handling, Consulting}), handle,
                 "发出征求意见书的日期", asked("征求意见的事项"), shown("征求意见")),
    row<Serve>("serve", "登记文书送达", regulation("32"), in({Consulting, AwaitingPayment}), handle,
               "送达日期", asked("说明"), hidden),
    row<Opinion>("opinion", "登记收到的意见", regulation("32"), in({Consulting}), handle,
                 "收到意见或认定逾期的日期", asked("意见和理由"), shown("征求意见结束")),
    row<ProposeExtension>("propose_extension", "报请延长答复期限", regulation("33.2"),
                          in({Handling, Consulting}), handle, "报请日期", asked("延长的理由"),
                          hidden),
    row<Extend>("extend", "同意延长并告知申请人", regulation("33.2"), in({Handling, Consulting}),
                Right::ApproveExtension, "同意并告知的日期", asked("告知申请人的理由"),
                shown("延长答复期限")),
    row<FeeNotice>("fee_notice", "发送收费通知", fee_measures("6"), in({Handling}), handle,
                   "发出日期", asked("收费的依据和计算"), shown("发出收费通知")),
    row<Pay>("pay", "登记缴费", fee_measures("7"), in({AwaitingPayment}), handle, "缴费日期",
             asked("说明"), shown("收到缴费，重新计算答复期限")),
    row<LapseUnpaid>("lapse_unpaid", "逾期不缴费，不再处理", fee_measures("6"),
                     in({AwaitingPayment}), handle, "办理日期", asked("说明"),
                     shown("逾期没有缴费，不再处理")),
    row<Decide>("decide", "作出处理决定", regulation("36"), in({Handling, AwaitingReasons}),
                Right::Decide, "决定日期", asked("决定的理由"), shown("作出处理决定")),
    row<Deliver>("deliver", "送达答复", law::delivery_reply, in({Decided}), handle, "送达日期",
                 asked("说明"), shown("送达答复")),
    row<Withdraw>("withdraw", "登记申请人撤回", regulation("36"), undecided, handle, "撤回日期",
                  asked("说明"), shown("申请人撤回申请")),
    row<FileRemedy>("file_remedy", "登记复议或诉讼", regulation("51"), known, handle,
                    "收到通知的日期", asked("案号和说明"), shown("复议或诉讼")),
    row<RemedyResult>("remedy_result", "登记复议或诉讼结果", regulation("51"), known, handle,
                      "收到结果的日期", asked("说明"), shown("复议或诉讼的结果")),
    row<Annul>("annul", "更正错误登记", regulation("4.2(1)"), known, handle, "更正日期",
               needed("错在哪里"), hidden));

constexpr records::Table request_table{"request", "request", "申请", "这件申请", rows};

}  // namespace

const records::Table& Subject::table() { return request_table; }

bool Subject::lawful(records::States states, const Progress& now) {
    return (states & in({now.state})) != 0;
}

std::string_view Subject::state_words(const Progress& now) { return chinese(now.state); }

void Subject::annul_all(Progress& now) { now.state = Annulled; }

}  // namespace gongkai::requests
