#include "store/sqlite/sqlite_database.h"

#include <sqlite3.h>

#include <map>
#include <mutex>
#include <type_traits>

namespace gongkai::store {

namespace {

constexpr int busy_milliseconds = 10'000;  // another process may be importing

struct CloseConnection {
    void operator()(sqlite3* it) const { sqlite3_close_v2(it); }
};
struct FinalizeStatement {
    void operator()(sqlite3_stmt* it) const { sqlite3_finalize(it); }
};
using Connection = std::unique_ptr<sqlite3, CloseConnection>;
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

// Puts a cached statement back to its start, also when a row throws.
class Use {
public:
    explicit Use(sqlite3_stmt* it) : it_(it) {}
    ~Use() {
        sqlite3_reset(it_);
        sqlite3_clear_bindings(it_);
    }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;

private:
    sqlite3_stmt* it_;
};

int bind(sqlite3_stmt* to, int at, const Value& value) {
    return std::visit(
        [&](const auto& it) {
            using Type = std::decay_t<decltype(it)>;
            if constexpr (std::is_same_v<Type, std::monostate>)
                return sqlite3_bind_null(to, at);
            else if constexpr (std::is_same_v<Type, std::int64_t>)
                return sqlite3_bind_int64(to, at, it);
            else if constexpr (std::is_same_v<Type, double>)
                return sqlite3_bind_double(to, at, it);
            else if constexpr (std::is_same_v<Type, std::string>)
                return sqlite3_bind_text64(to, at, it.data(), it.size(), SQLITE_STATIC,
                                           SQLITE_UTF8);
            else
                return sqlite3_bind_blob64(to, at, it.data(), it.size(), SQLITE_STATIC);
        },
        value);
}

Value column(sqlite3_stmt* from, int at) {
    const auto size = [&] { return std::size_t(sqlite3_column_bytes(from, at)); };
    switch (sqlite3_column_type(from, at)) {
        case SQLITE_INTEGER: return std::int64_t(sqlite3_column_int64(from, at));
        case SQLITE_FLOAT: return sqlite3_column_double(from, at);
        case SQLITE_TEXT: {
            const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(from, at));
            return std::string(bytes, size());
        }
        case SQLITE_BLOB: {
            const auto* bytes = static_cast<const std::byte*>(sqlite3_column_blob(from, at));
            return Blob(bytes, bytes + size());
        }
        default: return std::monostate{};
    }
}

// One connection, used by one thread at a time. A transaction keeps the others out until it ends.
class SqliteDatabase : public Database {
public:
    explicit SqliteDatabase(const std::filesystem::path& file) {
        sqlite3* opened = nullptr;
        const int code = sqlite3_open_v2(file.c_str(), &opened,
                                         SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE |
                                             SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                                         nullptr);
        connection_.reset(opened);
        if (code != SQLITE_OK) fail();
        sqlite3_busy_timeout(connection_.get(), busy_milliseconds);
        run_script(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
            "PRAGMA trusted_schema=OFF;");
    }

    std::vector<Row> run(std::string_view sql, const std::vector<Value>& arguments) override {
        const std::lock_guard lock(mutex_);
        sqlite3_stmt* statement = prepared(sql);
        const Use use(statement);
        for (std::size_t i = 0; i < arguments.size(); ++i)
            if (bind(statement, int(i) + 1, arguments[i]) != SQLITE_OK) fail();

        std::vector<Row> rows;
        int code;
        while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
            Row& row = rows.emplace_back();
            for (int i = 0; i < sqlite3_column_count(statement); ++i)
                row.push_back(column(statement, i));
        }
        if (code != SQLITE_DONE) fail();
        return rows;
    }

    void run_script(std::string_view sql) override {
        const std::lock_guard lock(mutex_);
        const std::string text(sql);
        if (sqlite3_exec(connection_.get(), text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            fail();
    }

    void transaction(const std::function<void()>& work) override {
        const std::lock_guard lock(mutex_);
        run_script("BEGIN IMMEDIATE");
        try {
            work();
            run_script("COMMIT");
        } catch (...) {
            // A full disk may already have rolled back; then there is nothing left to undo.
            sqlite3_exec(connection_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
            throw;
        }
    }

private:
    [[noreturn]] void fail() const {
        throw StoreError(std::string("SQLite: ") + sqlite3_errmsg(connection_.get()));
    }

    sqlite3_stmt* prepared(std::string_view sql) {
        const auto known = statements_.find(sql);
        if (known != statements_.end()) return known->second.get();
        sqlite3_stmt* made = nullptr;
        if (sqlite3_prepare_v3(connection_.get(), sql.data(), int(sql.size()),
                               SQLITE_PREPARE_PERSISTENT, &made, nullptr) != SQLITE_OK)
            fail();
        return statements_.emplace(sql, Statement(made)).first->second.get();
    }

    Connection connection_;
    std::map<std::string, Statement, std::less<>> statements_;  // finalised before it closes
    std::recursive_mutex mutex_;
};

}  // namespace

std::unique_ptr<Database> open_sqlite(const std::filesystem::path& file) {
    return std::make_unique<SqliteDatabase>(file);
}

}  // namespace gongkai::store
