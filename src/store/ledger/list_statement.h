#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/ledger/listing.h"

// The parts of which the statements of a list are made: what its rows are chosen by, and their
// order.
namespace gongkai::store {

// A statement's condition in the making, with its arguments.
struct Where {
    std::string sql = "region = $1 AND organ = $2";
    std::vector<Value> arguments;
    // What is found by keys: they are found first, and the rows by them.
    std::string found = {};

    explicit Where(const journal::LogKey& log) : arguments{log.region, log.organ} {}

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
    std::string from(const Listing& listing) const {
        return " FROM " + found + std::string(listing.table) + " WHERE " + sql;
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

// What is refused of a list: list.<code>.
Error refused_of_list(std::string code, std::string message);

// Refusals list.sort, list.filter, list.cursor, as page_of() says.
Result<Order> order_of(const Listing& listing, const records::Ask& ask);
Status add_filter(const Listing& listing, const records::Ask::Filter& asked, Where& where);
// Only what lies behind the cursor.
Status add_after(const Listing& listing, const Order& order, const records::Ask& ask, Where& where);

// What lies on one side of a row in the order of the page: " < ", " >= ".
std::string beside(const Listing& listing, const Order& order, const records::Cursor& cursor,
                   const std::string& side, Where& where);
// " ORDER BY …".
std::string in_order(const Listing& listing, const Order& order);
// The two columns that say where a row stands, and where it stands by them.
std::string key_columns(const Listing& listing, const Order& order);
records::Cursor place_of(const Listing& listing, const Order& order, const Row& row);

}  // namespace gongkai::store
