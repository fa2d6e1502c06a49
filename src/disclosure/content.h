#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "disclosure/words.h"
#include "law/clause.h"
#include "records/field.h"

namespace gongkai::disclosure {

using records::field;
using records::field_list;
using records::Use;

// The item of Reg. 20, or Reg. 21.
law::Clause subject_clause(int subject_class);

// A file beside the text. It comes and goes by a way of its own, not with the other fields.
struct Attachment {
    std::string file_name;
    std::string media_type;
    std::int64_t size = 0;
    records::KeptText bytes;
    records::SealedText secrets{};

    static constexpr auto fields() {
        return field_list(
            field<&Attachment::file_name>("file_name", "文件名")
                .always_written()
                .secret_until_published(),
            field<&Attachment::media_type>("media_type", "类型").always_written(),
            field<&Attachment::size>("size", "字节数"),
            field<&Attachment::bytes>("bytes", "内容").kept_as("digest").used(Use::Kept),
            field<&Attachment::secrets>("secrets", "公开以前加密的文字").sealing_secrets());
    }
    friend bool operator==(const Attachment&, const Attachment&) = default;
};

// What a document says: one text, with what a catalogue tells of it (Reg. 12).
struct Content {
    std::string title;
    std::string document_number;  // empty where there is none
    std::string abstract;
    Kind kind = Kind::Information;
    int subject_class = subject_items;
    Date formed_on{};               // of a change, the day of the change: Reg. 26
    std::optional<Date> issued_on;  // of rules and normative documents
    std::vector<std::string> keywords;
    std::string source;  // or where it was taken from
    records::KeptText body;
    std::vector<Attachment> attachments;
    std::string interprets;  // of an interpretation: the subject of the document that it explains
    std::vector<Channel> channels;
    std::string audience;           // whom it concerns, such as 个体工商户; empty: everybody
    records::SealedText secrets{};  // its words, in the journal until they are published

    static constexpr auto fields() {
        return field_list(
            field<&Content::title>("title", "名称").always_written().secret_until_published(),
            field<&Content::document_number>("document_number", "发文字号")
                .optional()
                .hinted("例如“云柳政发〔2026〕3号”，没有的不填")
                .secret_until_published(),
            field<&Content::abstract>("abstract", "内容概述")
                .optional()
                .in_lines()
                .hinted("目录里的一两句话，送审以前写好（《条例》第十二条）")
                .secret_until_published(),
            field<&Content::kind>("kind", "文件类别").told_as("kind_name"),
            field<&Content::subject_class>("subject_class", "主题分类")
                .within(0, subject_items)
                .called(subject_classes)
                .told_as("subject_class_name")
                .preset(),
            field<&Content::formed_on>("formed_on", "成文日期").hinted("信息形成或者变更之日"),
            field<&Content::issued_on>("issued_on", "印发日期"),
            field<&Content::keywords>("keywords", "关键词").optional().secret_until_published(),
            field<&Content::source>("source", "信息来源")
                .optional()
                .hinted("不写即为本机关")
                .secret_until_published(),
            field<&Content::body>("body", "正文")
                .preset()
                .in_lines()
                .hinted("内容都在附件里的可以不填"),
            field<&Content::attachments>("attachments", "附件").optional().used(Use::Told),
            field<&Content::interprets>("interprets", "解读的文件")
                .optional()
                .hinted("该文件的编号，例如 document/2026-00003"),
            field<&Content::channels>("channels", "公开渠道").optional(),
            field<&Content::audience>("audience", "适用对象")
                .optional()
                .hinted("例如“个体工商户”，不写为所有人")
                .secret_until_published(),
            field<&Content::secrets>("secrets", "公开以前加密的文字").sealing_secrets());
    }
    friend bool operator==(const Content&, const Content&) = default;
};

// Whether this can be worked on. Refusals: no title, a text that was not kept, days that have not
// come, a malformed document number, an attachment without name, a word that is not UTF-8.
Status check(const Content& content, Date today);

// Whether it can go to review: what the catalogue of Reg. 12 needs is there, and for rules and
// normative documents their number and day of issue.
Status check_complete(const Content& content);

}  // namespace gongkai::disclosure
