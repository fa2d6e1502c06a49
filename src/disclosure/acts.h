#pragma once

#include <array>
#include <optional>
#include <string>
#include <variant>

#include "disclosure/content.h"
#include "records/codec.h"

// What may happen to a document: each kind with its own fields. Their rows stand in
// document_table.cpp, the law in document_judge.cpp and document_apply.cpp.
namespace gongkai::disclosure {

using records::Annul;
using records::no_fields;
using records::Reference;

// 起草
struct Draft {
    Content content;

    static constexpr auto fields() {
        return field_list(field<&Draft::content>("content", "文稿").used(Use::Given));
    }
    friend bool operator==(const Draft&, const Draft&) = default;
};

// 修改文稿
struct Edit {
    Content content;

    static constexpr auto fields() {
        return field_list(field<&Edit::content>("content", "文稿").in_part().used(Use::Given));
    }
    friend bool operator==(const Edit&, const Edit&) = default;
};

// 送审
struct Submit {
    static constexpr auto fields() { return no_fields(); }
    friend bool operator==(const Submit&, const Submit&) = default;
};

// What may not be public (不予公开的情形), Reg. 14 to 16.
inline constexpr std::array<Word, 4> grounds{{
    {"14", "国家秘密，法律、行政法规禁止公开，危及“三安全一稳定”（第十四条）"},
    {"15", "商业秘密、个人隐私（第十五条）"},
    {"16.1", "内部事务信息（第十六条第一款）"},
    {"16.2", "过程性信息、行政执法案卷信息（第十六条第二款）"},
}};

// What a review comes to; who made it and when is the act's.
struct Conclusion {
    Verdict verdict = Verdict::Public;
    bool secrecy_checked = false;       // Reg. 17(2)
    std::optional<law::Clause> ground;  // Reg. 14, 15 or 16, of what may not be public
    std::string basis;                  // the legal basis in words
    records::SealedText secrets{};      // ground and basis, in the journal

    static constexpr auto fields() {
        return field_list(
            field<&Conclusion::verdict>("verdict", "审查结果").told_as("verdict_name"),
            field<&Conclusion::secrecy_checked>("secrecy_checked", "已作保密审查"),
            field<&Conclusion::ground>("ground", "不能公开的情形")
                .offering(grounds)
                .secret_until_published(),
            field<&Conclusion::basis>("basis", "依据和理由")
                .optional()
                .in_lines()
                .secret_until_published(),
            field<&Conclusion::secrets>("secrets", "加密的依据和理由").sealing_secrets());
    }
    friend bool operator==(const Conclusion&, const Conclusion&) = default;
};

// 公开审查, Reg. 17
struct Review {
    Reference refers_to;  // the act with the text
    Conclusion conclusion;

    static constexpr auto fields() {
        return field_list(field<&Review::refers_to>("refers_to", "审查的文稿").preset(),
                          field<&Review::conclusion>("review", "审查结论").flattened());
    }
    friend bool operator==(const Review&, const Review&) = default;
};

// 公开: what was sealed until now is stated in the clear.
struct Publish {
    std::string index_number;          // the first time
    std::optional<Content> content{};  // the text that becomes public; acts of old have none

    static constexpr auto fields() {
        return field_list(
            field<&Publish::index_number>("index_number", "索引号").optional().used(Use::Told),
            field<&Publish::content>("content", "公开的文稿").used(Use::Kept));
    }
    friend bool operator==(const Publish&, const Publish&) = default;
};

// 对已公开的文件起草新文稿
struct Revise {
    Content content;

    static constexpr auto fields() {
        return field_list(field<&Revise::content>("content", "文稿").in_part().used(Use::Given));
    }
    friend bool operator==(const Revise&, const Revise&) = default;
};

// 撤下
struct Withdraw {
    static constexpr auto fields() { return no_fields(); }
    friend bool operator==(const Withdraw&, const Withdraw&) = default;
};

// 废止
struct Repeal {
    Date ends_on{};  // the first day on which it has no effect

    static constexpr auto fields() {
        return field_list(field<&Repeal::ends_on>("ends_on", "从哪一天起不再有效"));
    }
    friend bool operator==(const Repeal&, const Repeal&) = default;
};

// 失效
struct Expire {
    Date ends_on{};  // the first day on which it has no effect

    static constexpr auto fields() {
        return field_list(field<&Expire::ends_on>("ends_on", "从哪一天起不再有效"));
    }
    friend bool operator==(const Expire&, const Expire&) = default;
};

// In the order of the table: offers are made in it.
using DocumentKinds =
    std::variant<Draft, Edit, Submit, Review, Publish, Revise, Withdraw, Repeal, Expire, Annul>;
using Act = records::Act<DocumentKinds>;

// The text that an act brings; none where it brings none.
const Content* content_in(const Act& act);
Content* content_in(Act& act);
// A text as a publication states it: nothing of it sealed.
Content stated(Content content);
// The words of a draft and the ground of a review into their seals, in the clear as yet
// (records::confide), and out of them.
void confide(Act& act);
void reveal(Act& act, const records::Opening& open);
// The day on which the document ends, by a repeal or an expiry.
std::optional<Date> ends_on(const Act& act);

}  // namespace gongkai::disclosure
