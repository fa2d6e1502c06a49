#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/damaged.h"
#include "records/repository.h"
#include "store/ledger/entries.h"
#include "store/ledger/ledger.h"
#include "store/ledger/serial_number.h"

// Histories out of the journal's entries, for subjects of all kinds. What lists a subject has, with
// their SQL, stands whole in the file named after it.
namespace gongkai::store {

// Throws StoreError: a record of the subject cannot be read.
[[noreturn]] void damaged_record(const records::Table& table, const std::string& subject);
// Whether the entry is an act on a subject of this table: not, say, the erasure of a datum.
bool is_act_of(const records::Table& table, const journal::Entry& entry);
// The days that the entries of its kind do not have, from the time of the entry.
void date_by_entry(const records::Row& row, const journal::Entry& entry, records::Dated& act);
Error not_found(const records::Table& table, const std::string& number);
std::string number_in(const records::Table& table, std::string_view subject);

template <class Subject>
std::vector<records::ActOf<Subject>> acts_of(const std::vector<journal::Entry>& entries) {
    const records::Table& table = Subject::table();
    std::vector<records::ActOf<Subject>> acts;
    acts.reserve(entries.size() + 1);  // often one more follows
    for (const journal::Entry& entry : entries) {
        if (!is_act_of(table, entry)) continue;
        const auto payload = journal::parse_canonical(entry.payload);
        if (!payload.ok()) damaged_record(table, entry.subject);
        auto act = records::act_of<Subject>(entry.kind, payload.value());
        if (!act.ok()) damaged_record(table, entry.subject);
        act.value().by = entry.actor;
        date_by_entry(records::row_of<Subject>(act.value()), entry, act.value());
        acts.push_back(std::move(act.value()));
    }
    return acts;
}

// Of all entries of one subject, oldest first.
template <class Subject>
records::History<Subject> history_of(const std::vector<journal::Entry>& entries) {
    const journal::Entry& first = entries.at(0);
    return records::History<Subject>::recorded(
        {first.log, number_in(Subject::table(), first.subject)}, acts_of<Subject>(entries));
}

template <class Subject>
Result<records::History<Subject>> find_history(const journal::View& view,
                                               const records::Key<Subject>& key) {
    const auto entries = view.entries(key.log, records::subject(key));
    if (entries.empty()) return not_found(Subject::table(), key.number);
    return history_of<Subject>(entries);
}

// Those whose rows `subjects` gives, one after the other.
template <class Subject>
void each_history(const journal::View& view, const journal::LogKey& log, const Subjects& subjects,
                  const std::vector<Value>& arguments,
                  const typename records::Repository<Subject>::Take& take) {
    each_subject(
        connection_of(view), log, subjects, arguments,
        [&](const std::vector<journal::Entry>& entries) { take(history_of<Subject>(entries)); });
}

// The same, leaving out what is damaged: for telling what was sent twice, where one damaged record
// shall not keep everybody else's from being taken in. Never for figures.
template <class Subject>
void each_whole_history(const journal::View& view, const journal::LogKey& log,
                        const Subjects& subjects, const std::vector<Value>& arguments,
                        const typename records::Repository<Subject>::Take& take) {
    each_subject(connection_of(view), log, subjects, arguments,
                 [&](const std::vector<journal::Entry>& entries) {
                     try {
                         take(history_of<Subject>(entries));
                     } catch (const Damaged&) {  // verify_log() tells of it
                     }
                 });
}

// What is the same in the repositories of all subjects. `Interface` is the domain's, and `table`
// the projected table that has a row for each subject.
template <class Subject, class Interface>
class RepositoryOf : public Interface {
public:
    using typename records::Repository<Subject>::Take;

    Result<records::History<Subject>> find(const journal::View& view,
                                           const records::Key<Subject>& key) const override {
        return find_history<Subject>(view, key);
    }
    void each(const journal::View& view, const journal::LogKey& log,
              const Take& take) const override {
        each_history<Subject>(view, log, {std::string(table_) + " s"}, {log.region, log.organ},
                              take);
    }
    std::string next_number(const journal::View& view, const journal::LogKey& log,
                            int year) const override {
        return next_serial_number(view, log, table_, std::string(Subject::table().subject) + "/",
                                  year);
    }

protected:
    explicit RepositoryOf(std::string_view table) : table_(table) {}

private:
    std::string_view table_;
};

}  // namespace gongkai::store
