#include "requests/transition.h"

#include <algorithm>
#include <array>

namespace gongkai::requests {

namespace {

using enum State;
using law::fee_measures;
using law::regulation;
using law::review_law;

constexpr std::uint16_t in(std::initializer_list<State> all) {
    unsigned bits = 0;
    for (const State state : all)
        bits |= 1U << int(state);
    return std::uint16_t(bits);
}

// Until it is answered or has ended.
constexpr auto open = in({AwaitingConfirmation, Handling, AwaitingCorrection, AwaitingReasons,
                          Consulting, AwaitingPayment});
// A review may also be asked because no answer came (Reg. 51, 行政复议法 23(1)(3)).
constexpr auto known = std::uint16_t(open | in({Decided, Delivered, Ended}));

constexpr std::array<Transition, act_kinds - 1> table{{
    {ActKind::Confirm, in({AwaitingConfirmation}), regulation("31"), "确认收到申请", false},
    {ActKind::AskCorrection, in({Handling}), regulation("30"), "告知补正", false},
    {ActKind::Correct, in({AwaitingCorrection}), regulation("30"), "登记收到的补正", true},
    {ActKind::LapseUncorrected, in({AwaitingCorrection}), regulation("30"), "逾期不补正，不再处理",
     false},
    {ActKind::AskReasons, in({Handling}), regulation("35"), "要求说明理由", false},
    {ActKind::GiveReasons, in({AwaitingReasons}), regulation("35"), "登记收到的理由", true},
    {ActKind::FixPeriod, in({Handling}), regulation("35"), "确定延迟答复的合理期限", false},
    {ActKind::Consult, in({Handling, Consulting}), regulation("32"), "征求意见", false},
    {ActKind::Serve, in({Consulting, AwaitingPayment}), regulation("32"), "登记文书送达", true},
    {ActKind::Opinion, in({Consulting}), regulation("32"), "登记收到的意见", true},
    {ActKind::ProposeExtension, in({Handling, Consulting}), regulation("33.2"), "报请延长答复期限",
     false},
    {ActKind::Extend, in({Handling, Consulting}), regulation("33.2"), "同意延长并告知申请人",
     false},
    {ActKind::FeeNotice, in({Handling}), fee_measures("6"), "发送收费通知", false},
    {ActKind::Pay, in({AwaitingPayment}), fee_measures("7"), "登记缴费", true},
    {ActKind::LapseUnpaid, in({AwaitingPayment}), fee_measures("6"), "逾期不缴费，不再处理", false},
    {ActKind::Decide, in({Handling, AwaitingReasons}), regulation("36"), "作出处理决定", false},
    {ActKind::Deliver, in({Decided}), law::delivery_reply, "送达答复", false},
    {ActKind::Withdraw, open, regulation("36"), "登记申请人撤回", true},
    {ActKind::FileRemedy, known, regulation("51"), "登记复议或诉讼", true},
    {ActKind::RemedyResult, known, regulation("51"), "登记复议或诉讼结果", true},
    {ActKind::Annul, known, regulation("4.2(1)"), "更正错误登记", false},
}};

static_assert([] {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (int(table[i].kind) != int(i) + 1) return false;
    return true;
}());

}  // namespace

std::span<const Transition> transitions() { return table; }

const Transition& transition(ActKind kind) { return table.at(std::size_t(kind) - 1); }

}  // namespace gongkai::requests
