#include "store/distribution.h"

#include <algorithm>
#include <set>

namespace gongkai::store {

namespace {

// Small, and read beside every other table.
constexpr std::string_view everywhere[] = {"region", "schema_migration"};

std::vector<std::string> tables_of(Connection& connection) {
    std::vector<std::string> all;
    connection.each(
        "SELECT table_name::text FROM information_schema.tables WHERE table_schema = "
        "current_schema() AND table_type = 'BASE TABLE' ORDER BY table_name",
        {}, [&](Row& row) { all.push_back(text(row[0])); });
    return all;
}

bool has_citus(Connection& connection) {
    return !connection.run("SELECT 1 FROM pg_extension WHERE extname = 'citus'", {}).empty();
}

std::set<std::string> distributed(Connection& connection) {
    std::set<std::string> all;
    if (!has_citus(connection)) return all;
    connection.each("SELECT table_name::text FROM citus_tables", {},
                    [&](Row& row) { all.insert(text(row[0])); });
    return all;
}

std::vector<std::string> statements(Connection& connection) {
    const auto done = distributed(connection);
    std::vector<std::string> first, then;
    for (const std::string& table : tables_of(connection)) {
        if (done.contains(table)) continue;
        if (std::ranges::find(everywhere, table) != std::end(everywhere))
            first.push_back("SELECT create_reference_table('" + table + "')");
        else
            then.push_back("SELECT create_distributed_table('" + table + "', 'region')");
    }
    first.insert(first.end(), then.begin(), then.end());
    return first;
}

}  // namespace

std::vector<std::string> distribution_of(Database& database) {
    std::vector<std::string> all;
    database.read([&](Connection& connection) { all = statements(connection); });
    return all;
}

Status distribute(Database& database) {
    return transact(database, [&](Connection& connection) -> Status {
        if (database.engine() == Database::Engine::Sqlite || !has_citus(connection))
            return Error{ErrorKind::Conflict, "store.no-citus",
                         "这个 PostgreSQL 数据库里没有 Citus 扩展，没有执行。请先在每台机器上安装 "
                         "Citus，并在这个数据库里执行 CREATE EXTENSION citus。"};
        for (const std::string& statement : statements(connection))
            connection.run(statement, {});
        return Done{};
    });
}

}  // namespace gongkai::store
