#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace gongkai::store {

// The store is gone, full, locked for too long or corrupt: nothing that the caller can answer.
// Its text names no argument and no password.
class StoreError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

using Blob = std::vector<std::byte>;
using Value = std::variant<std::monostate, std::int64_t, double, std::string, Blob>;
using Row = std::vector<Value>;

// The value of the kind that the statement promises; another kind is a bug.
std::int64_t whole(const Value& value);
double real(const Value& value);
const std::string& text(const Value& value);
const Blob& blob(const Value& value);
bool is_null(const Value& value);

// One connection, inside one transaction or one reading; gone when the work returns.
//
// SQL is what SQLite and PostgreSQL share, one statement at a time, with $1 parameters. Text is
// UTF-8 without NUL, a number is no NaN: PostgreSQL or SQLite could not keep them. A truth value
// comes back as 0 or 1, a sum as a whole number. After a statement has failed the others fail too
// and nothing is committed, even where the work catches the StoreError.
class Connection {
public:
    virtual ~Connection() = default;

    virtual std::vector<Row> run(std::string_view sql, const std::vector<Value>& arguments) = 0;

    // Gives the rows one by one and keeps none, so that `row` may move values out of them. `row`
    // may not use the connection.
    virtual void each(std::string_view sql, const std::vector<Value>& arguments,
                      const std::function<void(Row&)>& row) = 0;

    // What a SELECT ends with whose rows nobody else may change until this work is over: " FOR
    // UPDATE", or nothing where only one work writes at a time.
    virtual std::string_view row_lock() const = 0;

    // Several statements, split at ';', without arguments: for migrations, not for input.
    virtual void run_script(std::string_view sql) = 0;
};

enum class Ending { Commit, RollBack };

// One database, whatever engine is below it. Safe to use from several threads.
//
// Inside a work, the work's Connection is the only way to this database: to call the Database
// there is a bug, and throws std::logic_error on both engines rather than wait for itself.
class Database {
public:
    enum class Engine { Sqlite, Postgres };

    virtual ~Database() = default;
    virtual Engine engine() const = 0;
    // Whether it is a replica, which follows another server and only reads. SQLite has none.
    virtual bool is_replica() = 0;

    // One statement that reads: SELECT, WITH or VALUES. Any other is a bug.
    virtual std::vector<Row> run(std::string_view sql, const std::vector<Value>& arguments) = 0;
    virtual void each(std::string_view sql, const std::vector<Value>& arguments,
                      const std::function<void(Row&)>& row) = 0;

    // Another answer than all before it once anything was committed since, by this program or by
    // any other; sometimes for less than that. Costs no more than reading one row.
    virtual std::string state() = 0;

    // What the engine itself finds damaged in its own files, in its words. SQLite reads all of the
    // file for it. PostgreSQL finds such things while it reads, and says nothing here.
    virtual std::vector<std::string> damage() = 0;

    // After rows were deleted for good: leaves nothing of them in the engine's own files, as far as
    // the engine can. SQLite moves its log into the file, where deleted rows are overwritten.
    // PostgreSQL frees them by VACUUM; its archived logs are not ours.
    virtual void wipe_deleted() = 0;

    // Several statements that see the database as it was at the first of them.
    virtual void read(const std::function<void(Connection&)>& work) = 0;

    // Durable when it returns; where the work throws or asks to roll back, nothing has happened.
    //
    // The work may run on another thread and should be short, since on SQLite others wait for it.
    // SQLite lets in one work at a time, PostgreSQL several (READ COMMITTED): a work that reads,
    // decides and writes begins with a SELECT of the row it decides on that ends with the
    // connection's row_lock().
    virtual void transaction_ending(const std::function<Ending(Connection&)>& work) = 0;
    void transaction(const std::function<void(Connection&)>& work);
};

// A transaction whose work returns a Result or Status: a refusal rolls back and is passed on.
template <class Work>
auto transact(Database& database, Work&& work) {
    std::optional<std::invoke_result_t<Work&, Connection&>> result;
    database.transaction_ending([&](Connection& connection) {
        result.emplace(work(connection));
        return result->ok() ? Ending::Commit : Ending::RollBack;
    });
    return std::move(*result);
}

}  // namespace gongkai::store
