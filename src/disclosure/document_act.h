#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "disclosure/content.h"
#include "journal/ledger.h"

namespace gongkai::disclosure {

// What may happen to a document. The order is that of the table in document_transition.cpp.
enum class ActKind {
    Draft,     // 起草
    Edit,      // 修改文稿
    Submit,    // 送审
    Review,    // 公开审查
    Publish,   // 公开
    Revise,    // 对已公开的文件起草新文稿
    Withdraw,  // 撤下
    Repeal,    // 废止
    Expire,    // 失效
    Annul,     // 更正错误登记
};
inline constexpr int act_kinds = 10;

// What a review says (审查结果), Reg. 17.
enum class Verdict {
    Public,     // 可以公开
    AfterWork,  // 处理后公开: the text is worked over and reviewed again
    NotPublic,  // 不予公开
    AskOthers,  // 报请确定: to the authority in charge or of secrecy, Reg. 17(3)
};
inline constexpr int verdicts = 4;

// A review before publication (公开审查), Reg. 17; who made it and when is the act's.
struct Review {
    Verdict verdict = Verdict::Public;
    bool secrecy_checked = false;       // 已作保密审查, Reg. 17(2)
    std::optional<law::Clause> ground;  // Reg. 14, 15 or 16, of what may not be public
    std::string basis;                  // the legal basis in words

    friend bool operator==(const Review&, const Review&) = default;
};

// One dated act on a document. A kind uses the fields that it needs; the others stay as they are.
struct Act {
    ActKind kind = ActKind::Draft;
    Date on{};           // when it happened
    Date recorded_on{};  // when it was written down: later for what is recorded late
    std::string by;      // account or "system"

    Content content{};               // Draft, Edit, Revise
    std::optional<int> refers_to{};  // Review: the act with the text; Annul: which act
    Review review{};                 // Review
    std::string index_number{};      // Publish, the first time
    std::optional<Date> ends_on{};   // Repeal, Expire: the first day on which it has no effect
    journal::Sealed words{};         // reasons and remarks

    friend bool operator==(const Act&, const Act&) = default;
};

// Stable names for payloads and interfaces, such as "publish"; and back.
std::string_view name(ActKind kind);
std::string_view name(Verdict verdict);
std::optional<ActKind> act_kind(std::string_view name);
std::optional<Verdict> verdict(std::string_view name);
std::string_view chinese(Verdict verdict);

// Whether the act brings a text.
bool has_content(ActKind kind);

}  // namespace gongkai::disclosure
