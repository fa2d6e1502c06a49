#include "disclosure/content.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "disclosure/document_number.h"

namespace gongkai::disclosure {

namespace {

constexpr std::size_t longest_title = 300;  // signs

struct Word {
    std::string_view name;
    std::string_view chinese;
};

// In the order of Kind and Channel.
constexpr std::array<Word, kinds> kind_words{{
    {"information", "一般信息"},
    {"normative_document", "行政规范性文件"},
    {"rule", "规章"},
    {"interpretation", "政策解读"},
}};

constexpr std::array<Word, channels> channel_words{{
    {"website", "政府网站"},
    {"gazette", "政府公报"},
    {"new_media", "政务新媒体"},
    {"conference", "新闻发布会"},
    {"press", "报刊"},
    {"radio", "广播"},
    {"television", "电视"},
    {"board", "信息公告栏"},
}};

// Reg. 20, in our words; first what Reg. 21 adds.
constexpr std::string_view subject_words[subject_items + 1] = {
    "结合本地实际公开的信息",
    "法规、规章和规范性文件",
    "机关职能、机构设置和联系方式",
    "规划及相关政策",
    "统计信息",
    "行政许可和其他对外管理服务事项",
    "行政处罚、行政强制",
    "财政预算、决算信息",
    "行政事业性收费",
    "政府集中采购",
    "重大建设项目",
    "民生政策、措施及实施情况",
    "突发公共事件应对",
    "监督检查情况",
    "公务员招考",
    "其他应当主动公开的信息",
};

template <class Kind, class Words>
std::optional<Kind> kind_of(const Words& words, std::string_view name) {
    const auto it = std::ranges::find(words, name, &Word::name);
    if (it == words.end()) return {};
    return Kind(it - words.begin());
}

Error invalid(std::string code, std::string message) {
    return {ErrorKind::Invalid, "document." + std::move(code), std::move(message)};
}

bool is_plain(std::string_view text) { return text::is_utf8(text) && text.find('\0') == text.npos; }

Status check_words(const Content& it) {
    bool plain = is_plain(it.title) && is_plain(it.abstract) && is_plain(it.source) &&
                 is_plain(it.interprets) && is_plain(it.audience);
    for (const std::string& word : it.keywords)
        plain = plain && is_plain(word);
    for (const Attachment& file : it.attachments)
        plain = plain && is_plain(file.file_name) && is_plain(file.media_type);
    if (!plain) return invalid("encoding", "文字不是 UTF-8 编码，或者含有不能保存的字符。");
    return Done{};
}

Status check_attachments(const Content& it) {
    std::set<std::string> names;
    for (const Attachment& file : it.attachments) {
        if (file.file_name.empty() || file.file_name.find('/') != std::string::npos)
            return invalid("attachment.name", "请给每个附件一个文件名，文件名中不能有“/”。");
        if (!names.insert(file.file_name).second)
            return invalid("attachment.twice",
                           "有两个附件都叫“" + file.file_name + "”。请改其中一个的文件名。");
        if (!is_digest(file.digest) || file.size < 0)
            return invalid("attachment.digest", "附件“" + file.file_name + "”没有保存成功。");
    }
    return Done{};
}

}  // namespace

std::string_view name(Kind it) { return kind_words[std::size_t(it)].name; }
std::string_view name(Channel it) { return channel_words[std::size_t(it)].name; }
std::optional<Kind> kind(std::string_view name) { return kind_of<Kind>(kind_words, name); }
std::optional<Channel> channel(std::string_view name) {
    return kind_of<Channel>(channel_words, name);
}
std::string_view chinese(Kind it) { return kind_words[std::size_t(it)].chinese; }
std::string_view chinese(Channel it) { return channel_words[std::size_t(it)].chinese; }
bool is_normative(Kind it) { return it == Kind::NormativeDocument || it == Kind::Rule; }

law::Clause clause(SubjectClass it) {
    if (it.item == 0) return law::regulation("21");
    return {law::Source::Regulation, 20, 0, it.item};
}
std::string_view chinese(SubjectClass it) { return subject_words[std::size_t(it.item)]; }

bool is_digest(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

Status check(const Content& it, Date today) {
    GK_CHECK(check_words(it));
    if (text::is_blank(it.title)) return invalid("title", "请填写文件名称。");
    if (text::length(it.title) > longest_title)
        return invalid("title", "文件名称太长，请不超过300个字。");
    if (!is_digest(it.body_digest)) return invalid("body", "文件没有正文。");
    if (it.subject_class.item < 0 || it.subject_class.item > subject_items)
        return invalid("subject-class",
                       "主题分类应是《条例》第二十条第（一）至（十五）项之一，"
                       "或者第二十一条。");
    if (it.formed_on > today)
        return invalid("formed.future", "成文日期" + chinese(it.formed_on) +
                                            "还没有到。请填写信息形成或者变更的实际日期。");
    if (it.issued_on && *it.issued_on > today)
        return invalid("issued.future",
                       "印发日期" + chinese(*it.issued_on) + "还没有到。请填写实际印发的日期。");
    const bool decree = it.kind == Kind::Rule && is_decree_number(it.document_number);
    if (!it.document_number.empty() && !decree) GK_CHECK(DocumentNumber::parse(it.document_number));
    return check_attachments(it);
}

Status check_complete(const Content& it) {
    if (text::is_blank(it.abstract))
        return invalid("abstract",
                       "请填写内容概述，公开目录应当包括它（《条例》第十二条第三款）。");
    if (it.channels.empty())
        return invalid("channels", "请选择至少一种公开渠道（《条例》第二十三条）。");
    if (!is_normative(it.kind)) return Done{};
    if (it.document_number.empty())
        return invalid("number.missing",
                       std::string(chinese(it.kind)) + "应当有发文字号，请补填后再送审。");
    if (!it.issued_on)
        return invalid("issued.missing",
                       std::string(chinese(it.kind)) + "应当有印发日期，请补填后再送审。");
    return Done{};
}

}  // namespace gongkai::disclosure
