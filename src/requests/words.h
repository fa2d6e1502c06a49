#pragma once

#include "base/words.h"

namespace gongkai::requests {

using gongkai::chinese;
using gongkai::name;
using gongkai::named;

// How a request came in (申请渠道): it decides what day it counts as received, Reg. 31.
enum class Channel { InPerson, Oral, SignedMail, OrdinaryMail, Internet, Fax, Email };
constexpr auto words(Channel) {
    using enum Channel;
    return word_list<Channel>({
        {InPerson, "in_person", "当面提交"},
        {Oral, "oral", "口头申请（代为填写）"},
        {SignedMail, "signed_mail", "挂号信、快递等需签收的邮寄"},
        {OrdinaryMail, "ordinary_mail", "平常信函"},
        {Internet, "internet", "网上申请"},
        {Fax, "fax", "传真"},
        {Email, "email", "电子邮件"},
    });
}

// The six kinds of applicants of the report's table three; names as the form's columns.
enum class ApplicantKind {
    NaturalPerson,
    Commercial,
    Research,
    PublicInterest,
    LegalService,
    Other
};
constexpr auto words(ApplicantKind) {
    using enum ApplicantKind;
    return word_list<ApplicantKind>({
        {NaturalPerson, "natural_person", "自然人"},
        {Commercial, "org_commercial", "商业企业"},
        {Research, "org_research", "科研机构"},
        {PublicInterest, "org_public_interest", "社会公益组织"},
        {LegalService, "org_legal_service", "法律服务机构"},
        {Other, "org_other", "其他"},
    });
}

enum class Party { ThirdParty, CoMaker, OtherOrgan };  // Reg. 32, 34, 33(3)
constexpr auto words(Party) {
    using enum Party;
    return word_list<Party>({
        {ThirdParty, "third_party", "第三方"},
        {CoMaker, "co_maker", "共同制作机关"},
        {OtherOrgan, "other_organ", "其他机关"},
    });
}

enum class Answer { Agrees, Refuses, Silent };
constexpr auto words(Answer) {
    using enum Answer;
    return word_list<Answer>({
        {Agrees, "agrees", "同意公开"},
        {Refuses, "refuses", "不同意公开"},
        {Silent, "silent", "逾期未提出意见"},
    });
}

enum class Delivery { Direct, Entrusted, Post, Online };  // 国办公开办函〔2016〕235号
constexpr auto words(Delivery) {
    using enum Delivery;
    return word_list<Delivery>({
        {Direct, "direct", "直接送达"},
        {Entrusted, "entrusted", "委托其他行政机关送达"},
        {Post, "post", "邮寄送达"},
        {Online, "online", "网上送达"},
    });
}

enum class Remedy { Review, SuitDirect, SuitAfterReview };
constexpr auto words(Remedy) {
    using enum Remedy;
    return word_list<Remedy>({
        {Review, "review", "行政复议"},
        {SuitDirect, "suit_direct", "未经复议直接起诉"},
        {SuitAfterReview, "suit_after_review", "复议后起诉"},
    });
}

enum class RemedyOutcome { Upheld, Corrected, Other };  // the form's table four
constexpr auto words(RemedyOutcome) {
    using enum RemedyOutcome;
    return word_list<RemedyOutcome>({
        {Upheld, "upheld", "结果维持"},
        {Corrected, "corrected", "结果纠正"},
        {Other, "other", "其他结果"},
    });
}

enum class State {
    AwaitingConfirmation,
    Handling,
    AwaitingCorrection,
    AwaitingReasons,
    Consulting,
    AwaitingPayment,
    Decided,
    Delivered,
    Ended,  // withdrawn, or not handled any further
    Annulled,
};
constexpr auto words(State) {
    using enum State;
    return word_list<State>({
        {AwaitingConfirmation, "awaiting_confirmation", "待双方确认"},
        {Handling, "handling", "办理中"},
        {AwaitingCorrection, "awaiting_correction", "待申请人补正"},
        {AwaitingReasons, "awaiting_reasons", "待申请人说明理由"},
        {Consulting, "consulting", "征求意见中"},
        {AwaitingPayment, "awaiting_payment", "待申请人缴费"},
        {Decided, "decided", "已决定，待送达"},
        {Delivered, "delivered", "已答复"},
        {Ended, "ended", "已终结"},
        {Annulled, "annulled", "登记有误，已作废"},
    });
}

// Whether a request by this channel counts as received only when both sides have confirmed it,
// Reg. 31(2) and (3). E-mail is an internet channel; older guidance (〔2015〕207号) yields.
constexpr bool needs_confirmation(Channel channel) {
    switch (channel) {
        case Channel::InPerson:
        case Channel::Oral:
        case Channel::SignedMail: return false;
        case Channel::OrdinaryMail:
        case Channel::Internet:
        case Channel::Fax:
        case Channel::Email: return true;
    }
    return false;
}

}  // namespace gongkai::requests
