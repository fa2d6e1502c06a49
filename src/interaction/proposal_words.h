#pragma once

#include "base/date.h"
#include "base/words.h"

// The words of what is said and done about a proposal (建议、提案).
namespace gongkai::interaction::proposals {

using gongkai::chinese;
using gongkai::name;
using gongkai::named;

// Whose it is: a deputy's of the people's congress, or a member's of the CPPCC.
enum class Form { Suggestion, Cppcc };
constexpr auto words(Form) {
    return word_list<Form>({
        {Form::Suggestion, "suggestion", "人大代表建议"},
        {Form::Cppcc, "cppcc", "政协提案"},
    });
}

// What this body does in it. Those who handle it separately each answer for their own part.
// `Gone`: it was given to others, and is no longer this body's.
enum class Part { Lead, Separate, Joint, Gone };
constexpr auto words(Part) {
    return word_list<Part>({
        {Part::Lead, "lead", "主办"},
        {Part::Separate, "separate", "分办"},
        {Part::Joint, "joint", "会办"},
        {Part::Gone, "gone", "不再承办"},
    });
}

enum class State {
    Handling,
    AwaitingReturn,
    OpinionGiven,
    Answered,
    Dissatisfied,
    Settled,
    Ended,
    Annulled
};
constexpr auto words(State) {
    using enum State;
    return word_list<State>({
        {Handling, "handling", "办理中"},
        {AwaitingReturn, "awaiting_return", "已提出退回，等待交办机关决定"},
        {OpinionGiven, "opinion_given", "已提出会办意见"},
        {Answered, "answered", "已答复，等待反馈"},
        {Dissatisfied, "dissatisfied", "反馈不满意，待再次答复"},
        {Settled, "settled", "已办结"},
        {Ended, "ended", "不再办理"},
        {Annulled, "annulled", "登记有误，已作废"},
    });
}

// Why it ended without an answer.
enum class End { Returned, Withdrawn };
constexpr auto words(End) {
    return word_list<End>({
        {End::Returned, "returned", "退回，改交其他单位办理"},
        {End::Withdrawn, "withdrawn", "提出人撤回"},
    });
}

// What the assigning office says of a return; or this body takes it back before it says anything.
enum class ReturnAnswer { Accepted, Refused, TakenBack };
constexpr auto words(ReturnAnswer) {
    return word_list<ReturnAnswer>({
        {ReturnAnswer::Accepted, "accepted", "同意退回，改交其他单位"},
        {ReturnAnswer::Refused, "refused", "不同意退回，继续办理"},
        {ReturnAnswer::TakenBack, "taken_back", "本机关收回退回的意见，继续办理"},
    });
}

// What the proposer says of the answer. A receipt that never came is not counted as any of these.
enum class Satisfaction { Satisfied, Basically, Dissatisfied };
constexpr auto words(Satisfaction) {
    return word_list<Satisfaction>({
        {Satisfaction::Satisfied, "satisfied", "满意"},
        {Satisfaction::Basically, "basically", "基本满意"},
        {Satisfaction::Dissatisfied, "dissatisfied", "不满意"},
    });
}

// How a promise ended.
enum class PromiseEnd { Kept, Replaced, Impossible };
constexpr auto words(PromiseEnd) {
    return word_list<PromiseEnd>({
        {PromiseEnd::Kept, "kept", "已兑现"},
        {PromiseEnd::Replaced, "replaced", "由再次答复中的承诺代替"},
        {PromiseEnd::Impossible, "impossible", "确实无法兑现"},
    });
}

// How much of the answer becomes public, 国办发〔2014〕46号.
enum class Manner { Full, Summary, None };
constexpr auto words(Manner) {
    return word_list<Manner>({
        {Manner::Full, "full", "全文公开"},
        {Manner::Summary, "summary", "摘要公开"},
        {Manner::None, "none", "不公开"},
    });
}

// How far the text for the public has come. `Outdated`: what was written of an answer that another
// one has replaced since, or is to replace.
enum class Stage { None, Proposed, ToWork, Cleared, NotPublic, Outdated };
constexpr auto words(Stage) {
    using enum Stage;
    return word_list<Stage>({
        {None, "none", "没有待公开的文稿"},
        {Proposed, "proposed", "待公开审查"},
        {ToWork, "to_work", "退回修改"},
        {Cleared, "cleared", "审查通过，待公开"},
        {NotPublic, "not_public", "决定不公开"},
        {Outdated, "outdated", "答复有变化，须重新拟定"},
    });
}

enum class Standing { Unpublished, Public, Withdrawn };
constexpr auto words(Standing) {
    return word_list<Standing>({
        {Standing::Unpublished, "unpublished", "未公开"},
        {Standing::Public, "public", "已公开"},
        {Standing::Withdrawn, "withdrawn", "已撤下"},
    });
}

}  // namespace gongkai::interaction::proposals
