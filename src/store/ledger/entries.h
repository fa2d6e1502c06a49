#pragma once

#include <functional>
#include <string>
#include <string_view>
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
