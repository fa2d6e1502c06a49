#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "law/calendar.h"
#include "requests/act.h"

namespace gongkai::requests {

// Where the sources leave a reading open, a place chooses (docs/law-questions.md).
struct Settings {
    // A notice of correction or extension sent after its last day is recorded; whether it still
    // moves the day of the answer.
    bool late_notice_moves_term = false;
    // Whether the time to answer begins anew on the day of payment, or only stops until then.
    bool payment_restarts_term = true;
    law::CountingOrder counting{};
};

// What a judgement on acts needs besides them.
struct Rules {
    const law::Calendar& calendar;
    Settings settings{};
};

enum class State {
    AwaitingConfirmation,  // 待双方确认
    Handling,              // 办理中
    AwaitingCorrection,    // 待补正
    AwaitingReasons,       // 待说明理由
    Consulting,            // 征求意见中
    AwaitingPayment,       // 待缴费
    Decided,               // 已决定，待送达
    Delivered,             // 已答复
    Ended,                 // 已终结：撤回、不再处理
    Annulled,              // 登记有误，已作废
};
inline constexpr int states = 10;
std::string_view name(State state);
std::string_view chinese(State state);

struct Consultation {
    int act = 0;  // index of the act Consult
    Party party{};
    Date sent_on{};
    std::optional<Date> served_on;
    std::optional<Date> answered_on;
    Answer answer{};
};

struct RemedyCase {
    int act = 0;  // index of the act FileRemedy
    Remedy remedy{};
    Date filed_on{};
    std::optional<Date> ended_on;
    RemedyOutcome outcome{};
};

// What the acts up to some day amount to; annulled ones do not count. Nothing here depends on the
// calendar: that is for clocks.
struct Progress {
    State state = State::AwaitingConfirmation;
    std::optional<Date> received_on;  // 收到申请之日, Reg. 31
    Date latest{};                    // day of the last act
    std::optional<Date> correction_asked_on, correction_until, corrected_on;
    std::optional<Date> reasons_asked_on, reasons_given_on, period_fixed_on, fixed_until;
    // Indices of acts, -1 for none: what stands before a term that begins anew does not change it.
    int corrected_act = -1, paid_act = -1, extended_act = -1, fixed_act = -1;
    std::vector<Consultation> consultations;
    int extension_proposed = -1;  // index of the proposal that is open
    std::string proposed_by;
    std::optional<Date> extended_on;
    int extension_days = 0;
    int fee_act = -1;
    std::optional<Date> fee_sent_on, fee_served_on, paid_on;
    std::vector<ItemDecision> decided;
    std::optional<Date> decided_on, delivered_on;
    std::optional<Date> ended_on;               // without an answer
    std::optional<law::DecisionCode> ended_as;  // O1, O2, O3
    std::vector<RemedyCase> remedies;

    bool is_consulting() const;
};

struct RequestKey {
    journal::LogKey log;
    std::string number;  // 2026-0014, in the organ and year of registration
    friend auto operator<=>(const RequestKey&, const RequestKey&) = default;
};
// The subject of its entries in the journal: request/2026-0014.
std::string subject(const RequestKey& key);

// A request for government information (政府信息公开申请): its list of dated acts, from which
// everything else is computed. Only lawful acts get in, in the order in which they happened.
class Request {
public:
    // Refusals: dates that contradict each other or lie behind the day of recording, no items.
    static Result<Request> begin(RequestKey key, Act registration);
    // Acts that were recorded before. Throws std::logic_error where they do not begin with a
    // registration; they are not judged again.
    static Request recorded(RequestKey key, std::vector<Act> acts);

    const RequestKey& key() const { return key_; }
    const std::vector<Act>& acts() const { return acts_; }
    const Application& application() const { return acts_.front().application; }
    bool is_annulled(int act) const;

    // As of the end of a day.
    Progress progress(std::optional<Date> as_of = {}) const;

    // The request with one more act. Refuses what the law has no place for, with the reason in
    // one sentence; an act that comes late is not refused.
    Result<Request> after(Act act, const Rules& rules) const;

private:
    Request(RequestKey key, std::vector<Act> acts) : key_(std::move(key)), acts_(std::move(acts)) {}
    Result<Request> annulled(const Act& act, const Rules& rules) const;

    RequestKey key_;
    std::vector<Act> acts_;
};

// The row of table three under which a request counts once it is decided or has ended; nothing
// before.
std::optional<law::DecisionCode> outcome(const Progress& progress, const Settings& settings);
// The day on which it left the books: of the decision or the end.
std::optional<Date> settled_on(const Progress& progress);

}  // namespace gongkai::requests
