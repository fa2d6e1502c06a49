#pragma once

#include <functional>
#include <optional>
#include <string>

#include "desk/actor.h"
#include "journal/ledger.h"
#include "records/repository.h"

// How every act gets into the journal: its right asked for, then loaded, judged and recorded in one
// transaction.
namespace gongkai::desk {

// Refusal <subject>.changed where `seen`, the number of acts that the one who decided had before
// him, is no longer theirs.
Status check_seen(const records::Table& table, std::optional<std::size_t> seen, std::size_t acts);

// Who does it and when it is written down: today. An act whose form asks for no day happened
// today.
void sign(records::Dated& act, const records::Row& row, const journal::Signature& by);

template <class Subject>
journal::Entry append(journal::Change& change, const records::Key<Subject>& key,
                      const records::ActOf<Subject>& act) {
    return change.append(
        {records::subject(key), records::entry_kind<Subject>(act), records::record<Subject>(act)});
}

// What is personal, and of subjects that have secrets (公开以前的文稿) these too.
template <class Subject>
void seal(journal::Change& change, records::ActOf<Subject>& act) {
    if constexpr (requires { confide(act); }) confide(act);
    records::each_sealed<Subject>(act, [&](records::SealedDatum& datum) {
        if (datum.clear.empty()) return;
        datum.seal = change.seal(datum.clear);
        datum.clear.clear();
    });
}

// The act that begins a subject, under the next number of the year in which it is written down.
// `check`, where it is given, may refuse.
template <class Subject>
Result<records::History<Subject>> record_first(
    journal::Ledger& ledger, const records::Repository<Subject>& repository, const Actor& by,
    const journal::LogKey& log, records::ActOf<Subject> act, const typename Subject::Rules& rules,
    const std::function<Status(const journal::Change&)>& check = {}) {
    GK_CHECK(check_right(by, records::row_of<Subject>(act).right));
    std::optional<records::History<Subject>> made;
    const auto work = [&](journal::Change& change) -> Status {
        if (check) GK_CHECK(check(change));
        records::ActOf<Subject> ready = act;
        sign(ready, records::row_of<Subject>(ready), by);
        seal<Subject>(change, ready);
        const records::Key<Subject> key{
            log, repository.next_number(change, log, year_of(ready.recorded_on))};
        GK_TRY(begun, records::History<Subject>::begin(key, std::move(ready), rules));
        append<Subject>(change, key, begun.acts().back());
        made = std::move(begun);
        return Done{};
    };
    GK_CHECK(ledger.change(by, log, work));
    return std::move(*made);
}

// One more act on a subject. `complete`, where it is given, fills in what the program makes, such
// as a number; it may refuse.
template <class Subject>
Result<records::History<Subject>> record_act(
    journal::Ledger& ledger, const records::Repository<Subject>& repository, const Actor& by,
    const records::Key<Subject>& key, records::ActOf<Subject> act,
    const typename Subject::Rules& rules, std::optional<std::size_t> seen,
    const std::function<Status(journal::Change&, const records::History<Subject>&,
                               records::ActOf<Subject>&)>& complete = {}) {
    GK_CHECK(check_right(by, records::row_of<Subject>(act).right));
    std::optional<records::History<Subject>> made;
    const auto work = [&](journal::Change& change) -> Status {
        GK_TRY(before, repository.find(change, key));
        GK_CHECK(check_seen(Subject::table(), seen, before.acts().size()));
        records::ActOf<Subject> ready = act;
        sign(ready, records::row_of<Subject>(ready), by);
        if (complete) GK_CHECK(complete(change, before, ready));
        seal<Subject>(change, ready);
        GK_TRY(after, before.after(std::move(ready), rules));
        append<Subject>(change, key, after.acts().back());
        made = std::move(after);
        return Done{};
    };
    GK_CHECK(ledger.change(by, key.log, work));
    return std::move(*made);
}

}  // namespace gongkai::desk
