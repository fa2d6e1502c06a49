#pragma once

#include "base/date.h"
#include "base/words.h"

namespace gongkai::interaction::messages {

using gongkai::chinese;
using gongkai::name;
using gongkai::named;

// Where a message comes from (来源). Each has its own terms.
enum class Source { Hotline, SecretaryMailbox, HeadMailbox, Website, Correction };
constexpr auto words(Source) {
    using enum Source;
    return word_list<Source>({
        {Hotline, "hotline", "12345热线"},
        {SecretaryMailbox, "secretary_mailbox", "书记信箱"},
        {HeadMailbox, "head_mailbox", "县长信箱"},
        {Website, "website", "网站留言"},
        {Correction, "correction", "网站找错"},
    });
}

enum class Matter { Consultation, Help, Complaint, Report, Suggestion };
constexpr auto words(Matter) {
    using enum Matter;
    return word_list<Matter>({
        {Consultation, "consultation", "咨询"},
        {Help, "help", "求助"},
        {Complaint, "complaint", "投诉"},
        {Report, "report", "举报"},
        {Suggestion, "suggestion", "建议"},
    });
}

enum class State {
    Received,
    Handling,
    Replied,
    Closed,
    Refused,      // 不予受理
    Transferred,  // to another body
    Returned,     // to whoever sent it here
    HandedOver,   // it is a request for information
    Annulled,
};
constexpr auto words(State) {
    using enum State;
    return word_list<State>({
        {Received, "received", "待受理"},
        {Handling, "handling", "办理中"},
        {Replied, "replied", "已答复，待办结"},
        {Closed, "closed", "已办结"},
        {Refused, "refused", "不予受理"},
        {Transferred, "transferred", "已转其他单位办理"},
        {Returned, "returned", "已退回派单单位"},
        {HandedOver, "handed_over", "已转为政府信息公开申请"},
        {Annulled, "annulled", "登记有误，已作废"},
    });
}

// How far the public version of the answer has come, beside the handling.
enum class Stage {
    None,
    Proposed,
    Passed,
    Failed,
    Public,
    Withdrawn,
    Outdated,        // another answer came after the text, which is not public
    PublicOutdated,  // the same of a text that is
};
constexpr auto words(Stage) {
    using enum Stage;
    return word_list<Stage>({
        {None, "none", "未拟公开"},
        {Proposed, "proposed", "拟公开，待审核"},
        {Passed, "passed", "审核通过，待公开"},
        {Failed, "failed", "审核未通过"},
        {Public, "public", "已公开"},
        {Withdrawn, "withdrawn", "公开后已撤下"},
        {Outdated, "outdated", "拟公开的内容已过时，应重新拟写"},
        {PublicOutdated, "public_outdated", "已公开，内容已过时，应撤下或者换新"},
    });
}

// Why a message is not accepted. The words of the refusal tell the right way.
enum class Ground { Litigation, Petition, Secret, Decided, NotAdministrative, Other };
constexpr auto words(Ground) {
    using enum Ground;
    return word_list<Ground>({
        {Litigation, "litigation", "已进入诉讼、仲裁、行政复议或者监察程序"},
        {Petition, "petition", "属于信访事项"},
        {Secret, "secret", "涉及国家秘密、商业秘密或者个人隐私"},
        {Decided, "decided", "已经依法办结并告知"},
        {NotAdministrative, "not_administrative", "不属于行政机关职责"},
        {Other, "other", "其他情形"},
    });
}

enum class ReplyBy { Phone, Letter, Online, InPerson };
constexpr auto words(ReplyBy) {
    using enum ReplyBy;
    return word_list<ReplyBy>({
        {Phone, "phone", "电话"},
        {Letter, "letter", "书面"},
        {Online, "online", "网上"},
        {InPerson, "in_person", "当面"},
    });
}

enum class Solved { Yes, Partly, No, NoAnswer };
constexpr auto words(Solved) {
    using enum Solved;
    return word_list<Solved>({
        {Yes, "yes", "已解决"},
        {Partly, "partly", "部分解决"},
        {No, "no", "未解决"},
        {NoAnswer, "no_answer", "未作答"},
    });
}

enum class Satisfaction { Satisfied, FairlySatisfied, Dissatisfied, NoAnswer };
constexpr auto words(Satisfaction) {
    using enum Satisfaction;
    return word_list<Satisfaction>({
        {Satisfied, "satisfied", "满意"},
        {FairlySatisfied, "fairly_satisfied", "基本满意"},
        {Dissatisfied, "dissatisfied", "不满意"},
        {NoAnswer, "no_answer", "未评价"},
    });
}

enum class DayKind { Working, Calendar };
constexpr auto words(DayKind) {
    return word_list<DayKind>({
        {DayKind::Working, "working", "工作日"},
        {DayKind::Calendar, "calendar", "自然日"},
    });
}

}  // namespace gongkai::interaction::messages
