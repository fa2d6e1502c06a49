#include "watched.h"

namespace gongkai::testing {

std::vector<std::string> plan_of(store::Database& database, const Watched::Statement& statement) {
    const bool sqlite = database.engine() == store::Database::Engine::Sqlite;
    std::vector<std::string> plan;
    database.read([&](store::Connection& connection) {
        for (const store::Row& line :
             connection.run((sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + statement.sql,
                            statement.arguments))
            plan.push_back(store::text(line[sqlite ? 3 : 0]));
    });
    return plan;
}

}  // namespace gongkai::testing
