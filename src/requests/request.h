#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "law/calendar.h"
#include "records/history.h"
#include "requests/acts.h"

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

// A request for government information (政府信息公开申请), as records::History asks.
struct Subject {
    using Kinds = requests::Kinds;
    using Progress = requests::Progress;
    using Rules = requests::Rules;

    static const records::Table& table();
    static bool lawful(records::States states, const Progress& now);
    static std::string_view state_words(const Progress& now);
    static void annul_all(Progress& now);
    static constexpr bool beginning_stays = false;
    static Status judge_annulment(const records::History<Subject>&, int) { return Done{}; }
    static Status judge_remainder(const records::History<Subject>&,
                                  const records::History<Subject>&) {
        return Done{};
    }
    static Status judge(const Kinds& what, const records::Moment<Subject>& moment);
    static void apply(const Kinds& what, const records::Dated& act, int index, Progress& progress);
};

using Act = records::ActOf<Subject>;
using Request = records::History<Subject>;
using RequestKey = records::Key<Subject>;  // 2026-0014, in the organ and year of registration

const Application& application_of(const Request& request);

// Neither answered nor ended nor annulled.
bool is_open(State state);

// The row of table three under which a request counts once it is decided or has ended; nothing
// before.
std::optional<law::DecisionCode> outcome(const Progress& progress, const Settings& settings);
// The day on which it left the books: of the decision or the end.
std::optional<Date> settled_on(const Progress& progress);

}  // namespace gongkai::requests

// Compiled once, in table.cpp.
extern template class gongkai::records::History<gongkai::requests::Subject>;
