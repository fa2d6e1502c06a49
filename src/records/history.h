#pragma once

#include <algorithm>
#include <compare>
#include <optional>
#include <set>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "records/codec.h"

namespace gongkai::records {

// Of a subject whose judge needs nothing but its acts.
struct NoRules {};

// Where a subject lies: its body's log, and its number there, 2026-0014.
template <class Subject>
struct Key {
    journal::LogKey log;
    std::string number;
    friend auto operator<=>(const Key&, const Key&) = default;
};

// The subject of its entries in the journal: request/2026-0014.
template <class Subject>
std::string subject(const Key<Subject>& key) {
    return std::string(Subject::table().subject) + "/" + key.number;
}

// What a judgement on one more act looks at.
template <class Subject>
struct Moment {
    const Dated& act;  // its days, who does it, what is said
    const Key<Subject>& key;
    std::span<const ActOf<Subject>> before;  // all acts that stand before it, annulled ones too
    const typename Subject::Progress& now;
    const typename Subject::Rules& rules;
};

// Refusals act.future and act.out-of-order: a day that has not come when it is recorded, or that
// lies before `latest`, the day of the act before.
Status check_days(const Table& table, const Row& row, const Dated& act, Date latest);
Error no_such_act(const Table& table);      // annul.which
Error annulled_before(const Table& table);  // annul.twice
Error no_reason(const Table& table);        // annul.reason
Error others_rest_on_it(const Table& table, const Row& later);
Error not_now(const Table& table, const Row& row, std::string_view state);
Error begins_only(const Table& table, const Row& first);
// Refusal words: where a row asks for words that its judge did not miss.
Status check_words(const Table& table, const Row& row, const Dated& act);

// The judge and the effect of each kind. An act that annuls another takes effect on that one alone,
// and is judged by the history. The results are named: then a kind without a judge is one error.
template <class Judge, class... Kinds>
Status judged(const std::variant<Kinds...>& what, const Judge& judge) {
    return std::visit(
        [&](const auto& act) -> Status {
            if constexpr (AnnulsAnAct<std::remove_cvref_t<decltype(act)>>)
                return Done{};
            else
                return judge(act);
        },
        what);
}
template <class Apply, class... Kinds>
void applied(const std::variant<Kinds...>& what, const Apply& apply) {
    std::visit(
        [&](const auto& act) -> void {
            if constexpr (!AnnulsAnAct<std::remove_cvref_t<decltype(act)>>) apply(act);
        },
        what);
}

// A subject: its list of dated acts, from which everything else is computed. Only lawful acts get
// in, in the order in which they happened. What differs from subject to subject:
//
//   Kinds             std::variant of its kinds of acts; the first begins it
//   Progress, Rules   what the acts amount to (with `latest`), and what the judge needs besides
//   table()           the rows
//   lawful(States, Progress), state_words(Progress)   of its state
//   judge(Kinds, Moment), apply(Kinds, Dated, index, Progress&)   the law, for each kind
//
// Where one of its kinds annuls acts, all of these too: a name that is mistyped does not compile.
//
//   annul_all(Progress&)   what an annulled beginning makes of it
//   beginning_stays   whether acts after an annulled beginning are about what it brought
//   judge_annulment(before, act)   what else stands in the way of an annulment
//   judge_remainder(before, after)   what else must be so of what remains
//
// A subject whose acts stand in more than one order of days says so:
//
//   latest_before(Kinds, Progress)   the day before which an act of this kind may not lie
template <class Subject>
class History {
public:
    using Act = ActOf<Subject>;
    using Key = records::Key<Subject>;
    using Progress = typename Subject::Progress;
    using Rules = typename Subject::Rules;

    static Result<History> begin(Key key, Act first, const Rules& rules = {}) {
        if (first.what.index() != 0) return begins_only(table(), table().rows[0]);
        GK_CHECK(check_days(table(), table().rows[0], first, first.on));
        const Progress nothing{};
        GK_CHECK(Subject::judge(first.what, {first, key, {}, nothing, rules}));
        GK_CHECK(check_words(table(), table().rows[0], first));
        std::vector<Act> acts;
        acts.push_back(std::move(first));
        return History(std::move(key), std::move(acts));
    }

    // Acts that were recorded before; they are not judged again. Throws std::logic_error where
    // they do not start with the one that begins it.
    static History recorded(Key key, std::vector<Act> acts) {
        if (acts.empty() || acts.front().what.index() != 0)
            throw std::logic_error("a history starts with the act that begins it");
        return History(std::move(key), std::move(acts));
    }

    const Key& key() const { return key_; }
    const std::vector<Act>& acts() const { return acts_; }

    bool is_annulled(int act) const { return annulled().contains(act); }

    // As of the end of a day; without a day all. What was annulled, even after that day, does not
    // count, whatever day is asked for.
    Progress progress(std::optional<Date> as_of = {}) const {
        const auto gone = annulled();
        if constexpr (in_several_orders()) return amount_to(gone, acts_.size(), as_of);
        std::size_t count = 0;
        for (; count < acts_.size(); ++count) {
            const Act& act = acts_[count];
            if (as_of && act.on > *as_of && !annulled_by(act.what) && !gone.contains(int(count)))
                break;
        }
        return amount_to(gone, count);
    }

    // With one more act. Refuses what the law has no place for, with the reason in one sentence;
    // an act that comes late is not refused.
    Result<History> after(Act act, const Rules& rules = {}) const {
        const Row& row = row_of<Subject>(act);
        const Progress now = progress();
        if (!Subject::lawful(row.lawful_in, now))
            return not_now(table(), row, Subject::state_words(now));
        if constexpr (annuls<typename Subject::Kinds>)
            if (const auto wrong = annulled_by(act.what))
                return without(*wrong, std::move(act), rules);
        // Where entries have no days, that of the clock is nobody's statement.
        if (row.days != Days::None)
            GK_CHECK(check_days(table(), row, act, latest_before(act, now)));
        GK_CHECK(Subject::judge(act.what, {act, key_, acts_, now, rules}));
        GK_CHECK(check_words(table(), row, act));
        History next = *this;
        next.acts_.push_back(std::move(act));
        return next;
    }

    // Acts up to a day that were written down after it: what a report made on that day lacked.
    std::vector<int> belated(Date last) const {
        std::vector<int> all;
        for (std::size_t i = 0; i < acts_.size(); ++i) {
            const auto wrong = annulled_by(acts_[i].what);
            const Date on = wrong ? acts_.at(std::size_t(*wrong)).on : acts_[i].on;
            if (on <= last && acts_[i].recorded_on > last) all.push_back(int(i));
        }
        return all;
    }

private:
    History(Key key, std::vector<Act> acts) : key_(std::move(key)), acts_(std::move(acts)) {}

    static const Table& table() { return Subject::table(); }

    static Date latest_before(const Act& act, const Progress& now) {
        if constexpr (requires { Subject::latest_before(act.what, now); })
            return Subject::latest_before(act.what, now);
        else
            return now.latest;
    }
    static consteval bool in_several_orders() {
        return requires(const Act& act, const Progress& now) {
            Subject::latest_before(act.what, now);
        };
    }

    std::set<int> annulled() const {
        std::set<int> all;
        for (const Act& act : acts_)
            if (const auto wrong = annulled_by(act.what)) all.insert(*wrong);
        return all;
    }

    // Of the first acts; where they stand in several orders of days, of those up to a day.
    Progress amount_to(const std::set<int>& gone, std::size_t count,
                       std::optional<Date> as_of = {}) const {
        Progress progress;
        for (std::size_t i = 0; i < count; ++i) {
            const Act& act = acts_[i];
            if (!counts(i, gone)) continue;
            if (as_of && act.on > *as_of) {
                if (i == 0) break;  // before it there is nothing
                continue;
            }
            progress.latest = in_several_orders() ? std::max(progress.latest, act.on) : act.on;
            Subject::apply(act.what, act, int(i), progress);
        }
        if constexpr (annuls<typename Subject::Kinds>)
            if (gone.contains(0)) Subject::annul_all(progress);
        return progress;
    }

    bool counts(std::size_t i, const std::set<int>& gone) const {
        return !annulled_by(acts_[i].what) && (!gone.contains(int(i)) || stays(i));
    }

    static bool stays(std::size_t act) {
        if constexpr (annuls<typename Subject::Kinds>) return Subject::beginning_stays && act == 0;
        return false;
    }

    // What remains without the wrong act must still be lawful, act by act.
    Result<History> without(int wrong, Act act,
                            const Rules& rules) const requires annuls<typename Subject::Kinds> {
        if (wrong < 0 || wrong >= int(acts_.size()) || annulled_by(acts_[std::size_t(wrong)].what))
            return no_such_act(table());
        if (is_annulled(wrong)) return annulled_before(table());
        GK_CHECK(Subject::judge_annulment(*this, wrong));
        if (act.words.empty()) return no_reason(table());
        GK_CHECK(check_days(table(), row_of<Subject>(act), act, acts_[std::size_t(wrong)].on));
        History next = *this;
        next.acts_.push_back(std::move(act));
        if (wrong == 0) return next;
        const auto gone = next.annulled(), before = annulled();
        // What stood by the rules of its day alone does not stand in the way: rules that became
        // stricter since would else leave it without a correction for ever.
        for (std::size_t i = 1; i < acts_.size(); ++i)
            if (!annulled_by(acts_[i].what) && !gone.contains(int(i)) && !stands(i, gone, rules) &&
                (refers_to_one_of(gone, i) || stands(i, before, rules)))
                return others_rest_on_it(table(), row_of<Subject>(acts_[i]));
        GK_CHECK(Subject::judge_remainder(*this, next));
        return next;
    }

    bool refers_to_one_of(const std::set<int>& gone, std::size_t i) const {
        const auto earlier = reference_in(row_of<Subject>(acts_[i]), address(acts_[i].what));
        return earlier && gone.contains(earlier->act);
    }

    bool stands(std::size_t i, const std::set<int>& gone, const Rules& rules) const {
        const Act& kept = acts_[i];
        const Row& row = row_of<Subject>(kept);
        const Progress before = amount_to(gone, i);
        const std::span<const Act> earlier_acts = std::span(acts_).first(i);
        return !refers_to_one_of(gone, i) && Subject::lawful(row.lawful_in, before) &&
               Subject::judge(kept.what, {kept, key_, earlier_acts, before, rules}).ok();
    }

    Key key_;
    std::vector<Act> acts_;
};

}  // namespace gongkai::records
