#include "requests/request.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "journal/acts.h"
#include "requests/repository.h"
#include "requests/transition.h"

namespace gongkai::requests {

namespace {

using journal::annulled_acts;
using journal::annuls;

constexpr std::pair<std::string_view, std::string_view> state_words[states] = {
    {"awaiting_confirmation", "待双方确认"},
    {"handling", "办理中"},
    {"awaiting_correction", "待申请人补正"},
    {"awaiting_reasons", "待申请人说明理由"},
    {"consulting", "征求意见中"},
    {"awaiting_payment", "待申请人缴费"},
    {"decided", "已决定，待送达"},
    {"delivered", "已答复"},
    {"ended", "已终结"},
    {"annulled", "登记有误，已作废"},
};

// The Regulation of 2007, before which nobody could ask under it.
constexpr Date regulation_begins =
    std::chrono::sys_days{std::chrono::year{2008} / std::chrono::May / 1};

Error refused(std::string code, std::string message) {
    return {ErrorKind::NotAllowed, "request." + std::move(code), std::move(message)};
}

Error invalid(std::string code, std::string message) {
    return {ErrorKind::Invalid, "request." + std::move(code), std::move(message)};
}

Progress fold(const std::vector<Act>& acts, const std::set<int>& annulled, std::size_t count) {
    Progress it;
    for (std::size_t i = 0; i < count; ++i)
        if (!annulled.contains(int(i)) && !annuls(acts[i])) apply(acts[i], int(i), it);
    if (annulled.contains(0)) it.state = State::Annulled;
    return it;
}

Status check_days(const Act& act, Date latest) {
    return journal::check_days("request.", act.on, act.recorded_on, latest);
}

}  // namespace

std::string_view name(State state) { return state_words[std::size_t(state)].first; }
std::string_view chinese(State state) { return state_words[std::size_t(state)].second; }

bool Progress::is_consulting() const {
    return std::ranges::any_of(consultations,
                               [](const Consultation& it) { return !it.answered_on; });
}

std::vector<Request> Repository::all(const journal::View& view, const journal::LogKey& log) const {
    std::vector<Request> all;
    each(view, log, [&](const Request& it) { all.push_back(it); });
    return all;
}

std::string subject(const RequestKey& key) { return "request/" + key.number; }

Result<Request> Request::begin(RequestKey key, Act registration) {
    registration.kind = ActKind::Register;
    const Application& application = registration.application;
    registration.on = application.received_on;
    if (application.items < 1 || application.items > 99)
        return invalid("items", "申请的事项数应在 1 到 99 之间。");
    if (application.submitted_on < regulation_begins)
        return invalid("before-regulation", "提交日期" + chinese(application.submitted_on) +
                                                "早于《条例》施行的2008年5月1日。请核对日期。");
    if (application.received_on < application.submitted_on)
        return invalid("received-before-submitted",
                       "收到日期" + chinese(application.received_on) + "早于申请人提交的日期" +
                           chinese(application.submitted_on) + "。请核对两个日期。");
    if (application.received_on > registration.recorded_on)
        return invalid("act.future", "收到日期" + chinese(application.received_on) +
                                         "还没有到。请填写实际收到的日期。");
    if (application.applicant.empty() || application.content.empty())
        return invalid("contents", "申请应当写明申请人和所需的政府信息（《条例》第二十九条）。");
    return Request(std::move(key), {std::move(registration)});
}

Request Request::recorded(RequestKey key, std::vector<Act> acts) {
    if (acts.empty() || acts.front().kind != ActKind::Register)
        throw std::logic_error("a request begins with its registration");
    return {std::move(key), std::move(acts)};
}

bool Request::is_annulled(int act) const { return annulled_acts(acts_).contains(act); }

Progress Request::progress(std::optional<Date> as_of) const {
    const auto annulled = annulled_acts(acts_);
    return fold(acts_, annulled, journal::happened_by(as_of, acts_, annulled));
}

Result<Request> Request::after(Act act, const Rules& rules) const {
    if (act.kind == ActKind::Register)
        return refused("act.not-now", "这件申请已经登记，不能重复登记。");
    const Progress now = progress();
    if (!transition(act.kind).lawful_in(now.state))
        return refused("act.not-now", "这件申请" + std::string(chinese(now.state)) + "，不能办理“" +
                                          std::string(transition(act.kind).title) + "”。");
    if (act.kind == ActKind::Annul) return annulled(act, rules);
    GK_CHECK(check_days(act, now.latest));
    GK_CHECK(judge(act, application(), now, rules));
    Request next = *this;
    next.acts_.push_back(std::move(act));
    return next;
}

// What remains without the wrong act must still be lawful, act by act.
Result<Request> Request::annulled(const Act& act, const Rules& rules) const {
    GK_CHECK(journal::check_annulment("request.", act, acts_));
    const int wrong = *act.refers_to;
    GK_CHECK(check_days(act, acts_[std::size_t(wrong)].on));
    Request next = *this;
    next.acts_.push_back(act);
    if (wrong == 0) return next;
    const auto gone = annulled_acts(next.acts_);
    for (std::size_t i = 1; i < acts_.size(); ++i) {
        const Act& kept = acts_[i];
        if (annuls(kept) || gone.contains(int(i))) continue;
        const Progress before = fold(acts_, gone, i);
        const bool refers_to_it = kept.refers_to && gone.contains(*kept.refers_to);
        if (refers_to_it || !transition(kept.kind).lawful_in(before.state) ||
            !judge(kept, application(), before, rules).ok())
            return refused("annul.others-rest-on-it",
                           "后面的“" + std::string(transition(kept.kind).title) +
                               "”以这条登记为前提。请先更正后面的登记。");
    }
    return next;
}

std::optional<law::DecisionCode> outcome(const Progress& progress, const Settings& settings) {
    if (progress.ended_as) return progress.ended_as;
    std::vector<law::DecisionCode> codes;
    for (const ItemDecision& it : progress.decided)
        codes.push_back(it.code);
    return law::counted_outcome(codes, settings.counting);
}

std::optional<Date> settled_on(const Progress& progress) {
    return progress.decided_on ? progress.decided_on : progress.ended_on;
}

}  // namespace gongkai::requests
