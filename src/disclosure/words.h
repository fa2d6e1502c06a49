#pragma once

#include <array>
#include <string_view>

#include "base/words.h"

namespace gongkai::disclosure {

using gongkai::chinese;
using gongkai::name;
using gongkai::named;

enum class Kind { Information, NormativeDocument, Rule, Interpretation };
constexpr auto words(Kind) {
    using enum Kind;
    return word_list<Kind>({
        {Information, "information", "一般信息"},
        {NormativeDocument, "normative_document", "行政规范性文件"},
        {Rule, "rule", "规章"},
        {Interpretation, "interpretation", "政策解读"},
    });
}
constexpr bool is_normative(Kind kind) {
    return kind == Kind::NormativeDocument || kind == Kind::Rule;
}

// Ways of publication (公开渠道), Reg. 23 and 25(2).
enum class Channel { Website, Gazette, NewMedia, Conference, Press, Radio, Television, Board };
constexpr auto words(Channel) {
    using enum Channel;
    return word_list<Channel>({
        {Website, "website", "政府网站"},
        {Gazette, "gazette", "政府公报"},
        {NewMedia, "new_media", "政务新媒体"},
        {Conference, "conference", "新闻发布会"},
        {Press, "press", "报刊"},
        {Radio, "radio", "广播"},
        {Television, "television", "电视"},
        {Board, "board", "信息公告栏"},
    });
}

// What the information is about (主题分类): an item of Reg. 20, 1 to 15, in our words; 0 is Reg.
// 21, what a city, county or township adds for its place.
inline constexpr std::array<Word, 16> subject_classes{{
    {"0", "结合本地实际公开的信息"},
    {"1", "法规、规章和规范性文件"},
    {"2", "机关职能、机构设置和联系方式"},
    {"3", "规划及相关政策"},
    {"4", "统计信息"},
    {"5", "行政许可和其他对外管理服务事项"},
    {"6", "行政处罚、行政强制"},
    {"7", "财政预算、决算信息"},
    {"8", "行政事业性收费"},
    {"9", "政府集中采购"},
    {"10", "重大建设项目"},
    {"11", "民生政策、措施及实施情况"},
    {"12", "突发公共事件应对"},
    {"13", "监督检查情况"},
    {"14", "公务员招考"},
    {"15", "其他应当主动公开的信息"},
}};
inline constexpr int subject_items = int(subject_classes.size()) - 1;
constexpr std::string_view subject_words(int item) {
    return subject_classes.at(std::size_t(item)).chinese;
}

// What a review says (审查结果), Reg. 17.
enum class Verdict {
    Public,
    AfterWork,  // the text is worked over and reviewed again
    NotPublic,
    AskOthers,  // of the authority in charge or of secrecy, Reg. 17(3)
};
constexpr auto words(Verdict) {
    using enum Verdict;
    return word_list<Verdict>({
        {Public, "public", "可以公开"},
        {AfterWork, "after_work", "处理后公开"},
        {NotPublic, "not_public", "不予公开"},
        {AskOthers, "ask_others", "报请确定"},
    });
}

// How far the text in preparation has come.
enum class Stage { None, Draft, InReview, AskedFor, ToWork, NotPublic, Cleared };
constexpr auto words(Stage) {
    using enum Stage;
    return word_list<Stage>({
        {None, "none", "没有在办的文稿"},
        {Draft, "draft", "起草中"},
        {InReview, "in_review", "待审查"},
        {AskedFor, "asked_for", "已报请确定"},
        {ToWork, "to_work", "待处理后再审"},
        {NotPublic, "not_public", "审查为不予公开"},
        {Cleared, "cleared", "审查通过，待公开"},
    });
}

// What the public sees of the document.
enum class Standing { Unpublished, Public, Withdrawn, Annulled };
constexpr auto words(Standing) {
    using enum Standing;
    return word_list<Standing>({
        {Unpublished, "unpublished", "尚未公开"},
        {Public, "public", "公开中"},
        {Withdrawn, "withdrawn", "已撤下"},
        {Annulled, "annulled", "登记有误，已作废"},
    });
}

}  // namespace gongkai::disclosure
