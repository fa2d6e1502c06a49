#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "interaction/proposal_publication.h"
#include "interaction/proposal_settings.h"
#include "records/act.h"

// What may happen to a proposal: each kind with its own fields. Their rows stand in
// proposal_table.cpp, the law in proposal_judge.cpp and proposal_apply.cpp.
namespace gongkai::interaction::proposals {

using records::Annul;
using records::Sealed;
using records::SealedText;

// Who proposed (领衔代表、提案人). Sealed as one datum.
struct Proposer {
    std::string names;
    std::string contact;  // for the delivery of the answer; never public

    static constexpr auto fields() {
        return field_list(field<&Proposer::names>("names", "提出人")
                              .left_to_judge()
                              .hinted("领衔代表或者提案人，几个人的用顿号分开"),
                          field<&Proposer::contact>("contact", "联系方式")
                              .optional()
                              .hinted("送达答复用，不公开"));
    }
    friend bool operator==(const Proposer&, const Proposer&) = default;
};

// Who handles it.
struct Units {
    Part part = Part::Lead;             // of this body
    std::string lead;                   // 主办单位
    std::vector<std::string> co_units;  // 会办、分办单位

    static constexpr auto fields() {
        return field_list(field<&Units::part>("part", "本机关的办理方式").told_as("part_name"),
                          field<&Units::lead>("lead", "主办单位").needed(),
                          field<&Units::co_units>("co_units", "会办、分办单位").optional());
    }
    friend bool operator==(const Units&, const Units&) = default;
};

// 登记交办. The day of the act is the day of assignment, from which the months are counted.
struct Register {
    Form form = Form::Suggestion;
    std::string assigned_number;  // as the assigning office has it: 第123号
    std::string session;          // 届次: 县十八届人大四次会议
    std::string matter;           // 标题、案由
    Units units;
    Sealed<Proposer> proposer;
    SealedText content;
    std::optional<Terms> terms{};  // made by the program: what is counted by

    static constexpr auto fields() {
        return field_list(
            field<&Register::form>("form", "类别").told_as("form_name"),
            field<&Register::assigned_number>("assigned_number", "编号")
                .needed()
                .hinted("交办单上的编号，例如“第123号”"),
            field<&Register::session>("session", "届次")
                .needed()
                .hinted("例如“县第十八届人民代表大会第四次会议”"),
            field<&Register::matter>("matter", "标题（案由）")
                .needed()
                .hinted("不要写个人信息：标题在清单中不加密"),
            field<&Register::units>("units", "承办单位").flattened(),
            field<&Register::proposer>("proposer", "提出人").needed(),
            field<&Register::content>("content", "建议、提案的内容").in_lines().needed(),
            field<&Register::terms>("terms", "交办时的期限规定").used(records::Use::Told));
    }
    friend bool operator==(const Register&, const Register&) = default;
};

// 提出退回: it is not this body's business.
struct Return {
    static constexpr auto fields() { return no_fields(); }
    friend bool operator==(const Return&, const Return&) = default;
};

// 交办机关对退回的答复
struct AnswerReturn {
    ReturnAnswer decision = ReturnAnswer::Accepted;

    static constexpr auto fields() {
        return field_list(
            field<&AnswerReturn::decision>("decision", "交办机关的决定").told_as("decision_name"));
    }
    friend bool operator==(const AnswerReturn&, const AnswerReturn&) = default;
};

// 调整承办单位
struct ChangeUnits {
    Units units;

    static constexpr auto fields() {
        return field_list(field<&ChangeUnits::units>("units", "承办单位").flattened());
    }
    friend bool operator==(const ChangeUnits&, const ChangeUnits&) = default;
};

// 收到会办意见
struct ReceiveOpinion {
    std::string unit;

    static constexpr auto fields() {
        return field_list(field<&ReceiveOpinion::unit>("unit", "会办单位").needed());
    }
    friend bool operator==(const ReceiveOpinion&, const ReceiveOpinion&) = default;
};

// 提出会办意见: this body's, to the lead.
struct GiveOpinion {
    static constexpr auto fields() { return no_fields(); }
    friend bool operator==(const GiveOpinion&, const GiveOpinion&) = default;
};

// 延长至六个月
struct Extend {
    std::string agreed_by;  // where the local rule asks for somebody's consent

    static constexpr auto fields() {
        return field_list(field<&Extend::agreed_by>("agreed_by", "同意延长的机关")
                              .optional()
                              .hinted("本地规定须经交办机关同意的，填写同意的机关"));
    }
    friend bool operator==(const Extend&, const Extend&) = default;
};

// 承诺事项
struct Promise {
    std::string what;
    Date until{};

    static constexpr auto fields() {
        return field_list(field<&Promise::what>("what", "承诺的事项").left_to_judge(),
                          field<&Promise::until>("until", "承诺在哪一天以前完成"));
    }
    friend bool operator==(const Promise&, const Promise&) = default;
};

// One letter of answer (答复函).
struct Reply {
    std::string answer_class;  // a code of the settings: A, B, C, D
    std::string document_number;
    std::string signed_by;
    std::string contact, phone;
    std::vector<Promise> promises;
    SealedText text;

    static constexpr auto fields() {
        return field_list(field<&Reply::answer_class>("answer_class", "答复类别")
                              .needed()
                              .hinted("例如 A（已经解决或者采纳）、B（正在解决或者列入计划）"),
                          field<&Reply::document_number>("document_number", "文号").needed(),
                          field<&Reply::signed_by>("signed_by", "签发人").needed(),
                          field<&Reply::contact>("contact", "联系单位和联系人").needed(),
                          field<&Reply::phone>("phone", "联系电话").needed(),
                          field<&Reply::promises>("promises", "承诺事项")
                              .optional()
                              .hinted("正在解决的，写明承诺的事项和完成时限"),
                          field<&Reply::text>("text", "答复全文").in_lines().needed());
    }
    friend bool operator==(const Reply&, const Reply&) = default;
};

// 答复
struct Answer {
    Reply reply;

    static constexpr auto fields() {
        return field_list(field<&Answer::reply>("reply", "答复").flattened());
    }
    friend bool operator==(const Answer&, const Answer&) = default;
};

// 再次答复
struct AnswerAgain {
    Reply reply;

    static constexpr auto fields() {
        return field_list(field<&AnswerAgain::reply>("reply", "答复").flattened());
    }
    friend bool operator==(const AnswerAgain&, const AnswerAgain&) = default;
};

// 登记反馈
struct Feedback {
    Satisfaction satisfaction = Satisfaction::Satisfied;

    static constexpr auto fields() {
        return field_list(
            field<&Feedback::satisfaction>("satisfaction", "对答复").told_as("satisfaction_name"));
    }
    friend bool operator==(const Feedback&, const Feedback&) = default;
};

// 办结: the receipt did not come.
struct Close {
    static constexpr auto fields() { return no_fields(); }
    friend bool operator==(const Close&, const Close&) = default;
};

// 登记承诺的进展
struct ReportPromise {
    int promise = 1;

    static constexpr auto fields() {
        return field_list(
            field<&ReportPromise::promise>("promise", "第几项承诺").within(1, 99).preset());
    }
    friend bool operator==(const ReportPromise&, const ReportPromise&) = default;
};

// 调整承诺的时限
struct DeferPromise {
    int promise = 1;
    Date until{};

    static constexpr auto fields() {
        return field_list(
            field<&DeferPromise::promise>("promise", "第几项承诺").within(1, 99).preset(),
            field<&DeferPromise::until>("until", "推迟到哪一天"));
    }
    friend bool operator==(const DeferPromise&, const DeferPromise&) = default;
};

// 登记承诺的结果
struct EndPromise {
    int promise = 1;
    PromiseEnd result = PromiseEnd::Kept;

    static constexpr auto fields() {
        return field_list(
            field<&EndPromise::promise>("promise", "第几项承诺").within(1, 99).preset(),
            field<&EndPromise::result>("result", "结果").told_as("result_name"));
    }
    friend bool operator==(const EndPromise&, const EndPromise&) = default;
};

// 提出人撤回
struct Withdraw {
    static constexpr auto fields() { return no_fields(); }
    friend bool operator==(const Withdraw&, const Withdraw&) = default;
};

// In the order of the table: offers are made in it.
using Kinds =
    std::variant<Register, Return, AnswerReturn, ChangeUnits, ReceiveOpinion, GiveOpinion, Extend,
                 Answer, Feedback, AnswerAgain, Close, ReportPromise, DeferPromise, EndPromise,
                 Prepare, Review, Publish, TakeDown, Withdraw, Annul>;

}  // namespace gongkai::interaction::proposals
