#include "store/contract.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace gongkai::store {

namespace {

constexpr std::size_t logged_bytes = 300;

thread_local std::vector<const Database*> inside;

bool begins_with(std::string_view sql, std::string_view word) {
    const auto from = sql.find_first_not_of(" \t\r\n");
    if (from == sql.npos) return false;
    return std::ranges::equal(sql.substr(from, word.size()), word, {},
                              [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
}

}  // namespace

void check_arguments(const std::vector<Value>& arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string name = "$" + std::to_string(i + 1);
        if (const auto* it = std::get_if<std::string>(&arguments[i])) {
            if (it->find('\0') != it->npos)
                throw StoreError("text with a NUL byte cannot be stored: " + name);
            if (!text::is_utf8(*it)) throw StoreError("text is not UTF-8: " + name);
        }
        // SQLite would keep NULL instead.
        if (const auto* it = std::get_if<double>(&arguments[i]); it && std::isnan(*it))
            throw StoreError("NaN cannot be stored: " + name);
    }
}

void check_reads(std::string_view sql) {
    for (const std::string_view word : {"SELECT", "WITH", "VALUES"})
        if (begins_with(sql, word)) return;
    throw std::logic_error("not a statement that reads: " + std::string(sql));
}

StoreError statement_failed(std::string_view engine, std::string_view why, std::string_view sql) {
    std::string message = std::string(engine) + ": " + std::string(why);
    if (!sql.empty()) message += " in: " + std::string(sql.substr(0, logged_bytes));
    return StoreError(message);
}

StoreError failed_before() {
    return StoreError("a statement of this transaction has failed, it can only be rolled back");
}

Inside::Inside(const Database& database) {
    check_outside(database);
    inside.push_back(&database);
}

Inside::~Inside() { inside.pop_back(); }

void Inside::check_outside(const Database& database) {
    if (std::ranges::find(inside, &database) != inside.end())
        throw std::logic_error("the database is called inside its own work, use the connection");
}

StatementRules::Running::Running(StatementRules& rules) : rules_(rules) {
    if (rules.running_) throw std::logic_error("a statement is run inside the rows of another");
    if (rules.failed_) throw failed_before();
    rules.running_ = true;
}

StatementRules::Running::~Running() {
    rules_.running_ = false;
    rules_.failed_ |= failed_;
}

}  // namespace gongkai::store
