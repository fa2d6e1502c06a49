#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "law/clause.h"

namespace gongkai::disclosure {

enum class Kind { Information, NormativeDocument, Rule, Interpretation };
inline constexpr int kinds = 4;

// Ways of publication (公开渠道), Reg. 23 and 25(2).
enum class Channel { Website, Gazette, NewMedia, Conference, Press, Radio, Television, Board };
inline constexpr int channels = 8;

std::string_view name(Kind kind);
std::string_view name(Channel channel);
std::optional<Kind> kind(std::string_view name);
std::optional<Channel> channel(std::string_view name);
using gongkai::chinese;  // of a date
std::string_view chinese(Kind kind);
std::string_view chinese(Channel channel);
bool is_normative(Kind kind);

// What the information is about (主题分类): an item of Reg. 20, 1 to 15; 0 is Reg. 21, what a city,
// county or township adds for its place.
struct SubjectClass {
    int item = 15;
    friend bool operator==(const SubjectClass&, const SubjectClass&) = default;
};
inline constexpr int subject_items = 15;
law::Clause clause(SubjectClass it);
std::string_view chinese(SubjectClass it);  // 财政预算、决算信息

// A file beside the text. Its bytes are kept by their digest (disclosure/contents.h).
struct Attachment {
    std::string file_name;
    std::string media_type;
    std::int64_t size = 0;
    std::string digest;
    friend bool operator==(const Attachment&, const Attachment&) = default;
};

// What a document says: one text, with what a catalogue tells of it (Reg. 12).
struct Content {
    std::string title;            // 名称
    std::string document_number;  // 发文字号, empty where there is none
    std::string abstract;         // 内容概述
    Kind kind = Kind::Information;
    SubjectClass subject_class{};
    Date formed_on{};               // 成文日期; of a change, the day of the change: Reg. 26
    std::optional<Date> issued_on;  // 印发日期, of rules and normative documents
    std::vector<std::string> keywords;
    std::string source;       // 发布机构 or where it was taken from
    std::string body_digest;  // of the text
    std::vector<Attachment> attachments;
    std::string interprets;  // of an interpretation: the subject of the document that it explains
    std::vector<Channel> channels;
    std::string audience;  // whom it concerns, such as 个体工商户; empty: everybody

    friend bool operator==(const Content&, const Content&) = default;
};

// Whether this can be worked on. Refusals: no title, a text not named by a digest, days that have
// not come, a malformed document number, an attachment without name, a word that is not UTF-8.
Status check(const Content& it, Date today);

// Whether it can go to review: what the catalogue of Reg. 12 needs is there, and for rules and
// normative documents their number and day of issue.
Status check_complete(const Content& it);

// 64 hexadecimal digits of lower case.
bool is_digest(std::string_view text);

}  // namespace gongkai::disclosure
