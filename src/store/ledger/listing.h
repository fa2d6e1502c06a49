#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "journal/ledger.h"
#include "records/listing.h"
#include "store/database.h"

// Lists by the page from tables of projected rows: what may be asked is declared, the statements
// are made from it and are the same on both engines. Texts are compared by their bytes (on
// PostgreSQL the columns are COLLATE "C"), so both give the same rows in the same order. A page is
// found by its cursor, never by counting rows: it costs the same wherever it lies, and stays right
// while others write. A search that no index serves looks at a stretch of the list and says so.
namespace gongkai::store {

enum class Holds { Text, Whole };

// A column by which the list can be sorted. An index on (region, organ, the column, the key) makes
// a page cost the same however long the list is; NULL has no place in it.
struct Sort {
    std::string_view name;
    std::string_view column;
    Holds holds = Holds::Text;
};

struct Filter {
    enum class How {
        Is,    // one of the values, between commas
        From,  // a day, or any later
        To,    // a day, or any before
        Year,  // the days of the year
    };

    std::string_view name;
    std::string_view column;
    How how = How::Is;
    Holds holds = Holds::Text;
};

// A column in which `q` is looked for.
struct Search {
    enum class How {
        Begins,  // as it is written; an index finds it
        Folded,  // anywhere, in a column that holds text::fold() of its text; read row by row, as
                 // far as searched_at_most
    };

    std::string_view column;
    How how = How::Begins;
};

// SQL with a '?' for each argument, in their order.
struct Condition {
    std::string sql;  // empty: always holds
    std::vector<Value> arguments = {};
};

// A part of the list that is counted with every page, and that the filter `group` chooses by name.
struct Group {
    std::string_view name;
    Condition condition;
};

// A list as it is declared. The table has region and organ.
struct Listing {
    std::string_view table;
    std::vector<std::string_view> columns;  // that a row gives, in this order
    std::vector<Sort> sorts;
    std::string_view usual_sort;  // "due", "-received"
    std::vector<Filter> filters = {};
    std::vector<Search> search = {};
    std::vector<Group> groups = {};
    Condition only = {};        // what of the table the list is of
    Condition also_found = {};  // keys that `q` finds besides: "SELECT subject FROM …", by a digest
    // What tells rows of the same sort value apart.
    std::string_view key = "subject";
    Holds key_holds = Holds::Text;
    // How many rows a page of a search looks at that reads row by row; 0: all of a short list.
    int searched_at_most = records::searched_at_most;
};

// "number, title": columns as statements name them.
std::string column_list(std::span<const std::string_view> columns);

// The pattern of LIKE that holds a text; what LIKE takes for any sign is taken for itself.
std::string like_holding(const std::string& text);

// Refusals: list.sort, list.filter (a name that the list does not have, or a value that the column
// cannot have), list.search (a list that cannot be searched), list.cursor.
Result<records::Page<Row>> page_of(Connection& connection, const journal::LogKey& log,
                                   const Listing& listing, const records::Ask& ask);

// The words of what is sought, folded: between them there are blanks.
std::vector<std::string> sought_words(std::string_view sought);
// Whether each word stands somewhere in a folded text; false where there is no word.
bool holds_all(std::string_view folded, const std::vector<std::string>& words);

// What is also found by a name: the subjects of the person who has it, names.h.
Condition with_name(const journal::View& view, const journal::LogKey& log, std::string_view name);

// How many of each group there are, without a page.
std::vector<records::GroupCount> groups_of(Connection& connection, const journal::LogKey& log,
                                           const Listing& listing);

}  // namespace gongkai::store
