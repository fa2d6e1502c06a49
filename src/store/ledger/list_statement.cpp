#include "store/ledger/list_statement.h"

#include <algorithm>

#include "base/date.h"
#include "base/quoted.h"
#include "base/whole_number.h"

namespace gongkai::store {

namespace {

using records::Ask;
using records::Cursor;

constexpr std::string_view group_filter = "group";
// Of all days that a column may have.
constexpr std::string_view first_day = "0000-01-01", last_day = "9999-12-30";

template <class Named>
std::string names_of(const std::vector<Named>& all) {
    std::string names;
    for (const Named& each : all)
        (names += names.empty() ? "" : "、") += each.name;
    return names;
}

Error bad_value(const Filter& filter, std::string_view value, std::string_view wanted) {
    return refused_of_list("filter", "筛选条件 " + std::string(filter.name) + " 应是" +
                                         std::string(wanted) + "，现为" + text::in_quotes(value) +
                                         "。");
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

}  // namespace

Error refused_of_list(std::string code, std::string message) {
    return {ErrorKind::Invalid, "list." + std::move(code), std::move(message)};
}

Result<Order> order_of(const Listing& listing, const Ask& ask) {
    std::string_view asked = ask.sort.empty() ? listing.usual_sort : ask.sort;
    Order order;
    order.descending = asked.starts_with('-');
    if (order.descending) asked.remove_prefix(1);
    const auto found = std::ranges::find(listing.sorts, asked, &Sort::name);
    if (found == listing.sorts.end())
        return refused_of_list("sort", "这个列表不能按" + text::in_quotes(asked) +
                                           "排序，可以按：" + names_of(listing.sorts) +
                                           "（前面加 - 为倒序）。");
    order.sort = &*found;
    return order;
}

Status add_filter(const Listing& listing, const Ask::Filter& asked, Where& where) {
    if (asked.name == group_filter && !listing.groups.empty()) {
        const auto group = std::ranges::find(listing.groups, asked.value, &Group::name);
        if (group == listing.groups.end())
            return refused_of_list("filter", "这个列表没有分组" + text::in_quotes(asked.value) +
                                                 "，只有：" + names_of(listing.groups) + "。");
        where.add(group->condition);
        return Done{};
    }
    const auto filter = std::ranges::find(listing.filters, asked.name, &Filter::name);
    if (filter == listing.filters.end())
        return refused_of_list(
            "filter",
            "这个列表不能按" + text::in_quotes(asked.name) + "筛选" +
                (listing.filters.empty() ? "。" : "，可以按：" + names_of(listing.filters) + "。"));
    if (filter->how == Filter::How::Is) return add_one_of(*filter, asked.value, where);
    return add_days(*filter, asked.value, where);
}

std::string beside(const Listing& listing, const Order& order, const Cursor& cursor,
                   const std::string& side, Where& where) {
    const std::string key(listing.key);
    if (order.by_key_alone(listing)) return key + side + where.parameter(value_of(cursor.key));
    const std::string sorted_by = where.parameter(value_of(cursor.sorted_by));
    return "(" + std::string(order.sort->column) + ", " + key + ")" + side + "(" + sorted_by +
           ", " + where.parameter(value_of(cursor.key)) + ")";
}

Status add_after(const Listing& listing, const Order& order, const Ask& ask, Where& where) {
    if (ask.after.empty()) return Done{};
    GK_TRY(cursor, records::cursor_of(ask.after, order.name(listing)));
    if (!holds(cursor.sorted_by, order.sort->holds) || !holds(cursor.key, listing.key_holds))
        return records::damaged_cursor();  // made up: a column cannot hold it
    where.add(beside(listing, order, cursor, order.descending ? " < " : " > ", where));
    return Done{};
}

std::string in_order(const Listing& listing, const Order& order) {
    const std::string key(listing.key), sorted_by(order.sort->column);
    const std::string way = order.descending ? " DESC" : "";
    return " ORDER BY " +
           (order.by_key_alone(listing) ? key + way : sorted_by + way + ", " + key + way);
}

std::string key_columns(const Listing& listing, const Order& order) {
    return std::string(order.sort->column) + ", " + std::string(listing.key);
}

Cursor place_of(const Listing& listing, const Order& order, const Row& row) {
    return {cursor_value(row[0], order.sort->holds), cursor_value(row[1], listing.key_holds)};
}

}  // namespace gongkai::store
