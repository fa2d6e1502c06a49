#pragma once

#include <sqlite3.h>

#include <cstdlib>
#include <random>

#include "measure.h"

namespace gongkai::bench {

inline constexpr const char* insert = "INSERT INTO bench (region, id, body) VALUES ($1, $2, $3)";

inline std::int64_t new_id() {
    thread_local std::mt19937_64 random{std::random_device{}()};
    return std::int64_t(random() >> 1);
}

// SQLite alone: one connection that commits row after row with the pragmas of the store.
class BareSqlite {
public:
    explicit BareSqlite(const std::filesystem::path& file) {
        sqlite3_open(file.c_str(), &connection_);
        sqlite3_exec(connection_,
                     "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                     "PRAGMA trusted_schema=OFF; CREATE TABLE bench (region INTEGER NOT NULL, id "
                     "INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (region, id)) STRICT",
                     nullptr, nullptr, nullptr);
        sqlite3_prepare_v2(connection_, insert, -1, &statement_, nullptr);
    }
    ~BareSqlite() {
        sqlite3_finalize(statement_);
        sqlite3_close(connection_);
    }
    BareSqlite(const BareSqlite&) = delete;
    BareSqlite& operator=(const BareSqlite&) = delete;

    Rate rate(const std::string& body) {
        std::int64_t done = 0;
        const auto start = Clock::now(), end = start + one_round;
        for (; Clock::now() < end; ++done) {
            sqlite3_bind_int64(statement_, 1, 1);
            sqlite3_bind_int64(statement_, 2, new_id());
            sqlite3_bind_text(statement_, 3, body.data(), int(body.size()), SQLITE_STATIC);
            if (sqlite3_step(statement_) != SQLITE_DONE) std::abort();
            sqlite3_reset(statement_);
        }
        return double(done) / seconds_since(start);
    }

private:
    sqlite3* connection_ = nullptr;
    sqlite3_stmt* statement_ = nullptr;
};

}  // namespace gongkai::bench
