#include "store/sqlite/sqlite_connection.h"

#include <sqlite3.h>

#include <cerrno>
#include <charconv>
#include <type_traits>

#include "store/patience.h"
#include "store/store_failure.h"

namespace gongkai::store {

namespace {

constexpr std::size_t most_statements = 256;

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

int bind_value(sqlite3_stmt* to, int at, const Value& value) {
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
            else if (it.empty())  // its null pointer would be bound as NULL
                return sqlite3_bind_zeroblob(to, at, 0);
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

// SQLite numbers parameters as they first appear, not by their names $1, $2 …
std::vector<int> places(sqlite3_stmt* statement) {
    std::vector<int> places;
    for (int at = 1; at <= sqlite3_bind_parameter_count(statement); ++at) {
        const char* given = sqlite3_bind_parameter_name(statement, at);
        const std::string_view name = given ? given : "";
        std::size_t number = 0;
        if (name.starts_with('$'))
            std::from_chars(name.data() + 1, name.data() + name.size(), number);
        if (number == 0 || number > 999)
            throw std::logic_error("a parameter that is not $1, $2 …: " + std::string(name));
        if (places.size() < number) places.resize(number);
        places[number - 1] = at;
    }
    return places;
}

}  // namespace

void SqliteConnection::Close::operator()(sqlite3* it) const { sqlite3_close_v2(it); }

void SqliteConnection::Finalize::operator()(sqlite3_stmt* it) const { sqlite3_finalize(it); }

SqliteConnection::SqliteConnection(const std::filesystem::path& file, Access access)
    : file_(file.string()) {
    const int how =
        access == Access::Write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &opened,
                                     how | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    connection_.reset(opened);
    if (code != SQLITE_OK) fail("");
    wait_as_long_as_usual();
    // A longer log before it is moved into the file: pages that many acts change move once.
    if (access == Access::Write)
        script(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=4000; "
            // What was deleted is overwritten: a box whose key is still there would open.
            "PRAGMA secure_delete=ON;");
    script("PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA cache_size=-16000;");
}

SqliteConnection::~SqliteConnection() = default;

std::vector<Row> SqliteConnection::run(std::string_view sql, const std::vector<Value>& arguments) {
    std::vector<Row> rows;
    answer(sql, arguments, [&](Row& row) { rows.push_back(std::move(row)); });
    return rows;
}

void SqliteConnection::each(std::string_view sql, const std::vector<Value>& arguments,
                            const std::function<void(Row&)>& row) {
    answer(sql, arguments, row);
}

void SqliteConnection::answer(std::string_view sql, const std::vector<Value>& arguments,
                              const std::function<void(Row&)>& give) {
    StatementRules::Running running(rules_);
    check_arguments(arguments);
    const Prepared& it = prepared(sql);
    sqlite3_stmt* statement = it.statement.get();
    const Use use(statement);
    bind(it, sql, arguments);

    const auto columns = std::size_t(sqlite3_column_count(statement));
    Row row;
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        row.resize(columns);
        for (std::size_t i = 0; i < columns; ++i)
            row[i] = column(statement, int(i));
        give(row);
    }
    if (code != SQLITE_DONE) fail(sql);
    running.succeeded();
}

void SqliteConnection::run_script(std::string_view sql) {
    StatementRules::Running running(rules_);
    script(std::string(sql));
    running.succeeded();
}

void SqliteConnection::script(const std::string& sql) {
    if (sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(sql);
}

void SqliteConnection::wait_as_long_as_usual() {
    sqlite3_busy_timeout(connection_.get(), int(patience().count()));
}

void SqliteConnection::control(std::string_view sql) {
    sqlite3_stmt* statement = prepared(sql).statement.get();
    const Use use(statement);
    if (sqlite3_step(statement) != SQLITE_DONE) fail(sql);
}

void SqliteConnection::roll_back() noexcept {
    if (in_transaction()) sqlite3_exec(connection_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

bool SqliteConnection::has_loose_rows() const {
    int loose = 0, highest = 0;
    sqlite3_db_status(connection_.get(), SQLITE_DBSTATUS_DEFERRED_FKS, &loose, &highest, 0);
    return loose > 0;
}

bool SqliteConnection::in_transaction() const { return !sqlite3_get_autocommit(connection_.get()); }

void SqliteConnection::fail(std::string_view sql) const {
    const std::string why = sqlite3_errmsg(connection_.get());
    switch (sqlite3_errcode(connection_.get()) & 0xFF) {
        case SQLITE_FULL: throw StoreFailure(Away::DiskFull, file_, why);
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN: throw StoreFailure(Away::ReadOnly, file_, why);
        case SQLITE_BUSY: throw StoreFailure(Away::Locked, file_, why);
        case SQLITE_IOERR:
            if (const int error = sqlite3_system_errno(connection_.get());
                error == EFBIG || error == EDQUOT || error == EROFS)
                throw_system_failure(error, file_);
            break;
        default: break;
    }
    throw statement_failed("SQLite", why, sql);
}

const SqliteConnection::Prepared& SqliteConnection::prepared(std::string_view sql) {
    if (const auto known = statements_.find(sql); known != statements_.end()) return known->second;
    if (statements_.size() == most_statements) statements_.clear();

    sqlite3_stmt* made = nullptr;
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v3(connection_.get(), sql.data(), int(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &made, &rest);
    Prepared it{{made, {}}, {}};
    if (code != SQLITE_OK) fail(sql);
    const std::string_view left(rest, std::size_t(sql.data() + sql.size() - rest));
    if (!made || left.find_first_not_of(" \t\r\n;") != left.npos)
        throw std::logic_error("not one statement: " + std::string(sql));
    it.places = places(made);
    return statements_.emplace(sql, std::move(it)).first->second;
}

void SqliteConnection::bind(const Prepared& to, std::string_view sql,
                            const std::vector<Value>& arguments) const {
    if (arguments.size() != to.places.size())
        throw std::logic_error("wrong number of arguments: " + std::string(sql));
    for (std::size_t i = 0; i < arguments.size(); ++i)
        if (to.places[i] > 0 &&
            bind_value(to.statement.get(), to.places[i], arguments[i]) != SQLITE_OK)
            fail(sql);
}

}  // namespace gongkai::store
