#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"

// Lists by the page: what is asked of one, and what it gives. Which columns a list has, and the
// SQL, is the store's (store/ledger/listing.h).
namespace gongkai::records {

inline constexpr int usual_page = 50;
inline constexpr int longest_page = 200;
// So many are counted; of what is beyond it is only said that there are more.
inline constexpr int counted_at_most = 1000;
// Words that stand somewhere in a text are looked for row by row: in so many rows for a page.
inline constexpr int searched_at_most = 10'000;

// What stands for a day in a column that is sorted by it where there is none yet: behind all days.
inline constexpr std::string_view no_day = "9999-12-31";

// What is asked of a list. The names are those of the list; one that it does not have is a refusal.
struct Ask {
    struct Filter {
        std::string name, value;
    };

    std::vector<Filter> filters = {};  // all hold
    std::string search = {};
    std::string sort =
        {};  // "due", "-received" for the other way round; empty: as the list usually is
    std::string after = {};  // a cursor that a page has given; empty: from the beginning
    int limit = usual_page;
};

// What q, sort, after and limit say, and every other name as a filter; what is empty is not asked.
// Refusals: list.limit, list.text (no UTF-8), list.twice (a name that stands twice), list.search (a
// text to search for that is too long).
Result<Ask> ask_of(const std::vector<std::pair<std::string_view, std::string_view>>& given);

struct Count {
    int number = 0;
    bool more = false;  // than counted_at_most, or than a search has looked at

    friend bool operator==(const Count&, const Count&) = default;
};

// How many a fixed group of the list has, whatever was asked.
struct GroupCount {
    std::string name;
    Count count;
};

template <class Row>
struct Page {
    std::vector<Row> rows;
    std::string next;  // the cursor of the page behind it; empty on the last one
    Count count;       // of all that was asked for, on all pages
    std::vector<GroupCount> groups;
    // Where a search stopped before the end of the list: how many rows it looked at for this page.
    // `next` goes on behind them, also where nothing was found.
    int searched = 0;

    // The same page with each row as `make` shows it.
    template <class Make>
    auto shown(Make&& make) const {
        Page<std::invoke_result_t<Make&, const Row&>> page{{}, next, count, groups, searched};
        page.rows.reserve(rows.size());
        for (const Row& row : rows)
            page.rows.push_back(make(row));
        return page;
    }
};

// Behind which row a page begins: the value by which the list is sorted, and the row's key. It
// holds its place also where that row is gone since.
struct Cursor {
    using Value = std::variant<std::int64_t, std::string>;

    Value sorted_by, key;

    friend bool operator==(const Cursor&, const Cursor&) = default;
};
// As an opaque text for addresses. `order` names list and sort: a cursor of another is damaged.
std::string written(const Cursor& cursor, std::string_view order);
// Refusal list.cursor, which is damaged_cursor().
Result<Cursor> cursor_of(std::string_view text, std::string_view order);
Error damaged_cursor();

}  // namespace gongkai::records
