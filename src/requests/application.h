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
                          field<&Applicant::id_number>("id_number", "证件号码").optional(),
                          field<&Applicant::phone>("phone", "电话").optional(),
                          field<&Applicant::email>("email", "电子邮箱").optional(),
                          field<&Applicant::address>("address", "通信地址").optional(),
                          field<&Applicant::agent>("agent", "代理人").optional());
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

    static constexpr auto fields() {
        return field_list(
            field<&Application::channel>("channel", "申请渠道"),
            field<&Application::applicant_kind>("applicant_kind", "申请人类别"),
            field<&Application::submitted_on>("submitted_on", "提交日期").preset(),
            field<&Application::received_on>("received_on", "收到日期").preset(),
            field<&Application::items>("items", "申请的事项数").within(1, 99).preset(),
            field<&Application::wished>("wished", "获取方式"),
            field<&Application::needs_help>("needs_help", "需要帮助"),
            field<&Application::applicant>("applicant", "申请人").needed(),
            field<&Application::content>("content", "所需信息的描述").in_lines().needed(),
            field<&Application::query_code>("query_code", "查询码")
                .optional()
                .used(records::Use::Kept));
    }
    friend bool operator==(const Application&, const Application&) = default;
};

}  // namespace gongkai::requests
