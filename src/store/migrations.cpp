#include "store/migrations.h"

#include "base/embedded.h"

namespace gongkai::store {

namespace {

// A key of our own among PostgreSQL's advisory locks: "gongkai" as ASCII.
constexpr std::int64_t lock_key = 0x676F'6E67'6B61'69;

std::span<const embedded::File> steps(Database::Engine engine) {
    return engine == Database::Engine::Sqlite ? embedded::sqlite_migrations::all()
                                              : embedded::postgres_migrations::all();
}

int version(Connection& connection) {
    const auto rows = connection.run("SELECT coalesce(max(version), 0) FROM schema_migration", {});
    return int(whole(rows.at(0).at(0)));
}

// Takes the next step, alone among all programs that use this database. False: none is left.
bool take_step(Connection& connection, Database::Engine engine) {
    const bool sqlite = engine == Database::Engine::Sqlite;  // whose transaction locks by itself
    if (!sqlite) connection.run("SELECT pg_advisory_xact_lock($1)", {lock_key});
    connection.run_script(
        sqlite ? "CREATE TABLE IF NOT EXISTS schema_migration (version INTEGER PRIMARY KEY) STRICT"
               : "CREATE TABLE IF NOT EXISTS schema_migration (version BIGINT PRIMARY KEY)");
    const int found = version(connection), newest = newest_version(engine);
    if (found > newest)
        throw StoreError("数据库的版本是 " + std::to_string(found) + "，本程序只认识到 " +
                         std::to_string(newest) +
                         "：它被较新的程序打开过。请改用较新的程序；要退回旧程序，请用 gongkai "
                         "restore 恢复升级以前的备份。");
    if (found == newest) return false;
    connection.run_script(steps(engine)[std::size_t(found)].bytes);
    connection.run("INSERT INTO schema_migration (version) VALUES ($1)", {std::int64_t(found + 1)});
    return true;
}

}  // namespace

int taken_version(Database& database) {
    const bool sqlite = database.engine() == Database::Engine::Sqlite;
    const auto tables =
        database.run(sqlite ? "SELECT 1 FROM sqlite_schema WHERE name = 'schema_migration'"
                            : "SELECT 1 FROM pg_tables WHERE tablename = 'schema_migration' "
                              "AND schemaname = current_schema()",
                     {});
    int taken = 0;
    if (!tables.empty())
        database.read([&](Connection& connection) { taken = version(connection); });
    return taken;
}

int newest_version(Database::Engine engine) { return int(steps(engine).size()); }

void check_version(Database& replica) {
    const int found = taken_version(replica);
    if (found != newest_version(replica.engine()))
        throw StoreError("PostgreSQL 的副本里数据库的版本是 " + std::to_string(found) +
                         "，本程序要 " + std::to_string(newest_version(replica.engine())) +
                         "。请先在主库上运行同一版本的程序，等副本跟上，再启动这里。");
}

void migrate(Database& database) {
    for (bool more = true; more;)
        database.transaction(
            [&](Connection& connection) { more = take_step(connection, database.engine()); });
}

}  // namespace gongkai::store
