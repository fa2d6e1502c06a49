#include "explained.h"

namespace gongkai::testing {

namespace {

// The regions whose partitions a plan names: "Seq Scan on journal_entry_p900121" names 900121.
std::set<std::string> regions_in(const std::vector<store::Row>& plan) {
    constexpr std::string_view on = " on ", partition = "_p";
    std::set<std::string> regions;
    for (const store::Row& line : plan) {
        const std::string& words = store::text(line[0]);
        const auto from = words.find(on);
        if (from == words.npos) continue;
        const std::string table =
            words.substr(from + on.size(), words.find(' ', from + on.size()) - from - on.size());
        const auto mark = table.rfind(partition);
        if (mark == table.npos) continue;
        // The parent of a DELETE is named as well: public_document_pair is no partition.
        const std::string region = table.substr(mark + partition.size());
        if (region == "others" || region.find_first_not_of("0123456789") == region.npos)
            regions.insert(region);
    }
    return regions;
}

}  // namespace

class Explained::Connection : public store::Connection {
public:
    Connection(Explained& all, store::Connection& inner) : all_(all), inner_(inner) {}

    std::vector<store::Row> run(std::string_view sql,
                                const std::vector<store::Value>& arguments) override {
        all_.explain(inner_, sql, arguments);
        return inner_.run(sql, arguments);
    }
    void each(std::string_view sql, const std::vector<store::Value>& arguments,
              const std::function<void(store::Row&)>& row) override {
        all_.explain(inner_, sql, arguments);
        inner_.each(sql, arguments, row);
    }
    std::string_view row_lock() const override { return inner_.row_lock(); }
    void run_script(std::string_view sql) override { inner_.run_script(sql); }

private:
    Explained& all_;
    store::Connection& inner_;
};

void partition_by_region(store::Database& database, const std::set<std::int64_t>& regions) {
    std::vector<std::string> tables;
    for (const store::Row& row :
         database.run("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = "
                      "CAST(current_schema() AS regnamespace) AND relname NOT IN "
                      "('schema_migration', 'region') AND EXISTS (SELECT 1 FROM pg_attribute WHERE "
                      "attrelid = pg_class.oid AND attname = 'region')",
                      {}))
        tables.push_back(store::text(row[0]));
    database.transaction([&](store::Connection& connection) {
        for (const std::string& table : tables) {
            std::string script = "ALTER TABLE " + table + " RENAME TO plain;CREATE TABLE " + table +
                                 " (LIKE plain INCLUDING ALL) PARTITION BY LIST (region);" +
                                 "DROP TABLE plain CASCADE;CREATE TABLE " + table +
                                 "_pothers PARTITION OF " + table + " DEFAULT";
            for (const std::int64_t region : regions)
                script += ";CREATE TABLE " + table + "_p" + std::to_string(region) +
                          " PARTITION OF " + table + " FOR VALUES IN (" + std::to_string(region) +
                          ")";
            connection.run_script(script);
        }
    });
}

std::vector<store::Row> Explained::run(std::string_view sql,
                                       const std::vector<store::Value>& arguments) {
    std::vector<store::Row> rows;
    read([&](store::Connection& connection) { rows = connection.run(sql, arguments); });
    return rows;
}

void Explained::each(std::string_view sql, const std::vector<store::Value>& arguments,
                     const std::function<void(store::Row&)>& row) {
    read([&](store::Connection& connection) { connection.each(sql, arguments, row); });
}

void Explained::read(const std::function<void(store::Connection&)>& work) {
    inner_.read([&](store::Connection& connection) {
        Connection explained(*this, connection);
        work(explained);
    });
}

void Explained::transaction_ending(const std::function<store::Ending(store::Connection&)>& work) {
    inner_.transaction_ending([&](store::Connection& connection) {
        Connection explained(*this, connection);
        return work(explained);
    });
}

void Explained::explain(store::Connection& connection, std::string_view sql,
                        const std::vector<store::Value>& arguments) {
    if (!seen_.insert(std::string(sql)).second) return;
    const auto plan = connection.run("EXPLAIN " + std::string(sql), arguments);
    if (regions_in(plan).size() > 1) spanning_.insert(std::string(sql));
}

}  // namespace gongkai::testing
