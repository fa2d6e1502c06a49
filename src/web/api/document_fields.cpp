#include "web/api/document_json.h"

namespace gongkai::web::api {

using disclosure::Content;

namespace {

Error of_no_kind(std::string_view label, const std::string& word) {
    return {ErrorKind::Invalid, "fields.kind",
            "“" + std::string(label) + "”不能是" + in_quotes(word) + "。"};
}

Status take_channels(const Fields& fields, std::vector<disclosure::Channel>& into) {
    std::vector<std::string> names;
    GK_CHECK(fields.take("channels", "公开渠道", names));
    if (fields.has("channels")) into.clear();
    for (const auto& word : names) {
        const auto channel = disclosure::channel(word);
        if (!channel) return of_no_kind("公开渠道", word);
        into.push_back(*channel);
    }
    return Done{};
}

Status take_kinds(const Fields& fields, Content& into) {
    if (fields.has("kind")) {
        GK_TRY(kind, word(fields, "kind", "文件类别", disclosure::kind));
        into.kind = kind;
    }
    if (fields.has("subject_class")) {
        GK_TRY(item, fields.whole("subject_class", "主题分类"));
        if (item < 0 || item > disclosure::subject_items)
            return of_no_kind("主题分类", std::to_string(item));
        into.subject_class.item = int(item);
    }
    return Done{};
}

// "15", "16.1": an article of the Regulation and perhaps its paragraph.
std::optional<law::Clause> ground_of(std::string_view text) {
    const auto point = text.find('.');
    const auto article = plain_number(text.substr(0, point));
    const auto paragraph =
        point == text.npos ? std::optional<std::int64_t>(0) : plain_number(text.substr(point + 1));
    if (!article || !paragraph || *article > 99 || *paragraph > 99) return {};
    const law::Clause it{law::Source::Regulation, int(*article), int(*paragraph), 0};
    return law::regulation_2019::has(it) ? std::optional(it) : std::nullopt;
}

}  // namespace

Result<Content> content_of(const Fields& fields, Content it) {
    GK_CHECK(take_kinds(fields, it));
    GK_CHECK(take_channels(fields, it.channels));
    GK_CHECK(fields.take("title", "名称", it.title));
    GK_CHECK(fields.take("document_number", "发文字号", it.document_number));
    GK_CHECK(fields.take("abstract", "内容概述", it.abstract));
    GK_CHECK(fields.take("keywords", "关键词", it.keywords));
    GK_CHECK(fields.take("source", "来源", it.source));
    GK_CHECK(fields.take("interprets", "解读的文件", it.interprets));
    GK_CHECK(fields.take("audience", "适用对象", it.audience));
    GK_CHECK(fields.take("issued_on", "印发日期", it.issued_on));
    if (fields.has("formed_on")) {
        GK_TRY(formed_on, fields.day("formed_on", "成文日期"));
        it.formed_on = formed_on;
    }
    return it;
}

Result<disclosure::Review> review_of(const Fields& fields) {
    disclosure::Review it;
    GK_TRY(verdict, word(fields, "verdict", "审查结果", disclosure::verdict));
    it.verdict = verdict;
    GK_CHECK(fields.take("secrecy_checked", "已作保密审查", it.secrecy_checked));
    GK_CHECK(fields.take("basis", "依据和理由", it.basis));
    std::string ground;
    GK_CHECK(fields.take("ground", "不予公开的条款", ground));
    if (ground.empty()) return it;
    it.ground = ground_of(ground);
    if (!it.ground) return of_no_kind("不予公开的条款", ground);
    return it;
}

}  // namespace gongkai::web::api
