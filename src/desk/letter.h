#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "files/letter_files.h"
#include "law/decision.h"

namespace gongkai::desk {

// Letters on the way to an answer.
enum class Notice {
    Receipt,     // 登记回执
    Correction,  // 补正告知书, Reg. 30
    Reasons,     // 说明理由告知书, Reg. 35
    Extension,   // 延期答复告知书, Reg. 33(2)
    ThirdParty,  // 征求意见书（第三方）, Reg. 32
    CoMaker,     // 征求意见书（共同制作机关）, Reg. 34
    Consulting,  // 征求意见告知书（给申请人）, Reg. 33(3)
    Fee,         // 收费通知书, Reg. 42
};
inline constexpr int notices = 8;

// A notice, or the answer by a decision.
using LetterKind = std::variant<Notice, law::DecisionCode>;
std::string_view template_id(LetterKind kind);  // "extension", "G1"

using Fact = std::variant<std::string, Date, std::int64_t>;

// What a letter says. `more` has the facts of its template by their names there: 申请内容, 理由.
struct LetterFacts {
    std::string organ;                // 发文机关
    std::string succession{};         // why it is another than the one that was asked (承继)
    std::string number;               // 文号: 云民公复〔2026〕14号
    std::string addressee;            // 受文者
    std::string contact;              // 联系方式 of the disclosure office
    std::optional<Date> date;         // of the letter
    std::string review_organ, court;  // 复议机关, 管辖法院
    // Delivered over the internet: 《行政复议法》第二十二条 then asks for the channel of review.
    bool online = false;
    std::string online_review;  // 网上复议渠道
    std::map<std::string, Fact, std::less<>> more;
};

// A letter in its final words, whatever it is printed on.
struct Letter {
    std::string organ, number, title, addressee;
    std::vector<std::string> paragraphs;
    std::string contact, date;
};

// Refusals: letter.missing-fact names in Chinese what is missing; letter.no-template;
// letter.no-remedy where no remedy text holds on the letter's day.
Result<Letter> letter(LetterKind kind, const LetterFacts& facts, const files::Letters& letters);

// The names of the facts that a letter wants beside those that all want, and of those that it
// takes if they are known: for the form on the screen.
struct WantedFacts {
    std::vector<std::string> needed, optional;
};
WantedFacts wanted_facts(const files::LetterTemplate& letter);

std::string letter_docx(const Letter& letter);
std::string letter_text(const Letter& letter);
std::string letter_html(const Letter& letter);  // a part of a page

Result<std::string> letter_docx(LetterKind kind, const LetterFacts& facts,
                                const files::Letters& letters);

}  // namespace gongkai::desk
