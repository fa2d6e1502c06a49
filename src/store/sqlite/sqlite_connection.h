#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "store/contract.h"

struct sqlite3;
struct sqlite3_stmt;

namespace gongkai::store {

// One open SQLite file and its prepared statements. Used by one thread at a time.
class SqliteConnection : public Connection {
public:
    enum class Access { Write, Read };
    // Throws StoreError where it cannot be opened; makes the file only for writing.
    SqliteConnection(const std::filesystem::path& file, Access access);
    ~SqliteConnection() override;

    std::vector<Row> run(std::string_view sql, const std::vector<Value>& arguments) override;
    void each(std::string_view sql, const std::vector<Value>& arguments,
              const std::function<void(Row&)>& row) override;
    void run_script(std::string_view sql) override;
    std::string_view row_lock() const override { return ""; }

    // BEGIN, SAVEPOINT … : by the engine, not by a work. Does not look at earlier failures.
    void control(std::string_view sql);
    // Another process may be importing; what it holds is waited for as patience.h says just now.
    void wait_as_long_as_usual();
    void script(const std::string& sql);
    // A statement failed since the last begin_work().
    bool failed() const { return rules_.failed(); }
    void begin_work() { rules_ = {}; }
    void roll_back() noexcept;
    // Rows that COMMIT would refuse, because a deferred foreign key leads nowhere.
    bool has_loose_rows() const;
    // False also where SQLite rolled back by itself, such as on a full disk.
    bool in_transaction() const;

private:
    struct Close {
        void operator()(sqlite3* it) const;
    };
    struct Finalize {
        void operator()(sqlite3_stmt* it) const;
    };
    struct Prepared {
        std::unique_ptr<sqlite3_stmt, Finalize> statement;
        std::vector<int> places;  // of each argument among SQLite's parameters; 0: not used
    };

    void answer(std::string_view sql, const std::vector<Value>& arguments,
                const std::function<void(Row&)>& give);
    [[noreturn]] void fail(std::string_view sql) const;
    const Prepared& prepared(std::string_view sql);
    void bind(const Prepared& to, std::string_view sql, const std::vector<Value>& arguments) const;

    const std::string file_;
    std::unique_ptr<sqlite3, Close> connection_;
    std::map<std::string, Prepared, std::less<>> statements_;  // finalised before it closes
    StatementRules rules_;
};

}  // namespace gongkai::store
