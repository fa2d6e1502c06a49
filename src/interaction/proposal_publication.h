#pragma once

#include <string>

#include "interaction/proposal_words.h"
#include "records/act.h"

// What may happen to an answer on its way to the public (国办发〔2014〕46号): acts of a proposal as
// those of proposal_acts.h.
namespace gongkai::interaction::proposals {

using records::field;
using records::field_list;
using records::no_fields;
using records::Reference;

// 拟公开: what the public would read of the answer, written for it. Nothing here is sealed.
struct Prepare {
    Manner manner = Manner::Full;
    std::string heading;         // 公开的标题
    std::string proposer_shown;  // 提出人, where the local rule has names published
    std::string about;           // what was proposed
    std::string answer_text;     // the answer, in full or in summary
    std::string why_not;         // 不公开的理由

    static constexpr auto fields() {
        return field_list(
            field<&Prepare::manner>("manner", "公开方式").told_as("manner_name"),
            field<&Prepare::heading>("heading", "公开的标题")
                .optional()
                .hinted("不填就用原来的标题"),
            field<&Prepare::proposer_shown>("proposer_shown", "公开的提出人姓名")
                .optional()
                .hinted("只有本地规定公开姓名的才填写"),
            field<&Prepare::about>("about", "公开的建议、提案内容").optional().in_lines(),
            field<&Prepare::answer_text>("answer_text", "公开的答复")
                .optional()
                .in_lines()
                .hinted("全文或者摘要；去除个人信息、商业秘密"),
            field<&Prepare::why_not>("why_not", "不公开的理由").optional().in_lines());
    }
    friend bool operator==(const Prepare&, const Prepare&) = default;
};

// The second look at what somebody else wrote for the public (公开审查清单). An answer that was
// never given is not an agreement.
struct Checklist {
    bool secrecy_checked = false, without_person = false, without_business = false, correct = false;

    // The only answers that let a text through.
    bool passes() const { return secrecy_checked && without_person && without_business && correct; }

    static constexpr auto fields() {
        return field_list(
            field<&Checklist::secrecy_checked>("secrecy_checked",
                                               "已作保密审查，不涉及国家秘密和工作秘密")
                .demanded(),
            field<&Checklist::without_person>("without_person",
                                              "没有不应公开的姓名、电话、住址等个人信息")
                .demanded(),
            field<&Checklist::without_business>("without_business", "不涉及商业秘密").demanded(),
            field<&Checklist::correct>("correct", "与答复一致，适宜公开；不公开的，理由成立")
                .demanded());
    }
    friend bool operator==(const Checklist&, const Checklist&) = default;
};

// 公开审查. With a "no" the text goes back to be worked on.
struct Review {
    Reference refers_to;  // the act with the text
    Checklist checklist;

    static constexpr auto fields() {
        return field_list(field<&Review::refers_to>("refers_to", "审查的文稿").preset(),
                          field<&Review::checklist>("checklist", "审查清单").flattened());
    }
    friend bool operator==(const Review&, const Review&) = default;
};

// 公开
struct Publish {
    static constexpr auto fields() { return no_fields(); }
    friend bool operator==(const Publish&, const Publish&) = default;
};

// 撤下
struct TakeDown {
    static constexpr auto fields() { return no_fields(); }
    friend bool operator==(const TakeDown&, const TakeDown&) = default;
};

}  // namespace gongkai::interaction::proposals
