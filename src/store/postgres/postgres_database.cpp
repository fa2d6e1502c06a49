#include "store/postgres/postgres_database.h"

#include "store/patience.h"
#include "store/postgres/postgres_pool.h"

namespace gongkai::store {

namespace {

class PostgresDatabase : public Database {
public:
    PostgresDatabase(const std::string& address, int connections) : pool_(address, connections) {
        const PostgresPool::Lease first(pool_);  // a server that is not there is told at once
    }

    Engine engine() const override { return Engine::Postgres; }

    bool is_replica() override { return whole(run("SELECT pg_is_in_recovery()", {})[0][0]) != 0; }

    std::vector<Row> run(std::string_view sql, const std::vector<Value>& arguments) override {
        check_reads(sql);
        const Inside inside(*this);
        try {
            const PostgresPool::Lease lease(pool_);
            return lease->run(sql, arguments);
        } catch (const ConnectionLost&) {
            pool_.forget_idle();
        }
        const PostgresPool::Lease lease(pool_);
        return lease->run(sql, arguments);
    }

    void each(std::string_view sql, const std::vector<Value>& arguments,
              const std::function<void(Row&)>& row) override {
        check_reads(sql);
        const Inside inside(*this);
        bool given = false;
        try {
            const PostgresPool::Lease lease(pool_);
            return lease->each(sql, arguments, [&](Row& it) {
                given = true;
                row(it);
            });
        } catch (const ConnectionLost&) {
            pool_.forget_idle();
            if (given) throw;  // the same rows would be given twice
        }
        const PostgresPool::Lease lease(pool_);
        lease->each(sql, arguments, row);
    }

    std::string state() override {
        // Who commits leaves the transactions under way that a snapshot lists, and never comes
        // back.
        return text(run("SELECT pg_current_snapshot()::text", {}).at(0).at(0));
    }

    std::vector<std::string> damage() override { return {}; }

    void wipe_deleted() override {
        const Inside inside(*this);
        const PostgresPool::Lease lease(pool_);
        for (const char* table : {"VACUUM sealed_datum", "VACUUM sealed_name"})
            lease->control(table);
    }

    void read(const std::function<void(Connection&)>& work) override {
        const Inside inside(*this);
        const Begun begun(pool_, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        work(*begun);
        if (begun->failed()) throw failed_before();
    }

    void transaction_ending(const std::function<Ending(Connection&)>& work) override {
        const Inside inside(*this);
        // Of this transaction alone: a pooler between may give the connection to others after it.
        const std::string begin =
            "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SET LOCAL lock_timeout = " +
            std::to_string(patience().count());
        const Begun begun(pool_, begin.c_str());
        if (work(*begun) == Ending::RollBack) return;
        if (begun->failed()) throw failed_before();
        try {
            // The server answers ROLLBACK, and no error, where it could not commit.
            if (begun->control("COMMIT") != "COMMIT") throw failed_before();
        } catch (const ConnectionLost&) {
            throw ConnectionLost("the connection is lost while committing", Away::CommitUnknown);
        }
    }

private:
    // A connection with a transaction begun. Before the begin nothing has happened, so that a
    // connection that turns out to be dead is replaced.
    class Begun {
    public:
        Begun(PostgresPool& pool, const char* begin) {
            lease_.emplace(pool);
            try {
                (*lease_)->control(begin);
            } catch (const ConnectionLost&) {
                lease_.reset();
                pool.forget_idle();
                lease_.emplace(pool);
                (*lease_)->control(begin);
            }
        }
        PostgresConnection* operator->() const { return &**lease_; }
        PostgresConnection& operator*() const { return **lease_; }

    private:
        std::optional<PostgresPool::Lease> lease_;
    };

    PostgresPool pool_;
};

}  // namespace

std::unique_ptr<Database> open_postgres(const std::string& address, int connections) {
    return std::make_unique<PostgresDatabase>(address, connections);
}

}  // namespace gongkai::store
