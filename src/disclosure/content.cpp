#include "disclosure/content.h"

#include <algorithm>
#include <set>

#include "base/digest.h"
#include "base/text.h"
#include "disclosure/document_number.h"

namespace gongkai::disclosure {

namespace {

constexpr std::size_t longest_title = 300;  // signs

Error invalid(std::string code, std::string message) {
    return {ErrorKind::Invalid, "document." + std::move(code), std::move(message)};
}

bool is_plain(std::string_view text) { return text::is_utf8(text) && text.find('\0') == text.npos; }

Status check_words(const Content& content) {
    bool plain = is_plain(content.title) && is_plain(content.abstract) &&
                 is_plain(content.source) && is_plain(content.interprets) &&
                 is_plain(content.audience);
    for (const std::string& word : content.keywords)
        plain = plain && is_plain(word);
    for (const Attachment& file : content.attachments)
        plain = plain && is_plain(file.file_name) && is_plain(file.media_type);
    if (!plain) return invalid("encoding", "文字不是 UTF-8 编码，或者含有不能保存的字符。");
    return Done{};
}

Status check_attachments(const Content& content) {
    std::set<std::string> names;
    for (const Attachment& file : content.attachments) {
        if (file.file_name.empty() || file.file_name.find('/') != std::string::npos)
            return invalid("attachment.name", "请给每个附件一个文件名，文件名中不能有“/”。");
        if (!names.insert(file.file_name).second)
            return invalid("attachment.twice",
                           "有两个附件都叫“" + file.file_name + "”。请改其中一个的文件名。");
        if (!is_digest(file.bytes.digest) || file.size < 0)
            return invalid("attachment.digest", "附件“" + file.file_name + "”没有保存成功。");
    }
    return Done{};
}

}  // namespace

law::Clause subject_clause(int subject_class) {
    if (subject_class == 0) return law::regulation("21");
    return {law::Source::Regulation, 20, 0, subject_class};
}

Status check(const Content& content, Date today) {
    GK_CHECK(check_words(content));
    if (text::is_blank(content.title)) return invalid("title", "请填写文件名称。");
    if (text::length(content.title) > longest_title)
        return invalid("title", "文件名称太长，请不超过300个字。");
    if (!is_digest(content.body.digest)) return invalid("body", "文件没有正文。");
    if (content.subject_class < 0 || content.subject_class > subject_items)
        return invalid("subject-class",
                       "主题分类应是《条例》第二十条第（一）至（十五）项之一，"
                       "或者第二十一条。");
    if (content.formed_on > today)
        return invalid("formed.future", "成文日期" + chinese(content.formed_on) +
                                            "还没有到。请填写信息形成或者变更的实际日期。");
    if (content.issued_on && *content.issued_on > today)
        return invalid("issued.future", "印发日期" + chinese(*content.issued_on) +
                                            "还没有到。请填写实际印发的日期。");
    const bool decree = content.kind == Kind::Rule && is_decree_number(content.document_number);
    if (!content.document_number.empty() && !decree)
        GK_CHECK(DocumentNumber::parse(content.document_number));
    return check_attachments(content);
}

Status check_complete(const Content& content) {
    if (text::is_blank(content.abstract))
        return invalid("abstract",
                       "请填写内容概述，公开目录应当包括它（《条例》第十二条第三款）。");
    if (content.channels.empty())
        return invalid("channels", "请选择至少一种公开渠道（《条例》第二十三条）。");
    if (!is_normative(content.kind)) return Done{};
    if (content.document_number.empty())
        return invalid("number.missing",
                       std::string(chinese(content.kind)) + "应当有发文字号，请补填后再送审。");
    if (!content.issued_on)
        return invalid("issued.missing",
                       std::string(chinese(content.kind)) + "应当有印发日期，请补填后再送审。");
    return Done{};
}

}  // namespace gongkai::disclosure
