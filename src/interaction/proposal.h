#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "interaction/proposal_acts.h"
#include "interaction/proposal_settings.h"
#include "law/calendar.h"
#include "records/history.h"

// Proposals of deputies and of members of the CPPCC (建议、提案) that were assigned to a body:
// 代表法 and the rules of the CPPCC and of places, 国办发〔2014〕46号.
namespace gongkai::interaction::proposals {

// What a judgement on acts needs besides them.
struct Rules {
    const law::Calendar& calendar;
    const Settings& settings;
};

// A letter of answer that was sent.
struct Sent {
    int act = 0;  // the index of the act
    Date on{};
    std::string answer_class;
    std::optional<Date> feedback_on;
    std::optional<Satisfaction> satisfaction;  // what was said last
    std::optional<Date> first_feedback_on;
};

struct Deferral {
    Date on{}, until{};
};

struct PromiseMade {
    int act = 0;  // the index of the answer
    std::string what;
    Date until{};  // as it was promised first
    std::vector<Deferral> deferrals;
    Date latest{};                    // day of the last act about it
    std::optional<Date> reported_on;  // progress, the last time
    std::optional<Date> ended_on;
    PromiseEnd end{};
};

// The public reads an answer that a later one has replaced.
struct OldInPublic {
    Date since{};                  // the day of the later answer
    std::optional<Date> ended_on;  // replaced by a new text, or taken down
};

struct OpinionReceived {
    std::string unit;
    Date on{};
};

// What the acts up to some day amount to; annulled ones do not count.
struct Progress {
    State state = State::Handling;
    Date latest{};   // the latest day of an act
    Date handled{};  // the latest of those that handle it: no promise, opinion or publication
    Date assigned_on{};
    std::optional<Terms> terms;  // of the assignment
    Units units;
    Date answer_asked_on{}, opinion_asked_on{};  // of this body: the assignment, or a later change
    std::optional<Date> return_asked_on;         // the first time
    std::optional<Date> opinion_given_on;        // this body's, as one of those who join
    std::optional<Date> extended_on;
    std::vector<OpinionReceived> opinions;
    std::vector<Sent> answers;
    std::vector<PromiseMade> promises;
    std::optional<Date> ended_on;  // without an answer
    End end{};
    // On the way to the public. Indices of acts, -1 for none.
    Stage stage = Stage::None;
    Standing standing = Standing::Unpublished;
    int prepared = -1;  // the text on its way
    int shown = -1;     // the text that the public reads
    Manner manner{};    // of the text on its way
    std::string prepared_by, reviewed_by;
    std::string shown_by, shown_reviewed_by;  // who wrote and who reviewed what is shown
    std::optional<Date> published_on, first_published_on;
    std::vector<OldInPublic> old_in_public;

    const Sent* last_answer() const { return answers.empty() ? nullptr : &answers.back(); }
    bool has_open_promise() const;
    // Since when the public reads an answer that is no longer the one that holds.
    std::optional<Date> shows_old_since() const;
};

// As records::History asks.
struct Subject {
    using Kinds = proposals::Kinds;
    using Progress = proposals::Progress;
    using Rules = proposals::Rules;

    static const records::Table& table();
    static bool lawful(records::States states, const Progress& now);
    // Handling, each promise, the opinions of others and the way to the public go on by themselves:
    // what the program dates today must not keep out a receipt that came before.
    static Date latest_before(const Kinds& what, const Progress& now);
    static std::string state_words(const Progress& now);
    static void annul_all(Progress& now);
    static constexpr bool beginning_stays = false;
    static Status judge_annulment(const records::History<Subject>& before, int act);
    static Status judge_remainder(const records::History<Subject>& before,
                                  const records::History<Subject>& after);
    static Status judge(const Kinds& what, const records::Moment<Subject>& moment);
    static void apply(const Kinds& what, const records::Dated& act, int index, Progress& progress);
};

using Act = records::ActOf<Subject>;
using Proposal = records::History<Subject>;
using ProposalKey = records::Key<Subject>;  // 2026-0003, in the body and year of registration

// What it came in with.
const Register& assignment_of(const Proposal& proposal);
// The letter that an act sent; nullptr where it sent none.
const Reply* reply_of(const Act& act);

// By what it is counted: as it was on the day of the assignment, where that was recorded.
const Terms& terms_of(const Progress& progress, const Rules& rules);

// Still to be answered, with a promise that is open, or with an old answer in public.
bool is_open(const Progress& progress);

// The row of a kind of act: row_for<Extend>().
template <class Kind>
const records::Row& row_for() {
    return records::row_for<Subject, Kind>();
}

}  // namespace gongkai::interaction::proposals

// Compiled once, in proposal_table.cpp.
extern template class gongkai::records::History<gongkai::interaction::proposals::Subject>;
