#pragma once

#include <optional>
#include <string>
#include <variant>

#include "interaction/message_terms.h"
#include "publication/gate.h"
#include "records/act.h"

// What may happen to a message (来信、工单): each kind with its own fields. Their rows stand in
// message_table.cpp, what is lawful in message_judge.cpp, what it does in message_apply.cpp.
namespace gongkai::interaction::messages {

using records::Annul;
using records::field;
using records::field_list;
using records::no_fields;
using records::Reference;
using records::Sealed;
using records::SealedText;
using records::Use;

// Who writes (来信人). Sealed as one datum.
struct Writer {
    std::string name, phone, address;

    static constexpr auto fields() {
        return field_list(field<&Writer::name>("name", "姓名").optional(),
                          field<&Writer::phone>("phone", "电话").optional(),
                          field<&Writer::address>("address", "地址").optional());
    }
    friend bool operator==(const Writer&, const Writer&) = default;
};

// What somebody wants, as it came in.
struct Concern {
    Source source = Source::Hotline;
    Matter matter = Matter::Consultation;
    std::string ticket;  // the number that the source gave it
    bool urgent = false;
    bool secrecy = false;       // the writer asks that nobody learns of him
    bool reply_wished = false;  // asked for: silence is no “no”
    bool designated = false;    // 指定承办: may not be sent back
    std::optional<Date> until;  // the last day that the dispatcher set
    Sealed<Writer> writer;
    SealedText title, content;
    std::optional<Term> term;  // made by the program
    std::string from_request;  // 2026-0014: it came as a request for information
    SealedText query_code;

    static constexpr auto fields() {
        return field_list(
            field<&Concern::source>("source", "来源").told_as("source_name"),
            field<&Concern::matter>("matter", "类别").told_as("matter_name"),
            field<&Concern::ticket>("ticket", "工单编号")
                .optional()
                .hinted("热线平台或者信箱给的编号；没有的不填"),
            field<&Concern::urgent>("urgent", "紧急"),
            field<&Concern::secrecy>("secrecy", "要求保密"),
            field<&Concern::reply_wished>("reply_wished", "要求答复").demanded(),
            field<&Concern::designated>("designated", "指定承办")
                .hinted("派单单位指定由本机关办理的，不能再退回"),
            field<&Concern::until>("until", "派单时确定的期限")
                .optional()
                .hinted("不填的，按来源和类别计算"),
            field<&Concern::writer>("writer", "来信人").optional(),
            field<&Concern::title>("title", "标题").needed(),
            field<&Concern::content>("content", "内容").in_lines().needed(),
            field<&Concern::term>("term", "办理期限").used(Use::Told),
            field<&Concern::from_request>("from_request", "来自政府信息公开申请")
                .optional()
                .used(Use::Told),
            field<&Concern::query_code>("query_code", "查询码").optional().used(Use::Kept));
    }
    friend bool operator==(const Concern&, const Concern&) = default;
};

// 登记
struct Enter {
    Concern concern;

    static constexpr auto fields() {
        return field_list(field<&Enter::concern>("concern", "来信").flattened());
    }
    friend bool operator==(const Enter&, const Enter&) = default;
};

// 受理
struct Accept {
    static constexpr auto fields() { return no_fields(); }
    friend bool operator==(const Accept&, const Accept&) = default;
};

// 不予受理
struct Refuse {
    Ground ground = Ground::Other;

    static constexpr auto fields() {
        return field_list(
            field<&Refuse::ground>("ground", "不予受理的情形").told_as("ground_name"));
    }
    friend bool operator==(const Refuse&, const Refuse&) = default;
};

// 转办 inside the body
struct PassOn {
    std::string unit{}, with{};

    static constexpr auto fields() {
        return field_list(field<&PassOn::unit>("unit", "承办科室").left_to_judge(),
                          field<&PassOn::with>("with", "协办科室").optional());
    }
    friend bool operator==(const PassOn&, const PassOn&) = default;
};

// 转其他单位: another body has it from now on.
struct Transfer {
    std::string to;

    static constexpr auto fields() {
        return field_list(field<&Transfer::to>("to", "转给哪个单位").left_to_judge());
    }
    friend bool operator==(const Transfer&, const Transfer&) = default;
};

// 退回派单单位
struct SendBack {
    static constexpr auto fields() { return no_fields(); }
    friend bool operator==(const SendBack&, const SendBack&) = default;
};

// 指定承办: what was sent back, passed to another or could be, is this body's for good.
struct Designate {
    std::optional<Term> term{};

    static constexpr auto fields() {
        return field_list(field<&Designate::term>("term", "办理期限").used(Use::Told));
    }
    friend bool operator==(const Designate&, const Designate&) = default;
};

// 调整类别: what was taken for a consultation is a report, or the writer asks for secrecy later.
struct Reclassify {
    Matter matter = Matter::Consultation;
    bool secrecy = false, reply_wished = false;
    std::optional<Term> term{};

    static constexpr auto fields() {
        return field_list(field<&Reclassify::matter>("matter", "类别").told_as("matter_name"),
                          field<&Reclassify::secrecy>("secrecy", "要求保密").demanded(),
                          field<&Reclassify::reply_wished>("reply_wished", "要求答复").demanded(),
                          field<&Reclassify::term>("term", "办理期限").used(Use::Told));
    }
    friend bool operator==(const Reclassify&, const Reclassify&) = default;
};

// 延期
struct Extend {
    std::optional<Date> until;

    static constexpr auto fields() {
        return field_list(field<&Extend::until>("until", "延长到哪一天").needed());
    }
    friend bool operator==(const Extend&, const Extend&) = default;
};

// 答复
struct Reply {
    ReplyBy by_way = ReplyBy::Phone;
    SealedText answer;

    static constexpr auto fields() {
        return field_list(field<&Reply::by_way>("by_way", "答复方式").told_as("by_way_name"),
                          field<&Reply::answer>("answer", "答复内容").in_lines().needed());
    }
    friend bool operator==(const Reply&, const Reply&) = default;
};

// 回访. UNSETTLED Q58: asked of the writer, whoever asks; what he leaves open does not count.
struct CallBack {
    bool contacted = false;  // 承办单位是否联系过
    Solved solved = Solved::NoAnswer;
    Satisfaction satisfaction = Satisfaction::NoAnswer;

    static constexpr auto fields() {
        return field_list(
            field<&CallBack::contacted>("contacted", "承办单位联系过来信人").demanded(),
            field<&CallBack::solved>("solved", "是否解决").told_as("solved_name"),
            field<&CallBack::satisfaction>("satisfaction", "是否满意")
                .told_as("satisfaction_name"));
    }
    friend bool operator==(const CallBack&, const CallBack&) = default;
};

// 办结
struct Close {
    static constexpr auto fields() { return no_fields(); }
    friend bool operator==(const Close&, const Close&) = default;
};

// 再次办理
struct Reopen {
    std::optional<Term> term{};

    static constexpr auto fields() {
        return field_list(field<&Reopen::term>("term", "办理期限").used(Use::Told));
    }
    friend bool operator==(const Reopen&, const Reopen&) = default;
};

// 转为政府信息公开申请
struct HandOver {
    std::string request{};           // 2026-0014, made by the program
    std::optional<Date> taken_on{};  // when the office took it for a request; none: today

    static constexpr auto fields() {
        return field_list(
            field<&HandOver::request>("request", "申请编号").optional().used(Use::Told),
            field<&HandOver::taken_on>("taken_on", "认定为政府信息公开申请的日期")
                .optional()
                .hinted("不填的，为今天；申请自这一天起计算期限"));
    }
    friend bool operator==(const HandOver&, const HandOver&) = default;
};

// What the public would read. Sealed until it is published: before the second look it may still
// hold what should be out.
struct PublicText {
    std::string title, question, answer;

    static constexpr auto fields() {
        return field_list(field<&PublicText::title>("title", "公开的标题"),
                          field<&PublicText::question>("question", "改写后的问题").in_lines(),
                          field<&PublicText::answer>("answer", "公开的答复").in_lines());
    }
    friend bool operator==(const PublicText&, const PublicText&) = default;
};

// 拟公开
struct Propose {
    Sealed<PublicText> text;

    static constexpr auto fields() {
        return field_list(field<&Propose::text>("text", "拟公开的内容").needed());
    }
    friend bool operator==(const Propose&, const Propose&) = default;
};

// 公开审核
struct Review {
    Reference refers_to;  // the act with the text
    publication::Checklist checklist;

    static constexpr auto fields() {
        return field_list(field<&Review::refers_to>("refers_to", "审核的内容").preset(),
                          field<&Review::checklist>("checklist", "审核清单").flattened());
    }
    friend bool operator==(const Review&, const Review&) = default;
};

// 公开: the text that was passed, from now on in the clear.
struct Publish {
    PublicText text;

    static constexpr auto fields() {
        return field_list(field<&Publish::text>("public", "公开的内容").used(Use::Told));
    }
    friend bool operator==(const Publish&, const Publish&) = default;
};

// 撤下
struct Withdraw {
    static constexpr auto fields() { return no_fields(); }
    friend bool operator==(const Withdraw&, const Withdraw&) = default;
};

// In the order of the table: offers are made in it.
using Kinds = std::variant<Enter, Accept, PassOn, Reply, CallBack, Close, Extend, Transfer,
                           SendBack, Refuse, HandOver, Designate, Reclassify, Reopen, Propose,
                           Review, Publish, Withdraw, Annul>;

}  // namespace gongkai::interaction::messages
