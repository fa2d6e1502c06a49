#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interaction/message_acts.h"
#include "records/history.h"
#include "records/repository.h"

namespace gongkai::interaction {

namespace messages {

// What the acts up to some day amount to; annulled ones do not count.
struct Progress {
    State state = State::Received;
    Stage stage = Stage::None;
    Date latest{};      // day of the last act
    Date handled_on{};  // of the last act of the handling: publication has its own order

    Source source{};
    Matter matter{};
    bool urgent = false, secrecy = false, reply_wished = false, designated = false;

    int round = 1;    // 2 where it was taken up again once
    Date begun_on{};  // from which this round's term is counted
    std::optional<Term> term;
    std::optional<Date> extended_on, extended_until;
    bool extended_in_time = false;  // by the term that ran on the day of the notice

    Date received_on{};
    std::optional<Date> first_replied_on, last_replied_on;  // of whatever round
    // Whether the first answer came in time, or what ended it instead came too late. Once known it
    // stays, whatever is done afterwards.
    std::optional<bool> first_in_time;
    std::optional<Date> replied_on, closed_on;  // of this round
    std::optional<Date> ended_on;               // without an answer of this body
    std::optional<Date> called_back_on;         // of this round
    // What the writer said last, of whatever round; a call without answer takes nothing back.
    std::optional<Date> said_on;
    CallBack said;
    std::string unit, handler;  // the unit and the account that have it

    int proposal = -1, review = -1, publication = -1;  // indices of acts
    std::vector<std::string> writers;                  // of the proposal
    std::string reviewer;
    bool passed = false;
    std::optional<Date> proposed_on, published_on;
    std::optional<Date> text_replied_on;    // of the answer of which the proposal is
    std::optional<Date> public_replied_on;  // of which the public text is
    bool was_report = false;                // 举报, once and for all
    bool hidden_by_bar = false;             // no longer public without anybody's withdrawing it
};

// The last day to answer: that of the term, or of an extension that was told in time. Nothing where
// the entry of it has no term.
std::optional<Date> due(const Progress& now);
// Whether the time to answer is over on a day.
bool is_past(const Progress& now, Date day);
// 是否按期: whether somebody answered in time; nothing while that is open, nor where it was ended
// in time without an answer.
std::optional<bool> in_time(const Progress& now, Date today);
// Closed in time without an answer, which nobody wished.
bool closed_without_answer(const Progress& now);
// Whether it is counted as this body's to answer: what it refused or passed on in time is not.
bool is_ours(const Progress& now);
bool is_public(Stage stage);
// Whether the body still has to do something about the matter.
bool is_open(State state);
// What is due: it has neither been answered nor ended.
bool awaits_answer(State state);

// What a message shows at the gate: never a report (举报), never what is to be kept secret.
publication::Claim claim(const Progress& now);

struct Subject {
    using Kinds = messages::Kinds;
    using Progress = messages::Progress;
    using Rules = records::NoRules;  // terms stand in the acts

    static const records::Table& table();
    static bool lawful(records::States states, const Progress& now);
    static std::string state_words(const Progress& now);
    static void annul_all(Progress& now);
    static constexpr bool beginning_stays = true;  // what it is about stays readable
    static Status judge_annulment(const records::History<Subject>& message, int act);
    static Status judge_remainder(const records::History<Subject>& before,
                                  const records::History<Subject>& after);
    // Handling and publication each have their own order of days.
    static Date latest_before(const Kinds& what, const Progress& now);
    static Status judge(const Kinds& what, const records::Moment<Subject>& moment);
    static void apply(const Kinds& what, const records::Dated& act, int index, Progress& progress);
};

}  // namespace messages

// A message from the public (来信、热线工单), with its dated acts.
using Message = records::History<messages::Subject>;
using MessageAct = records::ActOf<messages::Subject>;
using MessageKey = records::Key<messages::Subject>;  // 2026-0007, in the body and year of its entry

namespace messages {

const Concern& concern_of(const Message& message);
// The proposal that would be published, and the text that is public.
const Propose* proposal_of(const Message& message, const Progress& now);
const PublicText* published_text(const Message& message, const Progress& now);
// Asked when an annulment is recorded: the beginning of what was answered or is late leaves the
// figures with it, so that nobody takes his own work out of them. Refusal annul.own.
Status may_annul(const Message& message, int act, const std::string& by, Date today);

}  // namespace messages

// What the public may see of a message: the rewritten question and the answer as somebody else than
// their writer let them pass. It is made without the vault.
class PublicLetter {
public:
    static std::optional<PublicLetter> of(const Message& message, Date today);

    const MessageKey& key() const { return key_; }
    const messages::PublicText& text() const { return text_; }
    messages::Source source() const { return source_; }
    messages::Matter matter() const { return matter_; }
    Date received_on() const { return received_on_; }
    // Of the answer that this text is of.
    std::optional<Date> replied_on() const { return replied_on_; }
    // 已重新办理: it was taken up or answered again since, so that this is not the last word.
    bool is_outdated() const { return is_outdated_; }
    Date published_on() const { return pass_.published_on(); }

private:
    explicit PublicLetter(publication::Pass pass) : pass_(pass) {}

    publication::Pass pass_;
    MessageKey key_;
    messages::PublicText text_;
    messages::Source source_{};
    messages::Matter matter_{};
    Date received_on_{};
    std::optional<Date> replied_on_;
    bool is_outdated_ = false;
};

}  // namespace gongkai::interaction

// Compiled once, in message_table.cpp.
extern template class gongkai::records::History<gongkai::interaction::messages::Subject>;
