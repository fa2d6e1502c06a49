#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gongkai::store {

// The store is gone, full, locked for too long or corrupt: nothing that the caller can answer.
class StoreError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

using Blob = std::vector<std::byte>;
using Value = std::variant<std::monostate, std::int64_t, double, std::string, Blob>;
using Row = std::vector<Value>;

// The value of the kind that the statement promises; another kind is a bug.
std::int64_t whole(const Value& value);
const std::string& text(const Value& value);

// One database, whatever engine is below it. SQL is what SQLite and PostgreSQL share, with $1
// parameters. Safe to use from several threads.
class Database {
public:
    virtual ~Database() = default;

    // Runs one statement outside any transaction of another thread.
    virtual std::vector<Row> run(std::string_view sql, const std::vector<Value>& arguments) = 0;

    // Runs several statements, split at ';', without arguments: for migrations.
    virtual void run_script(std::string_view sql) = 0;

    // Does the work in one transaction: all of it is durable afterwards, or, where it throws,
    // none of it has happened. Inside it run() belongs to the transaction. Not nested.
    virtual void transaction(const std::function<void()>& work) = 0;
};

}  // namespace gongkai::store
