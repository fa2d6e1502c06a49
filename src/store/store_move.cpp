#include "store/store_move.h"

#include <array>
#include <string>
#include <vector>

#include "base/sm3.h"
#include "store/durable_file.h"
#include "store/sqlite/sqlite_connection.h"

namespace gongkai::store {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t rows_at_once = 50;
constexpr std::uint64_t told_each = 10'000;

Error refused(std::string_view code, std::string message) {
    return {ErrorKind::Conflict, "store." + std::string(code), std::move(message)};
}

struct Table {
    std::string name, columns;
    std::size_t width = 0;
};

// All but those that a search index keeps for itself and the list of migrations, which each engine
// has of its own.
std::vector<Table> tables_of(Connection& sqlite) {
    std::vector<Table> all;
    for (const Row& row : sqlite.run(
             "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND "
             "name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name <> 'schema_migration' ORDER BY name",
             {})) {
        Table table{text(row[0]), {}, 0};
        for (const Row& column :
             sqlite.run("SELECT name FROM pragma_table_info($1) ORDER BY cid", {table.name})) {
            table.columns += (table.columns.empty() ? "" : ", ") + text(column[0]);
            ++table.width;
        }
        all.push_back(std::move(table));
    }
    return all;
}

// How many rows, and a sum of what they hold that no order changes.
struct Tally {
    std::uint64_t rows = 0;
    std::array<std::uint64_t, 4> sum{};
    friend bool operator==(const Tally&, const Tally&) = default;
};

std::string bytes_of_row(const Row& row) {
    std::string all;
    const auto add = [&](char kind, std::string_view bytes) {
        all += kind + std::to_string(bytes.size()) + ":";
        all += bytes;
    };
    for (const Value& value : row) {
        if (const auto* number = std::get_if<std::int64_t>(&value))
            add('i', std::to_string(*number));
        else if (const auto* fraction = std::get_if<double>(&value))
            add('d', std::to_string(*fraction));
        else if (const auto* words = std::get_if<std::string>(&value))
            add('t', *words);
        else if (const auto* blob = std::get_if<Blob>(&value))
            add('b', {reinterpret_cast<const char*>(blob->data()), blob->size()});
        else
            add('n', "");
    }
    return all;
}

void add_to(Tally& tally, const Row& row) {
    const Sm3 digest = sm3({bytes_of_row(row)});
    ++tally.rows;
    for (std::size_t at = 0; at < digest.size(); ++at)
        tally.sum[at / 8] += std::uint64_t(digest[at]) << (at % 8 * 8);
}

Tally tally_of(Connection& of, const Table& table) {
    Tally tally;
    of.each("SELECT " + table.columns + " FROM " + table.name, {},
            [&](const Row& row) { add_to(tally, row); });
    return tally;
}

std::string insert_of(const Table& table, std::size_t rows) {
    std::string sql = "INSERT INTO " + table.name + " (" + table.columns + ") VALUES ";
    std::size_t number = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        sql += row == 0 ? "(" : ", (";
        for (std::size_t column = 0; column < table.width; ++column)
            sql += (column == 0 ? "$" : ", $") + std::to_string(++number);
        sql += ")";
    }
    return sql;
}

// Rows wait here until there are enough for one statement.
class Filling {
public:
    Filling(Connection& to, const Table& table)
        : to_(to), table_(table), full_(insert_of(table, rows_at_once)) {}

    void add(Row& row) {
        for (Value& value : row)
            waiting_.push_back(std::move(value));
        if (waiting_.size() < rows_at_once * table_.width) return;
        to_.run(full_, waiting_);
        waiting_.clear();
    }
    void end() {
        if (!waiting_.empty()) to_.run(insert_of(table_, waiting_.size() / table_.width), waiting_);
        waiting_.clear();
    }

private:
    Connection& to_;
    const Table& table_;
    const std::string full_;
    std::vector<Value> waiting_;
};

class Leaving : public LeavingSqlite {
public:
    explicit Leaving(const fs::path& file)
        : file_(file), from_(file, SqliteConnection::Access::Write) {}

    // A log that others read and write along with is given up only where nobody else has the file
    // open.
    bool is_alone() {
        try {
            if (text(from_.run("PRAGMA journal_mode=DELETE", {}).at(0).at(0)) != "delete")
                return false;
            from_.control("BEGIN EXCLUSIVE");
            return true;
        } catch (const StoreError&) {
            return false;
        }
    }

    Result<std::uint64_t> copy_to(Database& to,
                                  const std::function<void(std::uint64_t)>& told) override {
        return transact(to, [&](Connection& there) -> Result<std::uint64_t> {
            const auto tables = tables_of(from_);
            if (is_used(there)) return already(there, tables);
            std::uint64_t rows = 0;
            for (const Table& table : tables) {
                GK_TRY(copied, copy(there, table, rows, told));
                rows = copied;
            }
            return rows;
        });
    }

    void set_aside() override {
        const fs::path folder = fs::absolute(file_).parent_path();
        if (fs::exists(folder / "sha256")) fs::rename(folder / "sha256", folder / "sha256.moved");
        fs::rename(file_, file_.string() + ".moved");
        sync_folder(folder);
    }

private:
    const fs::path file_;
    SqliteConnection from_;

    static bool is_used(Connection& there) {
        for (const auto* table : {"installation", "region", "report"})
            if (!there.run("SELECT 1 FROM " + std::string(table) + " LIMIT 1", {}).empty())
                return true;
        return false;
    }

    Result<std::uint64_t> already(Connection& there, const std::vector<Table>& tables) {
        std::uint64_t rows = 0;
        for (const Table& table : tables) {
            const Tally here = tally_of(from_, table);
            if (tally_of(there, table) != here)
                return refused("target-used",
                               "GONGKAI_DATABASE 指向的数据库里已有别的数据（表 " + table.name +
                                   " 与要移来的不同），没有移动。请新建一个空的数据库再试。");
            rows += here.rows;
        }
        return rows;
    }

    // The rows so far, those of the table with them.
    Result<std::uint64_t> copy(Connection& there, const Table& table, std::uint64_t so_far,
                               const std::function<void(std::uint64_t)>& told) {
        there.run("DELETE FROM " + table.name, {});  // what the migrations begin it with
        Tally sent;
        Filling filling(there, table);
        from_.each("SELECT " + table.columns + " FROM " + table.name, {}, [&](Row& row) {
            add_to(sent, row);
            filling.add(row);
            if ((so_far + sent.rows) % told_each == 0) told(so_far + sent.rows);
        });
        filling.end();
        if (tally_of(there, table) != sent)
            return refused("other-rows", "表 " + table.name +
                                             " 移过去以后与原来不同，全部撤回，没有移动。请核对 "
                                             "PostgreSQL 的日志后再试。");
        return so_far + sent.rows;
    }
};

}  // namespace

Result<std::unique_ptr<LeavingSqlite>> LeavingSqlite::take(const fs::path& file) {
    auto leaving = std::make_unique<Leaving>(file);
    if (!leaving->is_alone())
        return refused("in-use", "还有程序正在使用 " + file.string() +
                                     "，没有移动。请先停止服务和其他 gongkai 命令再试。");
    return std::unique_ptr<LeavingSqlite>(std::move(leaving));
}

}  // namespace gongkai::store
