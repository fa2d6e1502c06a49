#pragma once

#include <string>

#include "records/act.h"
#include "requests/words.h"

// A request for information (政府信息公开申请) as it comes in.
namespace gongkai::requests {

using records::field;
using records::field_list;
using records::Sealed;
using records::SealedText;

// Who asks, Reg. 29(1). Sealed as one datum.
struct Applicant {
    std::string name, id_number, phone, email, address;
    std::string agent;  // who acts for the applicant, if anybody

    static constexpr auto fields() {
        return field_list(field<&Applicant::name>("name", "姓名或者名称").left_to_judge(),
                          field<&Applicant::id_number>("id_number", "证件号码")
                              .needed()
                              .hinted("身份证、护照等的号码；单位填写统一社会信用代码"),
                          field<&Applicant::phone>("phone", "电话")
                              .optional()
                              .hinted("电话、电子邮箱、通信地址至少填写一种"),
                          field<&Applicant::email>("email", "电子邮箱").optional(),
                          field<&Applicant::address>("address", "通信地址").optional(),
                          field<&Applicant::agent>("agent", "代理人或者经办人")
                              .optional()
                              .hinted("替别人申请的代理人，或者单位的经办人"));
    }
    friend bool operator==(const Applicant&, const Applicant&) = default;
};

// What a request holds when it comes in, Reg. 29. Who asks and what for are sealed.
struct Application {
    Channel channel = Channel::InPerson;
    ApplicantKind applicant_kind = ApplicantKind::NaturalPerson;
    Date submitted_on{};  // handed in, sent or posted
    Date received_on{};   // when the organ had it in hand
    int items = 1;        // things asked for that are decided each for itself
    Delivery wished = Delivery::Post;
    bool needs_help = false;      // reading difficulty, sight or hearing, Reg. 43
    Sealed<Applicant> applicant;  // name, proof of identity, contact
    SealedText content;           // what is asked for, and the form wished
    SealedText query_code;
    std::string from_message{};  // 2026-0007: it came as a message to hotline or mailbox

    static constexpr auto fields() {
        return field_list(
            field<&Application::channel>("channel", "申请渠道"),
            field<&Application::applicant_kind>("applicant_kind", "申请人类别"),
            field<&Application::submitted_on>("submitted_on", "提交日期")
                .preset()
                .hinted("寄出或者发出的日期"),
            field<&Application::received_on>("received_on", "收到日期")
                .preset()
                .hinted("当面提交和签收的邮件以收到之日为准（《条例》第三十一条）"),
            field<&Application::items>("items", "申请的事项数")
                .within(1, 99)
                .preset()
                .hinted("每一项可以作出不同的决定"),
            field<&Application::wished>("wished", "获取方式"),
            field<&Application::needs_help>("needs_help", "需要帮助")
                .hinted("阅读有困难或者有视听障碍（《条例》第四十三条）"),
            field<&Application::applicant>("applicant", "申请人").needed(),
            field<&Application::content>("content", "所需信息的描述")
                .in_lines()
                .needed()
                .hinted("名称、文号或者便于查询的其他特征，以及形式要求（纸质、电子文档等）"),
            field<&Application::query_code>("query_code", "查询码")
                .optional()
                .used(records::Use::Kept),
            field<&Application::from_message>("from_message", "来自热线或信箱")
                .optional()
                .used(records::Use::Told));
    }
    friend bool operator==(const Application&, const Application&) = default;
};

}  // namespace gongkai::requests
