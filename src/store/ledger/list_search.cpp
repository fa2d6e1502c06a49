#include "store/ledger/list_search.h"

#include <algorithm>

#include "base/text.h"

namespace gongkai::store {

namespace {

using journal::LogKey;
using records::Ask;
using records::Cursor;

// Each word stands somewhere in it: 补贴 通知 finds 关于高龄补贴的通知.
std::string holds_words(const std::string& column, std::string_view sought, Where& where) {
    std::string all;
    for (const std::string& word : sought_words(sought))
        all += (all.empty() ? "(" : " AND ") + column + " LIKE " +
               where.parameter(like_holding(word)) + " ESCAPE '\\'";
    return all.empty() ? "1 = 0" : all + ")";
}

// No text begins with U+10FFFF behind what is sought.
std::string begins_with(const std::string& column, const std::string& sought, Where& where) {
    std::string from = where.parameter(sought);
    std::string to = where.parameter(sought + "\xF4\x8F\xBF\xBF");
    return "(" + column + " >= " + from + " AND " + column + " < " + to + ")";
}

bool reads_rows(const Listing& listing) {
    return std::ranges::find(listing.search, Search::How::Folded, &Search::how) !=
           listing.search.end();
}

// Read row by row, in whatever order the page has.
std::string found_in_rows(const Listing& listing, const std::string& sought, Where& where) {
    std::string any;
    for (const Search& search : listing.search) {
        const std::string column(search.column);
        if (!any.empty()) any += " OR ";
        any += search.how == Search::How::Begins ? begins_with(column, sought, where)
                                                 : holds_words(column, sought, where);
    }
    if (!listing.also_found.sql.empty())
        any += " OR " + std::string(listing.key) + " IN (" + where.placed(listing.also_found) + ")";
    return any;
}

// The keys are found by their indexes first, also where the order of the page has one: SQLite keeps
// to the order of a CROSS JOIN, and would else look at every row of a list where there is no hit.
void find_by_keys(const Listing& listing, const std::string& sought, Where& where) {
    const std::string key(listing.key);
    std::string keys;
    for (const Search& search : listing.search)
        keys += (keys.empty() ? "SELECT " : " UNION SELECT ") + key + " AS found_key FROM " +
                std::string(listing.table) + " WHERE region = $1 AND organ = $2 AND " +
                begins_with(std::string(search.column), sought, where);
    if (!listing.also_found.sql.empty()) keys += " UNION " + where.placed(listing.also_found);
    where.found = "(" + keys + ") AS found CROSS JOIN ";
    where.add(key + " = found_key");
}

// What an index of the order gives of the list: the filters that are of its own column hold, no
// others. By these rows a search is measured.
Result<Where> rows_in_order(const Listing& listing, const LogKey& log, const Order& order,
                            const Ask& ask) {
    Where where(log);
    where.add(listing.only);
    for (const Ask::Filter& asked : ask.filters) {
        const auto filter = std::ranges::find(listing.filters, asked.name, &Filter::name);
        if (filter != listing.filters.end() && filter->column == order.sort->column)
            GK_CHECK(add_filter(listing, asked, where));
    }
    return where;
}

// The last row that a search looks at, where there are more behind it.
std::optional<Cursor> end_of_search(Connection& connection, const Listing& listing,
                                    const Order& order, Where where) {
    const std::string behind = where.parameter(std::int64_t{listing.searched_at_most} - 1);
    const auto rows = connection.run("SELECT " + key_columns(listing, order) + where.from(listing) +
                                         in_order(listing, order) + " LIMIT 2 OFFSET " + behind,
                                     where.arguments);
    if (rows.size() < 2) return {};
    return place_of(listing, order, rows[0]);
}

}  // namespace

Status add_search(const Listing& listing, const std::string& sought, Where& where) {
    if (listing.search.empty()) return refused_of_list("search", "这个列表不能搜索。");
    if (reads_rows(listing))
        where.add("(" + found_in_rows(listing, sought, where) + ")");
    else
        find_by_keys(listing, sought, where);
    return Done{};
}

Result<SearchEnds> search_ends(Connection& connection, const LogKey& log, const Listing& listing,
                               const Order& order, const Ask& ask) {
    SearchEnds ends;
    if (ask.search.empty() || !reads_rows(listing) || listing.searched_at_most == 0) return ends;
    GK_TRY(rows, rows_in_order(listing, log, order, ask));
    ends.list = ends.page = end_of_search(connection, listing, order, rows);
    if (!ends.list || ask.after.empty()) return ends;
    GK_CHECK(add_after(listing, order, ask, rows));
    ends.page = end_of_search(connection, listing, order, rows);
    return ends;
}

void add_end(const Listing& listing, const Order& order, const std::optional<Cursor>& end,
             Where& where) {
    if (end) where.add(beside(listing, order, *end, order.descending ? " >= " : " <= ", where));
}

std::string like_holding(const std::string& text) {
    std::string pattern = "%";
    for (const char sign : text) {
        if (sign == '%' || sign == '_' || sign == '\\') pattern += '\\';
        pattern += sign;
    }
    return pattern + "%";
}

std::vector<std::string> sought_words(std::string_view sought) {
    std::vector<std::string> words;
    std::size_t begin = 0;
    const auto take = [&](std::size_t end) {
        if (end > begin) words.push_back(text::fold(sought.substr(begin, end - begin)));
    };
    for (std::size_t at = 0; at < sought.size();) {
        const std::size_t sign = at;
        if (!text::is_space(text::next(sought, at))) continue;
        take(sign);
        begin = at;
    }
    take(sought.size());
    return words;
}

bool holds_all(std::string_view folded, const std::vector<std::string>& words) {
    return !words.empty() && std::ranges::all_of(words, [&](const std::string& word) {
        return folded.find(word) != folded.npos;
    });
}

}  // namespace gongkai::store
