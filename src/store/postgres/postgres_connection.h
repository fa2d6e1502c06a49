#pragma once

#include <libpq-fe.h>

#include <memory>
#include <string>

#include "store/contract.h"
#include "store/store_failure.h"

namespace gongkai::store {

// The server does not answer any more: what was not committed has not happened.
class ConnectionLost : public StoreFailure {
public:
    explicit ConnectionLost(const std::string& cause, Away why = Away::ServerGone)
        : StoreFailure(why, "", cause) {}
};

// One connection to a server. Every statement is sent unnamed with its arguments and nothing is
// kept in the session, so that a pooler such as pgbouncer may stand between.
class PostgresConnection : public Connection {
public:
    // Throws StoreError where it cannot be opened; the text does not name the password.
    explicit PostgresConnection(const std::string& address);

    std::vector<Row> run(std::string_view sql, const std::vector<Value>& arguments) override;
    void each(std::string_view sql, const std::vector<Value>& arguments,
              const std::function<void(Row&)>& row) override;
    void run_script(std::string_view sql) override;
    std::string_view row_lock() const override { return " FOR UPDATE"; }

    // BEGIN, COMMIT … : by the engine, not by a work. Answers the command's own tag.
    std::string control(const char* sql);
    bool failed() const { return rules_.failed(); }
    // Ready for the next user, after rolling back what is still open. False: to be thrown away.
    bool reset() noexcept;

private:
    struct Finish {
        void operator()(PGconn* it) const { PQfinish(it); }
    };
    struct Clear {
        void operator()(PGresult* it) const { PQclear(it); }
    };
    using Answer = std::unique_ptr<PGresult, Clear>;

    void check(const Answer& answer, std::string_view sql) const;
    void finish_rows(std::string_view sql, const std::function<void(Row&)>& row);

    std::unique_ptr<PGconn, Finish> connection_;
    StatementRules rules_;
    bool rows_left_ = false;  // of an each() that was left early
};

}  // namespace gongkai::store
