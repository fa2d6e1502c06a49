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
    std::optional<Satisfaction> satisfaction;
};

struct PromiseMade {
    int act = 0;  // the index of the answer
    std::string what;
    Date until{};
    std::optional<Date> reported_on;  // progress, the last time
    std::optional<Date> ended_on;
    PromiseEnd end{};
};

struct OpinionReceived {
    std::string unit;
    Date on{};
};

// What the acts up to some day amount to; annulled ones do not count.
struct Progress {
    State state = State::Handling;
    Date latest{};  // day of the last act
    Date assigned_on{};
    Units units;
    std::optional<Date> return_asked_on;   // the first time
    std::optional<Date> opinion_given_on;  // this body's, as one of those who join
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

    const Sent* last_answer() const { return answers.empty() ? nullptr : &answers.back(); }
    bool has_open_promise() const;
};

// As records::History asks.
struct Subject {
    using Kinds = proposals::Kinds;
    using Progress = proposals::Progress;
    using Rules = proposals::Rules;

    static const records::Table& table();
    static bool lawful(records::States states, const Progress& now);
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

// Still to be answered, or with a promise that is open.
bool is_open(const Progress& progress);

// The row of a kind of act: row_for<Extend>().
template <class Kind>
const records::Row& row_for() {
    return records::row_for<Subject, Kind>();
}

}  // namespace gongkai::interaction::proposals

// Compiled once, in proposal_table.cpp.
extern template class gongkai::records::History<gongkai::interaction::proposals::Subject>;
