#include "store/ledger/project_anew.h"

#include "store/ledger/verify.h"

namespace gongkai::store {

namespace {

std::vector<journal::LogKey> named_logs(Database& database) {
    std::vector<journal::LogKey> logs;
    for (const Row& row :
         database.run("SELECT region, organ FROM log_to_project ORDER BY region, organ", {}))
        logs.push_back({whole(row[0]), whole(row[1])});
    return logs;
}

}  // namespace

void project_anew(Database& database) {
    for (const journal::LogKey& log : named_logs(database))
        database.transaction([&](Connection& connection) {
            const std::vector<Value> which{log.region, log.organ};
            // Nobody writes into the log meanwhile, and no other program does the same twice.
            connection.run("SELECT size FROM journal_head WHERE region = $1 AND organ = $2" +
                               std::string(connection.row_lock()),
                           which);
            const auto left = connection.run(
                "SELECT organ FROM log_to_project WHERE region = $1 AND organ = $2", which);
            if (left.empty()) return;
            rebuild_projections(connection, log);
            connection.run("DELETE FROM log_to_project WHERE region = $1 AND organ = $2", which);
        });
}

}  // namespace gongkai::store
