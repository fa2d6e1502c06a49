#pragma once

#include <optional>

#include "store/ledger/list_statement.h"

// How a list is searched: by its indexes where they find what is sought, else row by row as far as
// a page may cost.
namespace gongkai::store {

// Refusal list.search: a list that cannot be searched.
Status add_search(const Listing& listing, const std::string& sought, Where& where);

// How far a search that reads row by row goes: for the page from its beginning, for the count from
// that of the list.
struct SearchEnds {
    std::optional<records::Cursor> page, list;
};

Result<SearchEnds> search_ends(Connection& connection, const journal::LogKey& log,
                               const Listing& listing, const Order& order, const records::Ask& ask);
// No further than where a search ends.
void add_end(const Listing& listing, const Order& order, const std::optional<records::Cursor>& end,
             Where& where);

}  // namespace gongkai::store
