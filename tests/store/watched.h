#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace gongkai::testing {

// Passes everything on and keeps the statements that a look made.
class Watched : public store::Database {
public:
    struct Statement {
        std::string sql;
        std::vector<store::Value> arguments;
    };

    explicit Watched(store::Database& inner) : inner_(inner) {}
    std::vector<Statement> seen;

    Engine engine() const override { return inner_.engine(); }
    bool is_replica() override { return inner_.is_replica(); }
    std::vector<store::Row> run(std::string_view sql,
                                const std::vector<store::Value>& with) override {
        return inner_.run(sql, with);
    }
    void each(std::string_view sql, const std::vector<store::Value>& with,
              const std::function<void(store::Row&)>& row) override {
        inner_.each(sql, with, row);
    }
    std::string state() override { return inner_.state(); }
    std::vector<std::string> damage() override { return inner_.damage(); }
    void wipe_deleted() override { inner_.wipe_deleted(); }
    void read(const std::function<void(store::Connection&)>& work) override {
        inner_.read([&](store::Connection& connection) {
            Kept kept(seen, connection);
            work(kept);
        });
    }
    void transaction_ending(const std::function<store::Ending(store::Connection&)>& work) override {
        inner_.transaction_ending(work);
    }

private:
    class Kept : public store::Connection {
    public:
        Kept(std::vector<Statement>& seen, store::Connection& inner) : seen_(seen), inner_(inner) {}
        std::vector<store::Row> run(std::string_view sql,
                                    const std::vector<store::Value>& with) override {
            seen_.push_back({std::string(sql), with});
            return inner_.run(sql, with);
        }
        void each(std::string_view sql, const std::vector<store::Value>& with,
                  const std::function<void(store::Row&)>& row) override {
            seen_.push_back({std::string(sql), with});
            inner_.each(sql, with, row);
        }
        std::string_view row_lock() const override { return inner_.row_lock(); }
        void run_script(std::string_view sql) override { inner_.run_script(sql); }

    private:
        std::vector<Statement>& seen_;
        store::Connection& inner_;
    };

    store::Database& inner_;
};

// The plan of a statement, a line each, as the engine says it.
std::vector<std::string> plan_of(store::Database& database, const Watched::Statement& statement);

}  // namespace gongkai::testing
