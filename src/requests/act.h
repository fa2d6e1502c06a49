#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "journal/ledger.h"
#include "law/decision.h"

namespace gongkai::requests {

// How a request came in (申请渠道): it decides what day it counts as received, Reg. 31.
enum class Channel { InPerson, Oral, SignedMail, OrdinaryMail, Internet, Fax, Email };

// The six kinds of applicants of the report's table three.
enum class ApplicantKind {
    NaturalPerson,
    Commercial,
    Research,
    PublicInterest,
    LegalService,
    Other
};

// What may happen to a request. The order is that of the table in transition.cpp.
enum class ActKind {
    Register,          // 登记
    Confirm,           // 双方确认收到
    AskCorrection,     // 告知补正
    Correct,           // 收到补正
    LapseUncorrected,  // 逾期不补正，不再处理
    AskReasons,        // 要求说明理由
    GiveReasons,       // 收到说明的理由
    FixPeriod,         // 确定延迟答复的合理期限
    Consult,           // 征求意见
    Serve,             // 征求意见书或收费通知送达
    Opinion,           // 收到意见或逾期未提出
    ProposeExtension,  // 拟延长答复期限
    Extend,            // 同意延长并告知
    FeeNotice,         // 收费通知
    Pay,               // 缴费
    LapseUnpaid,       // 逾期不缴费，不再处理
    Decide,            // 作出处理决定
    Deliver,           // 送达答复
    Withdraw,          // 申请人撤回
    FileRemedy,        // 被申请复议、被提起诉讼
    RemedyResult,      // 复议、诉讼结果
    Annul,             // 更正错误登记
};
inline constexpr int act_kinds = 22;

enum class Party { ThirdParty, CoMaker, OtherOrgan };  // Reg. 32, 34, 33(3)
enum class Answer { Agrees, Refuses, Silent };
enum class Delivery { Direct, Entrusted, Post, Online };  // 国办公开办函〔2016〕235号
enum class Remedy { Review, SuitDirect, SuitAfterReview };
enum class RemedyOutcome { Upheld, Corrected, Other };  // the form's table four

// One thing asked for, and what was decided on it (Reg. 36, 37).
struct ItemDecision {
    int item = 1;
    law::DecisionCode code{};
    friend bool operator==(const ItemDecision&, const ItemDecision&) = default;
};

// What a request holds when it comes in, Reg. 29. Who asks and what for are sealed.
struct Application {
    Channel channel = Channel::InPerson;
    ApplicantKind applicant_kind = ApplicantKind::NaturalPerson;
    Date submitted_on{};  // handed in, sent or posted
    Date received_on{};   // when the organ had it in hand
    int items = 1;        // things asked for that are decided each for itself
    Delivery wished = Delivery::Post;
    bool needs_help = false;    // reading difficulty, sight or hearing, Reg. 43
    journal::Sealed applicant;  // name, proof of identity, contact
    journal::Sealed content;    // what is asked for, and the form wished
    journal::Sealed query_code;

    friend bool operator==(const Application&, const Application&) = default;
};

// One dated act on a request. A kind uses the fields that it needs; the others stay as they are.
struct Act {
    ActKind kind = ActKind::Register;
    Date on{};           // when it happened
    Date recorded_on{};  // when it was written down: later for what is recorded late
    std::string by;      // account, "public" or "system"

    Application application{};           // Register
    std::optional<Date> until{};         // AskCorrection, FixPeriod: the last day, set by the organ
    std::optional<int> refers_to{};      // Serve, Opinion, RemedyResult, Annul: which act
    Party party = Party::ThirdParty;     // Consult
    Answer answer = Answer::Agrees;      // Opinion
    int days = 0;                        // ProposeExtension, Extend: working days, 1 to 20
    std::int64_t yuan = 0;               // FeeNotice
    std::vector<ItemDecision> items{};   // Decide
    bool public_interest = false;        // Decide: disclosed though a third party refused
    Delivery delivery = Delivery::Post;  // Deliver
    Remedy remedy = Remedy::Review;      // FileRemedy
    RemedyOutcome outcome = RemedyOutcome::Upheld;  // RemedyResult
    journal::Sealed words{};     // what was written or said: reasons, what to correct
    journal::Sealed evidence{};  // Decide: the search made, the basis of secrecy

    friend bool operator==(const Act&, const Act&) = default;
};

// Stable names for payloads and interfaces, such as "ask_correction"; and back.
std::string_view name(ActKind kind);
std::string_view name(Channel channel);
std::string_view name(ApplicantKind kind);  // as the form's columns: "natural_person"
std::string_view name(Party party);
std::string_view name(Answer answer);
std::string_view name(Delivery delivery);
std::string_view name(Remedy remedy);
std::string_view name(RemedyOutcome outcome);
std::optional<ActKind> act_kind(std::string_view name);
std::optional<Channel> channel(std::string_view name);
std::optional<ApplicantKind> applicant_kind(std::string_view name);
std::optional<Party> party(std::string_view name);
std::optional<Answer> answer(std::string_view name);
std::optional<Delivery> delivery(std::string_view name);
std::optional<Remedy> remedy(std::string_view name);
std::optional<RemedyOutcome> remedy_outcome(std::string_view name);

// For the screen: 当面提交, 自然人 ...
using gongkai::chinese;  // of a date
std::string_view chinese(Channel channel);
std::string_view chinese(ApplicantKind kind);
std::string_view chinese(Party party);
std::string_view chinese(Answer answer);
std::string_view chinese(Delivery delivery);
std::string_view chinese(Remedy remedy);
std::string_view chinese(RemedyOutcome outcome);

// Whether a request by this channel counts as received only when both sides have confirmed it,
// Reg. 31(2) and (3). E-mail is an internet channel; older guidance (〔2015〕207号) yields.
bool needs_confirmation(Channel channel);

}  // namespace gongkai::requests
