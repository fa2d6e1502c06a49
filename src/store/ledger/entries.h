#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "journal/entry.h"
#include "store/database.h"

// The rows of journal_entry.
namespace gongkai::store {

// From a row that begins with its columns but region and organ, in the order of the table. Its
// texts are moved out of the row.
journal::Entry entry_of(const journal::LogKey& log, Row& row);
std::string bytes_of(const Blob& blob);
Blob blob_of(std::string_view bytes);

std::vector<journal::Entry> entries_of(Connection& connection, const journal::LogKey& log,
                                       const std::string& subject);
void insert(Connection& connection, const journal::Entry& entry, const Sm3& leaf);

// What those entries record whose kind begins with `prefix`, in the domain's terms and by whom:
// `kind_of` knows their kinds, `read` their payloads. Throws StoreError, which begins with `what`,
// where one cannot be read.
template <class Act, class KindOf, class Read>
std::vector<Act> recorded_acts(const std::vector<journal::Entry>& entries, std::string_view prefix,
                               std::string_view what, KindOf kind_of, Read read) {
    std::vector<Act> acts;
    acts.reserve(entries.size() + 1);  // often one more follows
    for (const journal::Entry& entry : entries) {
        if (!entry.kind.starts_with(prefix)) continue;
        const auto kind = kind_of(entry.kind);
        const auto payload = journal::parse_canonical(entry.payload);
        const auto damaged = [&] {
            return StoreError(std::string(what) + "的记录不完整：" + entry.subject);
        };
        if (!kind || !payload.ok()) throw damaged();
        auto act = read(*kind, payload.value());
        if (!act.ok()) throw damaged();
        act.value().by = entry.actor;
        acts.push_back(std::move(act.value()));
    }
    return acts;
}

// Each entry of a log in order, with the digest that is kept beside it.
void each_entry(Connection& connection, const journal::LogKey& log,
                const std::function<void(const journal::Entry&, std::string_view leaf)>& take);

// The entries of one subject after the other, oldest first, whose rows `from` gives as s: a table
// of projected rows, or a part of it. `condition` on s and `order` may be empty; `order` ends with
// a comma. The arguments begin with region and organ.
struct Subjects {
    std::string from;
    std::string condition = {};
    std::string order = {};
};
void each_subject(Connection& connection, const journal::LogKey& log, const Subjects& subjects,
                  const std::vector<Value>& arguments,
                  const std::function<void(const std::vector<journal::Entry>&)>& take);

}  // namespace gongkai::store
