#pragma once

#include <string>
#include <variant>
#include <vector>

#include "law/decision.h"
#include "records/act.h"
#include "requests/application.h"

// What may happen to a request: each kind with its own fields. Their rows stand in table.cpp, the
// law in judge.cpp and apply.cpp.
namespace gongkai::requests {

using records::Annul;
using records::field;
using records::field_list;
using records::no_fields;
using records::Reference;
using records::Sealed;
using records::SealedText;

// 登记
struct Register {
    Application application;

    static constexpr auto fields() {
        return field_list(field<&Register::application>("application", "申请").flattened());
    }
    friend bool operator==(const Register&, const Register&) = default;
};

// 双方确认收到
struct Confirm {
    static constexpr auto fields() { return no_fields(); }
    friend bool operator==(const Confirm&, const Confirm&) = default;
};

// 告知补正
struct AskCorrection {
    std::optional<Date> until;  // the last day, set by the organ

    static constexpr auto fields() {
        return field_list(field<&AskCorrection::until>("until", "补正期限到哪一天").needed());
    }
    friend bool operator==(const AskCorrection&, const AskCorrection&) = default;
};

// 收到补正
struct Correct {
    static constexpr auto fields() { return no_fields(); }
    friend bool operator==(const Correct&, const Correct&) = default;
};

// 逾期不补正，不再处理
struct LapseUncorrected {
    static constexpr auto fields() { return no_fields(); }
    friend bool operator==(const LapseUncorrected&, const LapseUncorrected&) = default;
};

// 要求说明理由
struct AskReasons {
    static constexpr auto fields() { return no_fields(); }
    friend bool operator==(const AskReasons&, const AskReasons&) = default;
};

// 收到说明的理由
struct GiveReasons {
    static constexpr auto fields() { return no_fields(); }
    friend bool operator==(const GiveReasons&, const GiveReasons&) = default;
};

// 确定延迟答复的合理期限
struct FixPeriod {
    std::optional<Date> until;  // the last day, set by the organ

    static constexpr auto fields() {
        return field_list(field<&FixPeriod::until>("until", "延迟到哪一天答复").needed());
    }
    friend bool operator==(const FixPeriod&, const FixPeriod&) = default;
};

// 征求意见
struct Consult {
    Party party = Party::ThirdParty;

    static constexpr auto fields() {
        return field_list(field<&Consult::party>("party", "征求谁的意见"));
    }
    friend bool operator==(const Consult&, const Consult&) = default;
};

// 征求意见书或收费通知送达
struct Serve {
    std::optional<Reference> refers_to;

    static constexpr auto fields() {
        return field_list(field<&Serve::refers_to>("refers_to", "送达的文书").needed());
    }
    friend bool operator==(const Serve&, const Serve&) = default;
};

// 收到意见或逾期未提出
struct Opinion {
    std::optional<Reference> refers_to;
    Answer answer = Answer::Agrees;

    static constexpr auto fields() {
        return field_list(field<&Opinion::refers_to>("refers_to", "对哪一份征求意见书").needed(),
                          field<&Opinion::answer>("answer", "意见"));
    }
    friend bool operator==(const Opinion&, const Opinion&) = default;
};

inline constexpr int extension_days = 20;  // working days, Reg. 33(2), at most

// 拟延长答复期限
struct ProposeExtension {
    int days = 0;  // working days

    static constexpr auto fields() {
        return field_list(field<&ProposeExtension::days>("days", "延长多少个工作日")
                              .within(1, extension_days)
                              .never_below_one()
                              .left_to_judge()
                              .hinted("最长 20 个"));
    }
    friend bool operator==(const ProposeExtension&, const ProposeExtension&) = default;
};

// 同意延长并告知
struct Extend {
    int days = 0;  // working days

    static constexpr auto fields() {
        return field_list(field<&Extend::days>("days", "延长多少个工作日")
                              .within(1, extension_days)
                              .never_below_one()
                              .left_to_judge()
                              .hinted("最长 20 个"));
    }
    friend bool operator==(const Extend&, const Extend&) = default;
};

// 收费通知
struct FeeNotice {
    std::int64_t yuan = 0;

    static constexpr auto fields() {
        return field_list(field<&FeeNotice::yuan>("yuan", "应缴金额（元）")
                              .within(1, 99'999'999)
                              .never_below_one()
                              .left_to_judge());
    }
    friend bool operator==(const FeeNotice&, const FeeNotice&) = default;
};

// 缴费
struct Pay {
    static constexpr auto fields() { return no_fields(); }
    friend bool operator==(const Pay&, const Pay&) = default;
};

// 逾期不缴费，不再处理
struct LapseUnpaid {
    static constexpr auto fields() { return no_fields(); }
    friend bool operator==(const LapseUnpaid&, const LapseUnpaid&) = default;
};

// One thing asked for, and what was decided on it (Reg. 36, 37).
struct ItemDecision {
    int item = 1;
    law::DecisionCode code{};

    static constexpr auto fields() {
        return field_list(field<&ItemDecision::item>("item", "第几项").within(1, 99).preset(),
                          field<&ItemDecision::code>("code", "处理决定").told_as("name"));
    }
    friend bool operator==(const ItemDecision&, const ItemDecision&) = default;
};

// 作出处理决定
struct Decide {
    std::vector<ItemDecision> items;
    bool public_interest = false;  // disclosed though a third party refused
    SealedText evidence;           // the search made, the basis of secrecy
    std::string message{};         // 2026-0007: it goes on as a message to the mailbox, Reg. 39(1)

    static constexpr auto fields() {
        return field_list(field<&Decide::items>("items", "处理决定").left_to_judge(),
                          field<&Decide::evidence>("evidence", "检索的范围、方法和结果")
                              .optional()
                              .in_lines()
                              .hinted("答复信息不存在，应当写明检索情况，只存档，不公开"),
                          field<&Decide::public_interest>("public_interest", "公共利益")
                              .hinted("第三方不同意公开，但不公开可能对公共利益造成重大影响"
                                      "（《条例》第三十二条）。请写明理由"),
                          field<&Decide::message>("message", "转交信箱的来信编号")
                              .optional()
                              .used(records::Use::Told));
    }
    friend bool operator==(const Decide&, const Decide&) = default;
};

// 送达答复
struct Deliver {
    Delivery delivery = Delivery::Post;

    static constexpr auto fields() {
        return field_list(field<&Deliver::delivery>("delivery", "送达方式"));
    }
    friend bool operator==(const Deliver&, const Deliver&) = default;
};

// 申请人撤回
struct Withdraw {
    static constexpr auto fields() { return no_fields(); }
    friend bool operator==(const Withdraw&, const Withdraw&) = default;
};

// 被申请复议、被提起诉讼
struct FileRemedy {
    Remedy remedy = Remedy::Review;

    static constexpr auto fields() {
        return field_list(field<&FileRemedy::remedy>("remedy", "复议或诉讼"));
    }
    friend bool operator==(const FileRemedy&, const FileRemedy&) = default;
};

// 复议、诉讼结果
struct RemedyResult {
    std::optional<Reference> refers_to;
    RemedyOutcome outcome = RemedyOutcome::Upheld;

    static constexpr auto fields() {
        return field_list(field<&RemedyResult::refers_to>("refers_to", "哪一件复议或诉讼").needed(),
                          field<&RemedyResult::outcome>("outcome", "结果"));
    }
    friend bool operator==(const RemedyResult&, const RemedyResult&) = default;
};

// In the order of the table: offers are made in it.
using Kinds = std::variant<Register, Confirm, AskCorrection, Correct, LapseUncorrected, AskReasons,
                           GiveReasons, FixPeriod, Consult, Serve, Opinion, ProposeExtension,
                           Extend, FeeNotice, Pay, LapseUnpaid, Decide, Deliver, Withdraw,
                           FileRemedy, RemedyResult, Annul>;

}  // namespace gongkai::requests
