#include "store/ledger/listing.h"

#include <algorithm>

#include "base/date.h"
#include "base/quoted.h"
#include "base/text.h"
#include "base/whole_number.h"
#include "store/ledger/ledger.h"

namespace gongkai::store {

namespace {

using journal::LogKey;
using records::Ask;
using records::Count;
using records::Cursor;
using records::GroupCount;

constexpr std::string_view group_filter = "group";
// Of all days that a column may have.
constexpr std::string_view first_day = "0000-01-01", last_day = "9999-12-30";

Error refused(std::string code, std::string message) {
    return {ErrorKind::Invalid, "list." + std::move(code), std::move(message)};
}

// A statement's condition in the making, with its arguments.
struct Where {
    std::string sql = "region = $1 AND organ = $2";
    std::vector<Value> arguments;

    explicit Where(const LogKey& log) : arguments{log.region, log.organ} {}

    std::string parameter(Value value) {
        arguments.push_back(std::move(value));
        return "$" + std::to_string(arguments.size());
    }
    // The condition with its arguments in their places.
    std::string placed(const Condition& condition) {
        std::string sql_with_places;
        auto next = condition.arguments.begin();
        for (const char sign : condition.sql) {
            if (sign == '?')
                sql_with_places += parameter(*next++);
            else
                sql_with_places += sign;
        }
        return sql_with_places;
    }
    void add(const std::string& condition) { (sql += " AND ") += condition; }
    void add(const Condition& condition) {
        if (!condition.sql.empty()) add("(" + placed(condition) + ")");
    }
};

// The order of a page: the sort and which way.
struct Order {
    const Sort* sort = nullptr;
    bool descending = false;

    bool by_key_alone(const Listing& listing) const { return sort->column == listing.key; }
    std::string name(const Listing& listing) const {
        return std::string(listing.table) + (descending ? " -" : " ") + std::string(sort->name);
    }
};

template <class Named>
std::string names_of(const std::vector<Named>& all) {
    std::string names;
    for (const Named& each : all)
        (names += names.empty() ? "" : "、") += each.name;
    return names;
}

Result<Order> order_of(const Listing& listing, const Ask& ask) {
    std::string_view asked = ask.sort.empty() ? listing.usual_sort : ask.sort;
    Order order;
    order.descending = asked.starts_with('-');
    if (order.descending) asked.remove_prefix(1);
    const auto found = std::ranges::find(listing.sorts, asked, &Sort::name);
    if (found == listing.sorts.end())
        return refused("sort", "这个列表不能按" + text::in_quotes(asked) + "排序，可以按：" +
                                   names_of(listing.sorts) + "（前面加 - 为倒序）。");
    order.sort = &*found;
    return order;
}

Error bad_value(const Filter& filter, std::string_view value, std::string_view wanted) {
    return refused("filter", "筛选条件 " + std::string(filter.name) + " 应是" +
                                 std::string(wanted) + "，现为" + text::in_quotes(value) + "。");
}

Result<Value> value_of(const Filter& filter, std::string_view value) {
    if (filter.holds == Holds::Text) return Value(std::string(value));
    const auto number = whole_number(value);
    if (!number) return bad_value(filter, value, "整数");
    return Value(*number);
}

Status add_one_of(const Filter& filter, std::string_view values, Where& where) {
    std::string all;
    for (std::size_t from = 0; from <= values.size();) {
        const auto comma = std::min(values.find(',', from), values.size());
        GK_TRY(value, value_of(filter, values.substr(from, comma - from)));
        (all += all.empty() ? "" : ", ") += where.parameter(std::move(value));
        from = comma + 1;
    }
    where.add(std::string(filter.column) + " IN (" + all + ")");
    return Done{};
}

Status add_days(const Filter& filter, const std::string& value, Where& where) {
    std::string first = value, last = value;
    if (filter.how == Filter::How::Year) {
        first += "-01-01";
        last += "-12-31";
    }
    if (!parse_date(first))
        return bad_value(filter, value,
                         filter.how == Filter::How::Year ? "四位数的年份" : "日期，如 2026-03-02");
    const std::string column(filter.column);
    // A row without the day is in no span of days: it has no_day there, or nothing.
    if (filter.how == Filter::How::To) first = first_day;
    if (filter.how == Filter::How::From || last >= records::no_day) last = last_day;
    where.add(column + " >= " + where.parameter(first));
    where.add(column + " <= " + where.parameter(last));
    return Done{};
}

Status add_filter(const Listing& listing, const Ask::Filter& asked, Where& where) {
    if (asked.name == group_filter && !listing.groups.empty()) {
        const auto group = std::ranges::find(listing.groups, asked.value, &Group::name);
        if (group == listing.groups.end())
            return refused("filter", "这个列表没有分组" + text::in_quotes(asked.value) +
                                         "，只有：" + names_of(listing.groups) + "。");
        where.add(group->condition);
        return Done{};
    }
    const auto filter = std::ranges::find(listing.filters, asked.name, &Filter::name);
    if (filter == listing.filters.end())
        return refused(
            "filter",
            "这个列表不能按" + text::in_quotes(asked.name) + "筛选" +
                (listing.filters.empty() ? "。" : "，可以按：" + names_of(listing.filters) + "。"));
    if (filter->how == Filter::How::Is) return add_one_of(*filter, asked.value, where);
    return add_days(*filter, asked.value, where);
}

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

Status add_search(const Listing& listing, const std::string& sought, Where& where) {
    std::string any;
    for (const Search& search : listing.search) {
        const std::string column(search.column);
        if (!any.empty()) any += " OR ";
        any += search.how == Search::How::Begins ? begins_with(column, sought, where)
                                                 : holds_words(column, sought, where);
    }
    if (!listing.also_found.sql.empty())
        any += (any.empty() ? "" : " OR ") + where.placed(listing.also_found);
    if (any.empty()) return refused("search", "这个列表不能搜索。");
    where.add("(" + any + ")");
    return Done{};
}

Result<Where> asked_for(const Listing& listing, const LogKey& log, const Ask& ask) {
    Where where(log);
    where.add(listing.only);
    for (const Ask::Filter& filter : ask.filters)
        GK_CHECK(add_filter(listing, filter, where));
    if (!ask.search.empty()) GK_CHECK(add_search(listing, ask.search, where));
    return where;
}

// Counted inside, so that a long list costs no more than a thousand rows.
std::string counting(const Listing& listing, const std::string& where) {
    return "SELECT count(*) FROM (SELECT 1 FROM " + std::string(listing.table) + " WHERE " + where +
           " LIMIT " + std::to_string(records::counted_at_most + 1) + ") counted";
}

Count count_of(const Value& counted) {
    const int number = int(whole(counted));
    return {std::min(number, records::counted_at_most), number > records::counted_at_most};
}

bool holds(const Cursor::Value& value, Holds wanted) {
    return std::holds_alternative<std::int64_t>(value) == (wanted == Holds::Whole);
}

Value value_of(const Cursor::Value& from) {
    return std::visit([](const auto& value) { return Value(value); }, from);
}

Cursor::Value cursor_value(const Value& value, Holds held) {
    if (held == Holds::Whole) return whole(value);
    return text(value);
}

// Only what lies behind the cursor.
Status add_after(const Listing& listing, const Order& order, const Ask& ask, Where& where) {
    if (ask.after.empty()) return Done{};
    GK_TRY(cursor, records::cursor_of(ask.after, order.name(listing)));
    if (!holds(cursor.sorted_by, order.sort->holds) || !holds(cursor.key, listing.key_holds))
        return records::damaged_cursor();  // made up: a column cannot hold it
    const std::string behind = order.descending ? " < " : " > ";
    const std::string key(listing.key);
    if (order.by_key_alone(listing)) {
        where.add(key + behind + where.parameter(value_of(cursor.key)));
        return Done{};
    }
    const std::string sorted_by = where.parameter(value_of(cursor.sorted_by));
    where.add("(" + std::string(order.sort->column) + ", " + key + ")" + behind + "(" + sorted_by +
              ", " + where.parameter(value_of(cursor.key)) + ")");
    return Done{};
}

std::string selecting(const Listing& listing, const Order& order, Where& where, int limit) {
    const std::string key(listing.key), sorted_by(order.sort->column);
    const std::string columns = sorted_by + ", " + key + ", " + column_list(listing.columns);
    const std::string way = order.descending ? " DESC" : "";
    const std::string by =
        order.by_key_alone(listing) ? key + way : sorted_by + way + ", " + key + way;
    return "SELECT " + columns + " FROM " + std::string(listing.table) + " WHERE " + where.sql +
           " ORDER BY " + by + " LIMIT " + where.parameter(std::int64_t{limit} + 1);
}

}  // namespace

std::string column_list(std::span<const std::string_view> columns) {
    std::string all;
    for (const std::string_view column : columns)
        (all += all.empty() ? "" : ", ") += column;
    return all;
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

std::vector<GroupCount> groups_of(Connection& connection, const LogKey& log,
                                  const Listing& listing) {
    std::vector<GroupCount> groups;
    for (const Group& group : listing.groups) {
        Where where(log);
        where.add(listing.only);
        where.add(group.condition);
        const auto rows = connection.run(counting(listing, where.sql), where.arguments);
        groups.push_back({std::string(group.name), count_of(rows.at(0)[0])});
    }
    return groups;
}

Result<records::Page<Row>> page_of(Connection& connection, const LogKey& log,
                                   const Listing& listing, const Ask& ask) {
    GK_TRY(order, order_of(listing, ask));
    GK_TRY(where, asked_for(listing, log, ask));
    records::Page<Row> page;
    Where behind = where;
    GK_CHECK(add_after(listing, order, ask, behind));
    page.count = count_of(connection.run(counting(listing, where.sql), where.arguments).at(0)[0]);
    const std::string select = selecting(listing, order, behind, ask.limit);
    page.rows = connection.run(select, behind.arguments);
    // One row more than the page tells that there is another page.
    if (page.rows.size() > std::size_t(ask.limit)) {
        page.rows.resize(std::size_t(ask.limit));
        const Row& last = page.rows.back();
        page.next = records::written(
            {cursor_value(last[0], order.sort->holds), cursor_value(last[1], listing.key_holds)},
            order.name(listing));
    }
    for (Row& row : page.rows)
        row.erase(row.begin(), row.begin() + 2);
    page.groups = groups_of(connection, log, listing);
    return page;
}

Condition with_name(const journal::View& view, const LogKey& log, std::string_view name) {
    const auto digest = name_digest_of(view, log, name);
    if (digest.empty()) return {};
    return {
        "subject IN (SELECT subject FROM sealed_name WHERE region = ? AND organ = ? AND digest = "
        "?)",
        {log.region, log.organ, digest}};
}

}  // namespace gongkai::store
