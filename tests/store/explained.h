#pragma once

#include <map>
#include <set>
#include <string>

#include "store/database.h"

namespace gongkai::testing {

// Turns every table of a PostgreSQL database that is still empty into one that is partitioned by
// region, a partition for each of the regions and one for all others.
void partition_by_region(store::Database& database, const std::set<std::int64_t>& regions);

// A PostgreSQL database partitioned by region that has each statement explained before it runs.
class Explained : public store::Database {
public:
    explicit Explained(store::Database& inner) : inner_(inner) {}

    // The statements that touch the rows of more than one region, each once.
    const std::set<std::string>& spanning() const { return spanning_; }
    std::size_t statements() const { return seen_.size(); }

    Engine engine() const override { return inner_.engine(); }
    bool is_replica() override { return inner_.is_replica(); }
    std::vector<store::Row> run(std::string_view sql,
                                const std::vector<store::Value>& arguments) override;
    void each(std::string_view sql, const std::vector<store::Value>& arguments,
              const std::function<void(store::Row&)>& row) override;
    std::string state() override { return inner_.state(); }
    std::vector<std::string> damage() override { return inner_.damage(); }
    void wipe_deleted() override { inner_.wipe_deleted(); }
    void read(const std::function<void(store::Connection&)>& work) override;
    void transaction_ending(const std::function<store::Ending(store::Connection&)>& work) override;

private:
    class Connection;

    void explain(store::Connection& connection, std::string_view sql,
                 const std::vector<store::Value>& arguments);

    store::Database& inner_;
    std::set<std::string> seen_, spanning_;
};

}  // namespace gongkai::testing
